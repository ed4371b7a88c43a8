using EenPlan.Load.Visiting;

namespace EenPlan.Load.Scale;

/// <summary>The life of a new case: opened, people in the household, professionals who come, refuse, coordinate, hand over and leave.</summary>
internal static class IntakeKinds
{
    private const string Cases = "/api/cases/v1";
    private static readonly object Somebody = new { name = "Mirte Verzonnen", role = "mother", ageBand = "adult", language = "nl", interpreter = "no" };

    public static IReadOnlyList<Kind> All { get; } = [.. Household(), .. Coming(), .. Coordinating(), .. Leaving()];

    private static IEnumerable<Kind> Household() =>
    [
        Ask("open case", seat => seat.PostAsync(Cases + "/cases", new
        {
            alias = $"Gezin Verzonnen {Guid.NewGuid():N}"[..28], municipality = "voorbeeldstad", criteria = (string[])["youth-care", "two-or-more-life-domains"],
            legalGround = new { code = "youth-act", motivation = "Het gezin vroeg zelf om hulp." }, method = "one-family-one-plan", coordinatorLabel = "family-coach", household = (object[])[Somebody], involved = (object[])[],
        }), (seat, answer) =>
        {
            seat.Keep("case", answer);
            seat.Family = new SeenCase(seat.Kept("case").Id);
            seat.Family.Read(answer.Json());
        }),
        Ask("change head of case", seat => seat.PatchAsync(Cases + "/cases", seat.Kept("case"), new { coordinatorLabel = "care-coordinator" })),
        Ask("add to household", seat => seat.PostAsync(seat.Family.Path + "/household", Somebody), (seat, answer) => seat.Keep("member", answer)),
        Ask("change household", seat => seat.PatchAsync(seat.Family.Path + "/household", seat.Kept("member"), new { note = "Werkt in ploegen." }), (seat, answer) => seat.Keep("member", answer)),
        Ask("make a code for the family", seat => seat.PostAsync($"{seat.Family.Path}/household/{seat.Kept("member").Id}/invitation")),
    ];

    private static IEnumerable<Kind> Coming() =>
    [
        Ask("invite", seat => InviteAsync(seat, 0), (seat, answer) => seat.Keep("card", answer)),
        Ask("accept invitation", seat => seat.Colleagues[0].PostAsync($"{Cases}/invitations/{seat.Kept("card").Id}/acceptance")),
        Ask("invite a second", seat => InviteAsync(seat, 1), (seat, answer) => seat.Keep("second", answer)),
        Ask("refuse invitation", seat => seat.Colleagues[1].PostAsync($"{Cases}/invitations/{seat.Kept("second").Id}/refusal")),
        Ask("plan round table", seat => seat.PostAsync(seat.Family.Path + "/meetings", new { startsAt = DateTimeOffset.UtcNow.AddDays(10), place = "Wijkcentrum De Denkplek" })),
    ];

    private static IEnumerable<Kind> Coordinating() =>
    [
        Ask("appoint coordinator", seat => AppointAsync(seat, seat, seat.Kept("card").Id)),
        Ask("ask to coordinate", seat => AppointAsync(seat, seat.Colleagues[0], seat.Family.OwnInvolvement!)),
        Ask("refuse to coordinate", seat => seat.PostAsync(seat.Family.Path + "/coordinator/refusal")),
        Ask("ask to coordinate again", seat => AppointAsync(seat, seat.Colleagues[0], seat.Family.OwnInvolvement!)),
        Ask("accept to coordinate", seat => seat.PostAsync(seat.Family.Path + "/coordinator/acceptance")),
    ];

    private static IEnumerable<Kind> Leaving() =>
    [
        Ask("ask to take over", HandOverAsync, KeepHandover),
        Ask("refuse to take over", seat => seat.Colleagues[1].PostAsync($"{Cases}/handovers/{seat.Kept("handover").Id}/refusal")),
        Ask("ask to take over again", HandOverAsync, KeepHandover),
        Ask("accept to take over", seat => seat.Colleagues[1].PostAsync($"{Cases}/handovers/{seat.Kept("handover").Id}/acceptance")),
        Ask("family of who took over", seat => seat.Colleagues[1].GetAsync(seat.Family.Path), (seat, answer) => seat.Keep("taken", new SeenItem(answer.Json().GetProperty("myInvolvementId").GetString()!, 1))),
        Ask("end help", seat => seat.Colleagues[1].PostAsync($"{seat.Family.Path}/involvements/{seat.Kept("taken").Id}/ending", new { reason = "Het doel is bereikt." })),
    ];

    private static void KeepHandover(Seat seat, Answer answer) => seat.Keep("handover", new SeenItem(answer.Json().GetProperty("id").GetString()!, 1));

    private static Task<Answer> InviteAsync(Seat seat, int place) =>
        seat.PostAsync(seat.Family.Path + "/involvements", new { professionalId = seat.Colleagues[place].Id, kind = "professional", reason = "Wilt u meedoen?" });

    private static Task<Answer> AppointAsync(Seat seat, Seat by, string card) => by.PostAsync(seat.Family.Path + "/coordinator", new { involvementId = card });

    private static Task<Answer> HandOverAsync(Seat seat) => seat.Colleagues[0].PostAsync($"{seat.Family.Path}/involvements/{seat.Kept("card").Id}/handover",
        new { toProfessionalId = seat.Colleagues[1].Id, reason = "Een collega neemt het over." });

    private static Kind Ask(string name, Func<Seat, Task<Answer>> ask, Action<Seat, Answer>? seen = null) => new(name, Who.Intake, ask, seen);
}
