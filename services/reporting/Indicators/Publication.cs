using EenPlan.Reporting.Counting;

namespace EenPlan.Reporting.Indicators;

/// <summary>
/// The numbers that are told, and nothing else of them: each decided once, for the quarter in which it falls. Years, shares and means are computed from numbers that are shown, so they say nothing
/// that was not said already.
/// </summary>
internal sealed class Publication(TrueNumbers numbers, DecideWhatMayBeTold decide)
{
    private readonly Dictionary<(string What, int Quarter), (Told Whole, IReadOnlyList<Told> Parts)> _told = [];

    public IReadOnlyList<string> Municipalities => numbers.Municipalities;

    /// <summary>How often something happened, or null.</summary>
    public int? Happened(string measure, string? municipality, Period period) =>
        Added(measure, municipality, period, (from, until) => numbers.Happened(measure, from, until));

    /// <summary>How many first plans were agreed, or null.</summary>
    public int? Agreed(string? municipality, Period period) => Added("agreed", municipality, period, numbers.Agreed);

    /// <summary>In how many days half of the first plans were agreed, or null.</summary>
    public int? MedianDays(string? municipality, Period period)
    {
        if (Agreed(municipality, period) is not { } plans)
        {
            return null;
        }

        var passed = 0;
        return numbers.Agreed(municipality, period.From, period.Until).OrderBy(pair => pair.Days).First(pair => (passed += pair.Plans) * 2 >= plans).Days;
    }

    /// <summary>How things stood at the end of a period, or null.</summary>
    public int? Stood(string measure, string? municipality, Period period)
    {
        var last = Month.Add(Month.QuarterOf(period.Until), 2);
        var told = Remember(measure, last, () => (Told.Tell(numbers.Stood(measure, last), decide), [])).Whole;
        if (period.Until == last)
        {
            return told.Of(municipality);
        }

        // Within a quarter only the region's: a month has no part in a sum, so it is told when it is large.
        var within = numbers.Stood(measure, period.Until).Sum(count => count.Number);
        return municipality is null && within >= Suppression.Smallest ? within : null;
    }

    /// <summary>For how many of what stood the second measure holds, and for how many not; null when one of these may not be told.</summary>
    public (int Yes, int No)? Split(string measure, string yes, string? municipality, Period period)
    {
        var (whole, part) = (numbers.Stood(measure, period.Until), numbers.Stood(yes, period.Until));
        var last = period.Until == Month.Add(Month.QuarterOf(period.Until), 2);
        var parts = Remember($"{measure}/{yes}", period.Until, () =>
        {
            var told = last ? Told.Tell(whole, decide) : new Told(new Dictionary<string, int>(), whole.Sum(count => count.Number));
            return (told, Told.Split(told, [part, [.. whole.Zip(part, (all, some) => all with { Number = all.Number - some.Number })]]));
        }).Parts;
        return parts[0].Of(municipality) is { } holds && parts[1].Of(municipality) is { } not ? (holds, not) : null;
    }

    private int? Added(string what, string? municipality, Period period, Func<int, int, IReadOnlyList<Count>> count)
    {
        if (period.Kind == PeriodKind.Month)
        {
            return Quarter(Month.QuarterOf(period.From)).Parts[(period.From - 1) % 100 % 3].Of(municipality);
        }

        int? sum = 0;
        foreach (var quarter in period.Quarters)
        {
            sum += Quarter(quarter).Whole.Of(municipality);
        }

        return sum;

        (Told Whole, IReadOnlyList<Told> Parts) Quarter(int quarter) => Remember(what, quarter, () =>
        {
            var whole = Told.Tell(count(quarter, Month.Add(quarter, 2)), decide);
            return (whole, Told.Split(whole, [.. Enumerable.Range(0, 3).Select(index => Month.Add(quarter, index)).Select(month => count(month, month))]));
        });
    }

    private (Told Whole, IReadOnlyList<Told> Parts) Remember(string what, int quarter, Func<(Told Whole, IReadOnlyList<Told> Parts)> tell)
    {
        if (!_told.TryGetValue((what, quarter), out var told))
        {
            _told[(what, quarter)] = told = tell();
        }

        return told;
    }
}
