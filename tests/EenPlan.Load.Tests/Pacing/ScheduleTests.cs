using EenPlan.Load.Pacing;

namespace EenPlan.Load.Tests.Pacing;

public sealed class ScheduleTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(312)]
    [InlineData(10.9)]
    [InlineData(0.07)]
    public void The_rate_is_kept_without_drifting(double rate)
    {
        var due = Schedule.Of([new EenPlan.Load.Pacing.Stream("read", rate)], Hour).ToList();
        // The one that is due at the very end may fall on either side of it.
        ((double)due.Count).ShouldBe(rate * 3600, 1.5);
        due[^1].At.TotalSeconds.ShouldBe((due.Count - 1) / rate, 0.001);
        due.Select(arrival => arrival.Place).ShouldBe(Enumerable.Range(0, due.Count));
    }

    [Fact]
    public void Streams_come_in_the_order_of_time_each_at_its_own_rate()
    {
        var due = Schedule.Of([new EenPlan.Load.Pacing.Stream("read", 85), new EenPlan.Load.Pacing.Stream("write", 15)], TimeSpan.FromSeconds(100)).ToList();
        due.Select(arrival => arrival.At).ShouldBe(due.Select(arrival => arrival.At).Order());
        due.CountBy(arrival => arrival.Stream).ShouldBe([new("read", 8500), new("write", 1500)]);
    }

    [Fact]
    public void Who_comes_together_comes_at_the_same_moment()
    {
        var due = Schedule.Of([new EenPlan.Load.Pacing.Stream("hot plan", 2, 20)], TimeSpan.FromSeconds(30)).ToList();
        due.GroupBy(arrival => arrival.At).Select(group => (group.Key.TotalSeconds, group.Count())).ShouldBe([(0, 20), (10, 20), (20, 20)]);
    }

    [Fact]
    public void A_stream_without_a_rate_brings_nobody() => Schedule.Of([new EenPlan.Load.Pacing.Stream("sign in", 0)], Hour).ShouldBeEmpty();
}
