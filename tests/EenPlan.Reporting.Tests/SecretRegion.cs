using EenPlan.Reporting.Counting;
using EenPlan.Reporting.Indicators;

namespace EenPlan.Reporting.Tests;

/// <summary>What really happened in a region, to the half month: a calendar year in municipalities of very different sizes.</summary>
internal sealed class SecretRegion
{
    public const int Months = 12;
    public static readonly string[] Happenings = [Measures.Opened, Measures.Closed, Measures.CoordinatorChanges];
    private readonly Dictionary<(string Measure, string Municipality, int Half), int> _happened = [];
    private readonly Dictionary<(string Measure, string Municipality, int Month), int> _stood = [];
    private readonly int _first;

    public SecretRegion(int seed, int lastMonth)
    {
        var random = new Random(seed);
        _first = Month.Add(lastMonth, 1 - Months);
        foreach (var municipality in Municipalities)
        {
            var size = random.Next(5) switch { 0 => 0, 1 => 2, 2 => 6, 3 => 15, _ => 40 };
            Fill(municipality, size, random);
        }
    }

    public static IReadOnlyList<string> Municipalities => CodeLists.Municipalities;

    public int At(int index) => Month.Add(_first, index);

    /// <summary>How often it happened in half a month; the second half of a month is counted among how things stand on the fifteenth of the next.</summary>
    public int Happened(string measure, string municipality, int half) => _happened[(measure, municipality, half)];

    public int Stood(string measure, string municipality, int index) => _stood[(measure, municipality, index)];

    /// <summary>As reporting keeps it.</summary>
    public IEnumerable<MonthSum> Sums()
    {
        foreach (var ((measure, municipality, half), value) in _happened.Where(pair => pair.Key.Half % 2 == 0))
        {
            yield return new MonthSum { Month = At(half / 2), Municipality = municipality, Measure = measure, Value = value + _happened[(measure, municipality, half + 1)] };
        }

        foreach (var ((measure, municipality, index), value) in _stood)
        {
            yield return new MonthSum { Month = At(index), Municipality = municipality, Measure = measure, Value = value - _stood.GetValueOrDefault((measure, municipality, index - 1)) };
        }
    }

    private void Fill(string municipality, int size, Random random)
    {
        var open = size * random.Next(1, 4);
        for (var half = 0; half < Months * 2; half++)
        {
            var opened = random.Next(size + 1);
            var closed = Math.Min(open + opened, random.Next(size + 1));
            (_happened[(Measures.Opened, municipality, half)], _happened[(Measures.Closed, municipality, half)]) = (opened, closed);
            _happened[(Measures.CoordinatorChanges, municipality, half)] = random.Next(size / 2 + 1);
            open += opened - closed;
            if (half % 2 == 0)
            {
                _stood[(Measures.Open, municipality, half / 2)] = open;
                _stood[(Measures.EvaluationDate, municipality, half / 2)] = random.Next(open + 1);
            }
        }
    }
}
