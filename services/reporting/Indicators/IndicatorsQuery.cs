using EenPlan.Kit.Api;
using EenPlan.Reporting.Counting;

namespace EenPlan.Reporting.Indicators;

/// <summary>Which numbers somebody wants to see. Choosing happens after hiding, so that asking one by one tells nothing more than asking for all.</summary>
internal sealed record IndicatorsQuery(PeriodKind Kind, IReadOnlyList<Period> Periods, string? Municipality)
{
    /// <summary>The whole region, without its municipalities.</summary>
    public const string OnlyRegion = "region";

    private const int UsualMonths = 12;
    private const int MostMonths = 60;

    /// <param name="municipality">Code, "region" for none, or null for all.</param>
    /// <param name="period">"month", "quarter" or "year"; quarters when null.</param>
    /// <param name="from">First month; a year's worth when null.</param>
    /// <param name="until">Last month; the last that is over when null.</param>
    /// <param name="lastClosed">The last month that may be told.</param>
    public static IndicatorsQuery Read(string? municipality, string? period, string? from, string? until, int lastClosed)
    {
        var errors = new List<FieldError>();
        var kind = PeriodKind.Quarter;
        if (period is not null && (!Enum.TryParse(period, ignoreCase: true, out kind) || !Enum.IsDefined(kind) || char.IsDigit(period[0])))
        {
            errors.Add(new FieldError("/period", "unknown-code", "Say month, quarter or year."));
        }

        if (municipality is not (null or OnlyRegion) && !CodeLists.Municipalities.Contains(municipality, StringComparer.Ordinal))
        {
            errors.Add(new FieldError("/municipality", "unknown-code", "This municipality is not in the region."));
        }

        var last = ReadMonth(until, "/until", lastClosed, errors);
        var first = ReadMonth(from, "/from", Month.Add(last, 1 - UsualMonths), errors);
        if (errors.Count == 0 && (first > last || first < Month.Add(last, 1 - MostMonths)))
        {
            errors.Add(new FieldError("/from", "out-of-range", $"It is a month before the last one, at most {MostMonths} months in all."));
        }

        return errors.Count > 0 ? throw Problem.Invalid(errors) : new IndicatorsQuery(kind, [.. Period.Within(kind, first, last, lastClosed)], municipality);
    }

    /// <summary>The whole region (null), and the municipalities that were asked for.</summary>
    public IEnumerable<string?> Areas(IReadOnlyList<string> municipalities) => Municipality switch { null => [null, .. municipalities], OnlyRegion => [null], _ => [null, Municipality] };

    private static int ReadMonth(string? text, string pointer, int otherwise, List<FieldError> errors)
    {
        if (text is null)
        {
            return otherwise;
        }

        if (Month.Parse(text) is { } month && month > 200001)
        {
            return month;
        }

        errors.Add(new FieldError(pointer, "not-a-month", "Write a month as 2026-09."));
        return otherwise;
    }
}
