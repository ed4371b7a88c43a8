using System.Text;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Identity;
using EenPlan.Kit.Journal;
using EenPlan.Reporting.Counting;
using EenPlan.Reporting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Reporting.Indicators;

internal static class IndicatorRoutes
{
    private const string Introduction =
        "Numbers of calendar periods that are over: a month is told when its quarter is over, a year as far as its quarters are. Days are those of the Netherlands. "
        + "A number under ten is never told, nor one from which such a number follows; what was told once does not change. "
        + "`from` and `until` are months (2026-09); periods that lie within them are told, those of the last twelve months unless you say otherwise. "
        + "`municipality` is a code, or `region` for the whole region alone.";

    public static void MapIndicators(this RouteGroupBuilder routes)
    {
        routes.MapGet("/indicators", ReadAsync).WithName("reporting-read-indicators").WithSummary("How things go in the region, per municipality and period, never in small numbers")
            .WithDescription(Definitions.InWords(Introduction)).WithTags("Indicators").Produces<IndicatorsView>().ProducesProblem(400).For(CallerKind.Region);
        routes.MapGet("/indicators/_download", DownloadAsync).WithName("reporting-download-indicators").WithSummary("The same numbers as a file for a spreadsheet")
            .WithDescription($"RFC 4180, UTF-8, with a header; a number that is not told is written as \"{CsvFile.NotShown}\".").WithTags("Indicators")
            .Produces<string>(contentType: CsvFile.MediaType).ProducesProblem(400).For(CallerKind.Region);
    }

    private static async Task<IResult> ReadAsync(string? municipality, string? period, string? from, string? until, ReportingDb db, [FromKeyedServices("reporting<-cases")] SourceProgress progress,
        AuditNote note, CancellationToken cancellationToken)
    {
        var (asOf, query) = Ask(municipality, period, from, until, progress, note);
        return TypedResults.Ok(IndicatorsView.Of(asOf, query, await PublishAsync(db, asOf, cancellationToken)));
    }

    private static async Task<IResult> DownloadAsync(string? municipality, string? period, string? from, string? until, ReportingDb db, [FromKeyedServices("reporting<-cases")] SourceProgress progress,
        AuditNote note, CancellationToken cancellationToken)
    {
        var (asOf, query) = Ask(municipality, period, from, until, progress, note);
        var file = CsvFile.Write(query, await PublishAsync(db, asOf, cancellationToken));
        return TypedResults.File(Encoding.UTF8.GetBytes(file), $"{CsvFile.MediaType}; charset=utf-8; header=present", "eenplan-indicators.csv");
    }

    private static (DateTimeOffset AsOf, IndicatorsQuery Query) Ask(string? municipality, string? period, string? from, string? until, SourceProgress progress, AuditNote note)
    {
        note.Purpose = "region-indicators";
        var asOf = progress.CompleteAt;
        return asOf != DateTimeOffset.UnixEpoch ? (asOf, IndicatorsQuery.Read(municipality, period, from, until, Period.LastClosed(asOf)))
            : throw Problem.Unavailable("The numbers are being counted. Try again in a moment.");
    }

    private static async Task<Publication> PublishAsync(ReportingDb db, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var last = Period.LastClosed(asOf);
        return new Publication(new TrueNumbers(await db.Sums.AsNoTracking().Where(row => row.Month <= last).ToListAsync(cancellationToken)), Suppression.Decide);
    }
}
