using EenPlan.Load.Measuring;
using EenPlan.Load.Region;

namespace EenPlan.Load.Tests.Measuring;

public sealed class HistogramTests
{
    private static TimeSpan Ms(double ms) => TimeSpan.FromMilliseconds(ms);

    [Fact]
    public void Nothing_took_no_time()
    {
        var none = new Histogram();
        (none.Count, none.Max, none.Mean, none.Percentile(0.99)).ShouldBe((0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero));
        none.Buckets().ShouldBeEmpty();
    }

    [Fact]
    public void Percentiles_of_a_thousand_milliseconds_in_a_row_are_what_one_would_say()
    {
        var latency = new Histogram();
        for (var ms = 1; ms <= 1000; ms++)
        {
            latency.Add(Ms(ms));
        }

        foreach (var share in (double[])[0.01, 0.5, 0.9, 0.99, 0.999])
        {
            // Never less than the true value, and never more than a sixty-fourth above it.
            latency.Percentile(share).TotalMilliseconds.ShouldBeInRange(Math.Ceiling(share * 1000), Math.Ceiling(share * 1000) * 65 / 64);
        }

        latency.Percentile(1).ShouldBe(Ms(1000));
        latency.Max.ShouldBe(Ms(1000));
        latency.Mean.ShouldBe(Ms(500.5));
    }

    [Fact]
    public void One_very_slow_one_among_many_is_the_maximum_and_not_the_p99()
    {
        var latency = new Histogram();
        for (var count = 0; count < 999; count++)
        {
            latency.Add(Ms(2));
        }

        latency.Add(TimeSpan.FromMinutes(3));
        latency.Percentile(0.99).TotalMilliseconds.ShouldBe(2, 0.05);
        latency.Percentile(0.9999).ShouldBe(TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void Whatever_is_added_lies_in_a_bucket_that_is_no_more_than_a_sixty_fourth_wide()
    {
        var dice = new Dice(3);
        for (var count = 0; count < 5_000; count++)
        {
            var value = (long)(dice.Next() >> (20 + dice.Below(44)));
            var one = new Histogram();
            one.Add(TimeSpan.FromMicroseconds(Math.Min(value, 900_000_000_000)));
            var (upper, number) = one.Buckets().Single();
            number.ShouldBe(1);
            upper.TotalMicroseconds.ShouldBeInRange(Math.Min(value, 900_000_000_000), (Math.Min(value, 900_000_000_000) * 65 / 64.0) + 1);
        }
    }

    [Fact]
    public void A_clock_that_went_back_counts_as_no_time()
    {
        var latency = new Histogram();
        latency.Add(Ms(-5));
        (latency.Count, latency.Max).ShouldBe((1, TimeSpan.Zero));
    }

    [Fact]
    public void Two_together_are_as_one_that_heard_both()
    {
        var (one, other, both) = (new Histogram(), new Histogram(), new Histogram());
        var dice = new Dice(5);
        for (var count = 0; count < 1000; count++)
        {
            var took = Ms(dice.Below(100_000) / 10.0);
            (count % 3 == 0 ? one : other).Add(took);
            both.Add(took);
        }

        one.Add(other);
        (one.Count, one.Max, one.Mean, one.Percentile(0.95)).ShouldBe((both.Count, both.Max, both.Mean, both.Percentile(0.95)));
    }

    [Fact]
    public async Task Many_threads_lose_nothing()
    {
        var latency = new Histogram();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            for (var count = 0; count < 20_000; count++)
            {
                latency.Add(Ms(thread + 1));
            }
        })));
        (latency.Count, latency.Max).ShouldBe((160_000, Ms(8)));
        latency.Buckets().Sum(bucket => bucket.Count).ShouldBe(160_000);
    }
}
