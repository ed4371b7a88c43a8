using EenPlan.Bench.Measuring;

namespace EenPlan.Bench.Tests;

public sealed class SeriesTests
{
    [Theory]
    [InlineData(new[] { 3d }, 3)]
    [InlineData(new[] { 9d, 1, 5 }, 5)]
    [InlineData(new[] { 10d, 2, 4, 8 }, 6)]
    public void The_median_is_the_one_in_the_middle_or_the_mean_of_both(double[] values, double median) => Series.Median(values).ShouldBe(median);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 50)]
    [InlineData(0.99, 99)]
    [InlineData(0.995, 100)]
    [InlineData(1, 100)]
    public void A_percentile_is_a_value_that_was_measured(double share, double value) =>
        Series.Percentile(Enumerable.Range(1, 100).Reverse().Select(number => (double)number), share).ShouldBe(value);

    [Fact]
    public void A_percentile_of_few_values_is_not_less_than_it_should_be() => Series.Percentile([1, 2, 3], 0.99).ShouldBe(3);

    [Fact]
    public void Nothing_measured_has_no_median_and_no_percentile()
    {
        Should.Throw<ArgumentException>(() => Series.Median([]));
        Should.Throw<ArgumentException>(() => Series.Percentile([], 0.5));
    }

    [Fact]
    public void The_spread_keeps_the_ends() => Spread.Of([0.4, 0.9, 0.5]).ShouldBe(new Spread(0.4, 0.5, 0.9));
}
