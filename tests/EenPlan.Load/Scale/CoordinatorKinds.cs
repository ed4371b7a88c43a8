using EenPlan.Load.Visiting;

namespace EenPlan.Load.Scale;

/// <summary>What a coordinator asks about one family, its plan and its network. What is added is taken out again, so that a plan is as large after a turn as before.</summary>
internal static class CoordinatorKinds
{
    private const string Cases = "/api/cases/v1";
    private const string Updates = "/api/subscriptions/v1/updates";

    public static IReadOnlyList<Kind> All { get; } = [.. Lists(), .. Reads(), .. Goals(), .. Agreements(), .. Network()];

    private static IEnumerable<Kind> Lists() =>
    [
        Read("session", _ => "/session"),
        Read("my families", _ => Cases + "/cases"),
        Read("how many families", _ => Cases + "/cases/count"),
        Ask("search in my families", seat => seat.PostAsync(Cases + "/cases/_search", new { text = "gezin" })),
        Read("my invitations", _ => Cases + "/invitations"),
        Read("who asks me to coordinate", _ => Cases + "/coordinator-requests"),
        Read("who asks me to take over", _ => Cases + "/handovers"),
        Ask("updates", seat => seat.GetAsync(Updates), (seat, answer) => seat.Keep("update", Newest(answer))),
        Ask("mark updates as read", seat => seat.PostAsync(Updates + "/_read", new { upTo = Math.Max(1, seat.Kept("update").Version) })),
    ];

    private static IEnumerable<Kind> Reads() =>
    [
        Ask("family", seat => seat.GetAsync(seat.Family.Path), (seat, answer) => seat.Family.Read(answer.Json())),
        Ask("plan", seat => seat.GetAsync(seat.Family.Path + "/plan"), (seat, answer) => seat.Family.ReadPlan(answer.Json())),
        Read("card", seat => $"{seat.Family.Path}/involvements/{seat.Family.OwnInvolvement}"),
        Read("goal", seat => $"{seat.Family.Path}/goals/{seat.Family.Goals[0].Id}"),
        Read("agreement", seat => $"{seat.Family.Path}/agreements/{seat.Family.Agreements[0].Id}"),
        Read("round table", seat => $"{seat.Family.Path}/meetings/{seat.Family.Meetings[0].Id}"),
        Read("times looked back", seat => seat.Family.Path + "/evaluations"),
        Read("timeline", seat => seat.Family.Path + "/timeline"),
        Read("who looked", seat => seat.Family.Path + "/access-log"),
        Read("plan versions", seat => seat.Family.Path + "/plan-versions"),
        Read("first plan version", seat => seat.Family.Path + "/plan-versions/1"),
        Change("change card", "involvements", seat => seat.Family.Cards.Single(card => card.Id == seat.Family.OwnInvolvement), () => new { contactMeWhen = $"Bij vragen ({Number()})" }),
        Change("move round table", "meetings", seat => seat.Family.Meetings[0], () => new { purpose = $"Samen kijken ({Number()})" }),
    ];

    private static IEnumerable<Kind> Goals() =>
    [
        Change("change goal", "goals", seat => seat.Family.Goals[0], () => new { current = Random.Shared.Next(11), text = $"Elke dag naar school ({Number()})" }),
        Ask("add goal", seat => seat.PostAsync(seat.Family.Path + "/goals", new { text = "Samen aan tafel eten.", domain = seat.Kept("domain").Id }), (seat, answer) => seat.Keep("goal", answer)),
        Ask("add action", seat => seat.PostAsync($"{seat.Family.Path}/goals/{seat.Kept("goal").Id}/actions", new { text = "Bellen met school." }), (seat, answer) => seat.Keep("action", answer)),
        Read("action", seat => $"{seat.Family.Path}/actions/{seat.Kept("action").Id}"),
        Change("tick action", "actions", seat => seat.Kept("action"), () => new { done = true }),
        Remove("take action out", "actions", "action"),
        Ask("put plan forward", seat => seat.PostAsync(seat.Family.Path + "/plan-versions")),
        Remove("take goal out", "goals", "goal"),
    ];

    private static IEnumerable<Kind> Agreements() =>
    [
        Change("say whether an agreement is kept", "agreements", seat => seat.Family.Agreements[0], () => new { kept = Random.Shared.Next(2) == 0 ? "yes" : "partly" }),
        Change("change agreement", "agreements", seat => seat.Family.Agreements[0], () => new { text = $"Wij bellen eerst ({Number()})" }),
        Ask("add agreement", seat => seat.PostAsync(seat.Family.Path + "/agreements", new { text = "Wij bellen eerst.", type = "process" }), (seat, answer) => seat.Keep("agreement", answer)),
        Remove("take agreement out", "agreements", "agreement"),
    ];

    private static IEnumerable<Kind> Network() =>
    [
        Read("network", People),
        Ask("add somebody to the network", seat => seat.PostAsync(People(seat), new
        {
            name = "Opa Verzonnen", relation = "opa", sector = "family", frequency = "often", quality = "good", domains = (string[])["raising"], supportTypes = (string[])["practical"],
        }), (seat, answer) => seat.Keep("person", answer)),
        Read("somebody of the network", seat => $"{People(seat)}/{seat.Kept("person").Id}"),
        Ask("change somebody of the network", seat => seat.PatchAsync(People(seat), seat.Kept("person"), new { frequency = "rarely" }), (seat, answer) => seat.Keep("person", answer)),
        Ask("take somebody out of the network", seat => seat.DeleteAsync(People(seat), seat.Kept("person"))),
    ];

    private static string People(Seat seat) => $"/api/network/v1/cases/{seat.Family.Id}/people";

    private static int Number() => Random.Shared.Next(1_000_000);

    private static SeenItem Newest(Answer answer) =>
        new("", answer.Json().GetProperty("items") is { } items && items.GetArrayLength() > 0 ? items[0].GetProperty("number").GetInt64() : 0);

    private static Kind Read(string name, Func<Seat, string> path) => Ask(name, seat => seat.GetAsync(path(seat)));

    private static Kind Ask(string name, Func<Seat, Task<Answer>> ask, Action<Seat, Answer>? seen = null) => new(name, Who.Coordinator, ask, seen);

    private static Kind Change(string name, string list, Func<Seat, SeenItem> item, Func<object> body) =>
        Ask(name, seat => seat.PatchAsync($"{seat.Family.Path}/{list}", item(seat), body()), (seat, answer) => item(seat).Version = SeenCase.Item(answer.Json()).Version);

    private static Kind Remove(string name, string list, string kept) => Ask(name, seat => seat.DeleteAsync($"{seat.Family.Path}/{list}", seat.Kept(kept)));
}
