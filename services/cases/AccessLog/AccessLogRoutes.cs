using System.Globalization;
using EenPlan.Cases.Access;
using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.AccessLog;

/// <summary>Somebody looked at or changed something of this case, or tried to.</summary>
/// <param name="ActorKind">Kind of caller: professional, family and so on.</param>
/// <param name="Who">Name; null when it is unknown here, for instance somebody of another family.</param>
/// <param name="Organisation">Organisation that a professional spoke for.</param>
/// <param name="Action">Name of the operation, for instance read-plan.</param>
/// <param name="Purpose">Why it was allowed, for instance involved:professional.</param>
/// <param name="Outcome">"allowed", "refused" (not theirs to see or do) or "not-done" (for instance wrong input).</param>
public sealed record AccessLogEntry(Guid Id, DateTimeOffset At, string ActorKind, string? Who, string? Organisation, string Action, string Purpose, string Outcome);

internal static class AccessLogRoutes
{
    public static void Map(RouteGroupBuilder v1) =>
        v1.MapGet("/cases/{caseId:guid}/access-log", ReadAsync).WithName("read-access-log").WithSummary("Who looked at or changed what of this case, and why, newest first")
            .Produces<Page<AccessLogEntry>>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).For(CallerKind.Professional, CallerKind.Family);

    private static async Task<IResult> ReadAsync(
        Guid caseId, string? after, int? limit, Caller caller, CaseWork work, [FromKeyedServices("cases")] AuditStore store, CancellationToken cancellationToken)
    {
        var viewer = await Viewer.RequireAsync(work, work.Db, caseId, caller, cancellationToken);
        var coordinator = await work.Db.Cases.Where(row => row.Id == caseId).Select(row => row.CoordinatorInvolvementId).SingleAsync(cancellationToken);
        var may = new Permissions(viewer.Level, coordinator is not null && coordinator == viewer.InvolvementId, coordinator is not null);
        Permissions.Require(may.SeeAccessLog, "The family, the coordinator and the intake worker read who looked.");
        var size = Paging.Limit(limit);
        var before = Parse(after);
        await using var audit = store.Open();
        var lines = audit.Lines.AsNoTracking().Where(line => line.CaseId == caseId && line.Number < before);
        if (viewer.IsFamily)
        {
            lines = await WithoutHiddenAsync(lines, work, caseId, viewer, cancellationToken);
        }

        var page = await lines.OrderByDescending(line => line.Number).Take(size + 1).ToListAsync(cancellationToken);
        var shown = page.Take(size).ToList();
        var names = await AccessLogNames.LoadAsync(work.Db, caseId, shown, cancellationToken);
        var next = page.Count > size ? shown[^1].Number.ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Json(new Page<AccessLogEntry>(shown.ConvertAll(names.Show), next), Json.Options);
    }

    /// <summary>The family does not learn of a hidden item, or of a professional whose card is hidden, by what was done with it.</summary>
    private static async Task<IQueryable<StoredAuditLine>> WithoutHiddenAsync(
        IQueryable<StoredAuditLine> lines, CaseWork work, Guid caseId, Viewer viewer, CancellationToken cancellationToken)
    {
        var hidden = await HiddenItems.OfAsync(work.Db, caseId, viewer.Today, cancellationToken);
        var professionals = await work.Db.Involvements.Where(row => row.CaseId == caseId && row.HiddenUntil >= viewer.Today).Select(row => row.ProfessionalId).ToListAsync(cancellationToken);
        return lines.Where(line => (line.ItemId == null || !hidden.Contains(line.ItemId.Value)) && (line.ActorId == null || !professionals.Contains(line.ActorId.Value)));
    }

    private static long Parse(string? after) => string.IsNullOrEmpty(after) ? long.MaxValue
        : long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw Problem.Invalid("/after", "unknown-cursor", "Use next of the page before as it was given.");
}
