using EenPlan.Reporting.Counting;

namespace EenPlan.Reporting.Indicators;

/// <summary>The true numbers of all municipalities by month; they never leave the service.</summary>
internal sealed class TrueNumbers
{
    private readonly Dictionary<(string Measure, string Municipality), SortedList<int, int>> _sums = [];
    private readonly Dictionary<string, List<int>> _days = [];

    public TrueNumbers(IEnumerable<MonthSum> sums)
    {
        foreach (var sum in sums)
        {
            if (!_sums.TryGetValue((sum.Measure, sum.Municipality), out var months))
            {
                _sums[(sum.Measure, sum.Municipality)] = months = [];
            }

            months[sum.Month] = sum.Value;
            if (Measures.DaysOf(sum.Measure) is { } days)
            {
                (_days.TryGetValue(sum.Municipality, out var known) ? known : _days[sum.Municipality] = []).Add(days);
            }
        }

        Municipalities = [.. CodeLists.Municipalities.Union(_sums.Keys.Select(key => key.Municipality), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>All of the region, so that absence tells nothing.</summary>
    public IReadOnlyList<string> Municipalities { get; }

    /// <summary>How often something happened from one month to another.</summary>
    public IReadOnlyList<Count> Happened(string measure, int from, int until) => Counts(measure, months => months.Where(pair => pair.Key >= from && pair.Key <= until).Sum(pair => pair.Value));

    /// <summary>How things stood on the reference day of a month.</summary>
    public IReadOnlyList<Count> Stood(string measure, int month) => Counts(measure, months => months.TakeWhile(pair => pair.Key <= month).Sum(pair => pair.Value));

    /// <summary>First plans that were agreed from one month to another, by the days that it took.</summary>
    public IEnumerable<(int Days, int Plans)> Agreed(string? municipality, int from, int until) =>
        _days.Where(pair => municipality is null || pair.Key == municipality).SelectMany(pair => pair.Value.Distinct().Select(days => (days, _sums[(Measures.AgreedAfter(days), pair.Key)]
            .Where(sum => sum.Key >= from && sum.Key <= until).Sum(sum => sum.Value))));

    /// <summary>How many first plans were agreed.</summary>
    public IReadOnlyList<Count> Agreed(int from, int until) => [.. Municipalities.Select(code => new Count(code, Agreed(code, from, until).Sum(pair => pair.Plans)))];

    private List<Count> Counts(string measure, Func<SortedList<int, int>, int> number) =>
        [.. Municipalities.Select(code => new Count(code, _sums.TryGetValue((measure, code), out var months) ? number(months) : 0))];
}
