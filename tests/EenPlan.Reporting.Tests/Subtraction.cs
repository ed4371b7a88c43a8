using EenPlan.Reporting.Counting;
using EenPlan.Reporting.Indicators;

namespace EenPlan.Reporting.Tests;

/// <summary>What somebody can get to hear.</summary>
internal interface ITold
{
    int? Happened(string measure, string? municipality, Period period);

    int? Stood(string measure, string? municipality, Period period);
}

/// <summary>Collects everything that is told of a region, writes down every equation that holds, and sees which small numbers follow.</summary>
internal sealed class Subtraction
{
    private readonly SecretRegion _region;
    private readonly ITold _told;
    private readonly Attacker _attacker = new();
    private readonly Dictionary<(string Measure, string? Area, int Half), int> _halves = [];
    private readonly List<(int Cell, int Truth, bool Told, bool IsDecided, string Name)> _cells = [];
    private readonly Dictionary<(string Measure, string? Area, int From, int Until), int> _byPeriod = [];

    public Subtraction(SecretRegion region, ITold told)
    {
        (_region, _told) = (region, told);
        foreach (var measure in SecretRegion.Happenings)
        {
            AddHappenings(measure);
        }

        AddStandings();
    }

    private static IReadOnlyList<string?> Areas => [null, .. SecretRegion.Municipalities];

    /// <summary>Small numbers that were not told and have one possible value.</summary>
    public IReadOnlyList<string> Computed(bool knowsWhichAreSmall)
    {
        foreach (var (cell, truth, _, _, _) in _cells.Where(one => knowsWhichAreSmall && !one.Told && one.IsDecided))
        {
            _attacker.KnowBetween(cell, truth < Suppression.Smallest ? 0 : Suppression.Smallest, truth < Suppression.Smallest ? Suppression.Smallest - 1 : int.MaxValue);
        }

        var solved = _attacker.Solve();
        return [.. _cells.Where(one => one.Truth < Suppression.Smallest && (one.Told || solved.Contains(one.Cell))).Select(one => one.Name)];
    }

    private void AddHappenings(string measure)
    {
        foreach (var area in Areas)
        {
            for (var half = 0; half < SecretRegion.Months * 2; half++)
            {
                _halves[(measure, area, half)] = _attacker.Cell();
            }

            var months = Periods(PeriodKind.Month).Select((period, index) => Add(measure, area, period, [_halves[(measure, area, index * 2)], _halves[(measure, area, (index * 2) + 1)]])).ToList();
            var quarters = Periods(PeriodKind.Quarter).Select((period, index) => Add(measure, area, period, months.Skip(index * 3).Take(3))).ToList();
            foreach (var year in Periods(PeriodKind.Year))
            {
                Add(measure, area, year, quarters.Where((_, index) => year.Quarters.Contains(_region.At(index * 3))));
            }
        }

        for (var half = 0; half < SecretRegion.Months * 2; half++)
        {
            _attacker.Adds(_halves[(measure, null, half)], SecretRegion.Municipalities.Select(code => _halves[(measure, code, half)]));
        }

        foreach (var period in Periods(PeriodKind.Month).Concat(Periods(PeriodKind.Quarter)).Concat(Periods(PeriodKind.Year)))
        {
            _attacker.Adds(_byPeriod[(measure, null, period.From, period.Until)], SecretRegion.Municipalities.Select(code => _byPeriod[(measure, code, period.From, period.Until)]));
        }
    }

    private int Add(string measure, string? area, Period period, IEnumerable<int> parts)
    {
        var truth = Enumerable.Range(0, SecretRegion.Months * 2).Where(half => _region.At(half / 2) >= period.From && _region.At(half / 2) <= period.Until)
            .Sum(half => Of(area, code => _region.Happened(measure, code, half)));
        var cell = Remember(measure, area, period, truth, _told.Happened(measure, area, period), period.Kind == PeriodKind.Quarter && area is not null);
        _attacker.Adds(cell, parts);
        return cell;
    }

    /// <summary>How many are open on the fifteenth of a month are those of a month before, with who came and without who left in between; and each has a date to look back or not.</summary>
    private void AddStandings()
    {
        var open = new Dictionary<(string? Area, int Index), int>();
        var without = new Dictionary<(string? Area, int Index), int>();
        foreach (var (period, index) in Periods(PeriodKind.Month).Select((period, index) => (period, index)))
        {
            foreach (var area in Areas)
            {
                var isDecided = index % 3 == 2 && area is not null;
                var truth = Of(area, code => _region.Stood(Measures.Open, code, index));
                open[(area, index)] = Remember(Measures.Open, area, period, truth, _told.Stood(Measures.Open, area, period), isDecided);
                var dated = Of(area, code => _region.Stood(Measures.EvaluationDate, code, index));
                var told = _told.Stood(Measures.EvaluationDate, area, period);
                var with = Remember(Measures.EvaluationDate, area, period, dated, told, isDecided);
                without[(area, index)] = Remember("no date", area, period, truth - dated, told is null ? null : truth - dated, isDecided);
                _attacker.Adds(open[(area, index)], [with, without[(area, index)]]);
                if (index > 0)
                {
                    int[] came = [_halves[(Measures.Opened, area, (index * 2) - 1)], _halves[(Measures.Opened, area, index * 2)]];
                    int[] left = [_halves[(Measures.Closed, area, (index * 2) - 1)], _halves[(Measures.Closed, area, index * 2)]];
                    _attacker.Balances([open[(area, index - 1)], .. came], [open[(area, index)], .. left]);
                }
            }

            foreach (var measure in (string[])[Measures.Open, Measures.EvaluationDate, "no date"])
            {
                _attacker.Adds(_byPeriod[(measure, null, period.From, period.Until)], SecretRegion.Municipalities.Select(code => _byPeriod[(measure, code, period.From, period.Until)]));
            }
        }
    }

    private int Remember(string measure, string? area, Period period, int truth, int? told, bool isDecided)
    {
        var cell = _byPeriod[(measure, area, period.From, period.Until)] = _attacker.Cell();
        if (told is { } value)
        {
            value.ShouldBe(truth, $"{measure} of {area ?? "region"} in {period}");
            _attacker.Know(cell, value);
        }

        _cells.Add((cell, truth, told is not null, isDecided, $"{measure} of {area ?? "region"} from {period.From} until {period.Until} is {truth}"));
        return cell;
    }

    private static int Of(string? area, Func<string, int> truth) => area is null ? SecretRegion.Municipalities.Sum(truth) : truth(area);

    private IEnumerable<Period> Periods(PeriodKind kind) => Period.Within(kind, _region.At(0), _region.At(SecretRegion.Months - 1), _region.At(SecretRegion.Months - 1));
}
