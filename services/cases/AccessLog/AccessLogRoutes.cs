using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.AccessLog;

/// <summary>Somebody looked at or changed something of this case, or tried to.</summary>
/// <param name="ActorKind">Kind of caller: professional, family, machine and so on.</param>
/// <param name="Who">Name; null when it is unknown here, for instance somebody of another family, and for an organisation's own system.</param>
/// <param name="Organisation">Organisation that a professional or a system spoke for.</param>
/// <param name="Action">Name of the operation, for instance read-plan or network-list-people.</param>
/// <param name="Purpose">Why it was allowed, for instance involved:professional.</param>
/// <param name="Outcome">"allowed", "refused" (not theirs to see or do) or "not-done" (for instance wrong input).</param>
public sealed record AccessLogEntry(Guid Id, DateTimeOffset At, string ActorKind, string? Who, string? Organisation, string Action, string Purpose, string Outcome);

/// <summary>A page of who looked, out of all services that hold something of the case.</summary>
/// <param name="Missing">Services that did not answer: what was done there is not in this list. Read again from the start to try again.</param>
public sealed record AccessLogPage(IReadOnlyList<AccessLogEntry> Items, string? Next, IReadOnlyList<string> Missing);

internal static class AccessLogRoutes
{
    public static void Map(RouteGroupBuilder v1) =>
        v1.MapGet("/cases/{caseId:guid}/access-log", ReadAsync).WithName("read-access-log").WithSummary("Who looked at or changed what of this case, and why, newest first")
            .Produces<AccessLogPage>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).For(CallerKind.Professional, CallerKind.Family);

    private static async Task<IResult> ReadAsync(
        Guid caseId, string? after, int? limit, Caller caller, CaseWork work, AccessLogReading reading, CancellationToken cancellationToken)
    {
        var viewer = await Viewer.RequireAsync(work, caseId, caller, cancellationToken);
        var coordinator = await work.Db.Cases.Where(row => row.Id == caseId).Select(row => row.CoordinatorInvolvementId).SingleAsync(cancellationToken);
        var may = new Permissions(viewer.Level, coordinator is not null && coordinator == viewer.InvolvementId, coordinator is not null, HasIntake: true);
        Permissions.Require(may.SeeAccessLog, "The family, the coordinator and the intake worker read who looked.");
        var question = new AuditQuestion(caseId, long.MaxValue, Paging.Limit(limit), [], [], []);
        if (viewer.IsFamily)
        {
            question = await WithoutHiddenAsync(question, work.Db, viewer.Today, cancellationToken);
        }

        var piece = await reading.ReadAsync(question, AccessLogPlace.Parse(after), cancellationToken);
        var names = await AccessLogNames.LoadAsync(work.Db, caseId, piece.Lines, cancellationToken);
        return TypedResults.Json(new AccessLogPage([.. piece.Lines.Select(names.Show)], piece.Next, piece.Missing), Json.Options);
    }

    /// <summary>The family does not learn of a hidden item, or of a professional whose card is hidden, by what was done with it.</summary>
    private static async Task<AuditQuestion> WithoutHiddenAsync(AuditQuestion question, CasesDb db, DateOnly today, CancellationToken cancellationToken)
    {
        var items = await HiddenItems.OfAsync(db, question.CaseId, today, cancellationToken);
        var cards = await db.Involvements.AsNoTracking().Where(row => row.CaseId == question.CaseId)
            .Select(row => new { row.ProfessionalId, row.OrganisationId, IsHidden = row.HiddenUntil >= today }).ToListAsync(cancellationToken);
        // An organisation that the family knows of by another professional may be named; one that it only could know of by a hidden card may not.
        var known = cards.Where(card => !card.IsHidden).Select(card => card.OrganisationId).ToHashSet();
        var hidden = cards.Where(card => card.IsHidden).ToList();
        return question with
        {
            WithoutItems = [.. items],
            WithoutActors = hidden.ConvertAll(card => card.ProfessionalId),
            WithoutMachinesOf = [.. hidden.Select(card => card.OrganisationId).Where(organisation => !known.Contains(organisation)).Distinct()],
        };
    }
}
