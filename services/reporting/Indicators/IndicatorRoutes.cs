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
        var cases = await db.Cases.GroupBy(row => row.Municipality).Select(group => new { group.Key, Number = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Number, cancellationToken);
        var parties = await db.Parties.Join(db.Cases, party => party.CaseId, known => known.CaseId, (_, known) => known.Municipality)
            .GroupBy(code => code).Select(group => new { group.Key, Number = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Number, cancellationToken);
        return [.. Municipalities.All.Union(cases.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(code => new Count(code, cases.GetValueOrDefault(code), parties.GetValueOrDefault(code)))];
    }
}
