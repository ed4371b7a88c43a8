using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Cases.Reference;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Involvements;

/// <summary>The status of a treatment, about whom.</summary>
public sealed record TreatmentStatusNotice(Guid MemberId, string Status);

/// <summary>Who may say how a treatment stands, and who is told.</summary>
internal static class TreatmentRules
{
    public const string Subject = "wellbeing.treatment";

    public static bool MaySay(Involvement card) => card.LeadPractitionerOf.Count > 0 || card.Gives.Exists(item => ReferenceLists.Covers(item.Subject, Subject));

    public static bool MaySay(Involvement card, Guid memberId) => card.LeadPractitionerOf.Contains(memberId)
        || card.Gives.Exists(item => ReferenceLists.Covers(item.Subject, Subject) && item.About.Contains(memberId));

    /// <summary>
    /// Active professionals whose card wants this subject, or a broader one, about this person, from anybody or from this professional. Not who is only informed, whatever that card wants:
    /// school and GP hear the core of the plan.
    /// </summary>
    public static List<Guid> ToldTo(IEnumerable<Involvement> cards, Involvement speaker, Guid memberId) =>
        [.. cards.Where(card => card.IsActive && card.Kind != InvolvementKind.InformationOnly && card.Id != speaker.Id && card.Wants.Exists(want =>
            ReferenceLists.Covers(want.Subject, Subject) && want.About.Contains(memberId) && (want.From is null || want.From == speaker.Id))).Select(card => card.ProfessionalId)];
}

internal static class TreatmentRoutes
{
    public static void Map(RouteGroupBuilder v1) =>
        v1.MapPost("/cases/{caseId:guid}/treatment-status", SayAsync).WithName("say-treatment-status")
            .WithSummary("Say that the status of a treatment changed; only those who want that subject about that person are told")
            .Accepts<TreatmentStatusNotice>("application/json").Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).OnceOnly().For(CallerKind.Professional);

    private static async Task<IResult> SayAsync(Guid caseId, HttpContext http, Input input, Caller caller, CaseWork work, CasesDb db, ReferenceLists lists, CancellationToken cancellationToken)
    {
        await work.CreateAsync(http, caseId, caller, input, async open =>
        {
            var cards = await db.Involvements.AsNoTracking().Where(row => row.CaseId == caseId).ToListAsync(cancellationToken);
            var own = cards.SingleOrDefault(row => row.Id == open.InvolvementId);
            var member = input.Id("memberId", required: true);
            var status = input.Code("status", lists.TreatmentStatuses, required: true);
            if (member is { } id && !await db.Household.AnyAsync(row => row.CaseId == caseId && row.Id == id, cancellationToken))
            {
                input.Fail("memberId", "not-in-household", "This person is not in the household.");
            }

            input.Done();
            Permissions.Require(own is not null && TreatmentRules.MaySay(own, member!.Value), "Only who treats this person, or tells about the treatment on the card, says this.");
            open.Record(new TreatmentStatusChanged(caseId, own!.Id, member!.Value, status!, TreatmentRules.ToldTo(cards, own, member.Value)));
            return own.Id;
        }, cancellationToken);
        return TypedResults.NoContent();
    }
}
