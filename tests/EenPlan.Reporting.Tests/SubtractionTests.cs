using EenPlan.Reporting.Counting;
using EenPlan.Reporting.Indicators;

namespace EenPlan.Reporting.Tests;

/// <summary>Tries to compute small numbers from everything that is told, in every period, of every municipality, together.</summary>
public sealed class SubtractionTests
{
    private const int Regions = 60;
    private const int LastMonth = 202512;

    private static IReadOnlyList<string> Computed(int seed, DecideWhatMayBeTold decide, bool knowsWhichAreSmall)
    {
        var region = new SecretRegion(seed, LastMonth);
        var publication = new Publication(new TrueNumbers(region.Sums()), decide);
        return new Subtraction(region, new Everything(publication)).Computed(knowsWhichAreSmall);
    }

    [Theory]
    [InlineData(false)]
    // Even somebody who knows from elsewhere which of the hidden numbers are small cannot tell how small.
    [InlineData(true)]
    public void No_small_number_can_be_computed_from_what_is_told(bool knowsWhichAreSmall)
    {
        for (var seed = 0; seed < Regions; seed++)
        {
            Computed(seed, Suppression.Decide, knowsWhichAreSmall).ShouldBeEmpty($"region {seed}");
        }
    }

    [Fact]
    public void Hiding_small_numbers_alone_would_not_do() =>
        Enumerable.Range(0, 10).Sum(seed => Computed(seed, HideSmallOnly, false).Count).ShouldBeGreaterThan(100);

    [Fact]
    public void Much_is_told_all_the_same()
    {
        var told = Enumerable.Range(0, Regions).Select(seed => new Everything(new Publication(new TrueNumbers(new SecretRegion(seed, LastMonth).Sums()), Suppression.Decide))).ToList();
        int Quarters(string? municipality) => told.Sum(all => SecretRegion.Happenings.Sum(measure => Period.Within(PeriodKind.Quarter, 202501, LastMonth, LastMonth).Count(period => all.Happened(measure, municipality, period) is not null)));
        Quarters(null).ShouldBeGreaterThan(Regions * 3 * 4 * 3 / 4);
        SecretRegion.Municipalities.Sum(Quarters).ShouldBeGreaterThan(Regions * 3 * 4);
    }

    private static Decision HideSmallOnly(IReadOnlyList<Count> counts) =>
        new(counts.Where(count => count.Number >= Suppression.Smallest).Select(count => count.Municipality).ToHashSet(), counts.Sum(count => count.Number) >= Suppression.Smallest);

    /// <summary>More than the interface tells: of shares also the numbers that they are made of.</summary>
    private sealed class Everything(Publication publication) : ITold
    {
        public int? Happened(string measure, string? municipality, Period period) => publication.Happened(measure, municipality, period);

        public int? Stood(string measure, string? municipality, Period period) =>
            measure == Measures.EvaluationDate ? publication.Split(Measures.Open, measure, municipality, period)?.Yes : publication.Stood(measure, municipality, period);
    }
}
