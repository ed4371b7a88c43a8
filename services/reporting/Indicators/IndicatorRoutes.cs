using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Identity;
using EenPlan.Kit.Journal;
using EenPlan.Reporting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Reporting.Indicators;

internal static class IndicatorRoutes
{
    public static void MapIndicators(this RouteGroupBuilder routes) =>
        routes.MapGet("/indicators", ReadAsync).WithName("reporting-read-indicators").WithSummary("How many cases there are and how many professionals take part in one, never in small numbers.")
            .WithTags("Indicators").For(CallerKind.Region);

    private static async Task<IndicatorsView> ReadAsync(string? municipality, ReportingDb db, [FromKeyedServices("reporting<-cases")] SourceProgress progress, AuditNote note,
        CancellationToken cancellationToken)
    {
        note.Purpose = "region-indicators";
        if (progress.CompleteAt == DateTimeOffset.UnixEpoch)
        {
            throw Problem.Unavailable("The numbers are being counted. Try again in a moment.");
        }

        var asOf = progress.CompleteAt;
        var view = IndicatorsView.Of(asOf, await CountAsync(db, cancellationToken));
        if (municipality is null)
        {
            return view;
        }

        // Choosing happens after hiding, so that asking one by one tells nothing more than asking for all.
        return view.Municipalities.SingleOrDefault(row => row.Code == municipality) is { } chosen ? view with { Municipalities = [chosen] }
            : throw Problem.Invalid("/municipality", "unknown-code", "This municipality is not in the region.");
    }

    private static async Task<List<Count>> CountAsync(ReportingDb db, CancellationToken cancellationToken)
    {
        var known = await db.Counts.AsNoTracking().ToDictionaryAsync(row => row.Municipality, cancellationToken);
        return [.. Municipalities.All.Union(known.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(code => known.TryGetValue(code, out var count) ? new Count(code, count.Cases, count.Parties) : new Count(code, 0, 0))];
    }
}
