using EenPlan.Reporting.Counting;

namespace EenPlan.Reporting.Indicators;

/// <summary>A calendar month, quarter or year.</summary>
internal enum PeriodKind
{
    Month,
    Quarter,
    Year,
}

/// <summary>A period that is over, by its first and last month; of the running year the quarters that are over.</summary>
internal sealed record Period(PeriodKind Kind, int From, int Until)
{
    /// <summary>Numbers are told once a quarter: all months of it are, at once, when an hour has passed after its end. Whatever happened in it has been committed by then.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    /// <summary>The last month of the last quarter of which everything is counted.</summary>
    public static int LastClosed(DateTimeOffset completeAt) => Month.Add(Month.QuarterOf(Month.Of(Kit.Calendar.DayOf(completeAt - Margin))), -1);

    /// <summary>The periods of a kind that lie within these months and are over.</summary>
    public static IEnumerable<Period> Within(PeriodKind kind, int from, int until, int lastClosed)
    {
        var months = kind switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, _ => 12 };
        var first = kind switch { PeriodKind.Month => from, PeriodKind.Quarter => Month.QuarterOf(from), _ => Month.YearOf(from) };
        for (var begin = first < from ? Month.Add(first, months) : first; begin <= lastClosed; begin = Month.Add(begin, months))
        {
            var end = Math.Min(Month.Add(begin, months - 1), lastClosed);
            if (end > until)
            {
                yield break;
            }

            yield return new Period(kind, begin, end);
        }
    }

    /// <summary>First months of its quarters.</summary>
    public IEnumerable<int> Quarters
    {
        get
        {
            for (var quarter = Month.QuarterOf(From); quarter <= Until; quarter = Month.Add(quarter, 3))
            {
                yield return quarter;
            }
        }
    }
}
