using System.Collections.Concurrent;
using EenPlan.Load.Pacing;

namespace EenPlan.Load.Tests.Pacing;

/// <summary>Nothing here is about how fast the machine is: only about order, room, and from when time is counted.</summary>
public sealed class PacerTests
{
    private static IEnumerable<Arrival> Arrivals(int count, double perSecond) => Schedule.Of([new EenPlan.Load.Pacing.Stream("read", perSecond)], TimeSpan.FromSeconds(count / perSecond));

    [Fact]
    public async Task Everything_that_was_due_is_started_once_and_has_ended_at_the_end()
    {
        var done = new ConcurrentBag<int>();
        await new Pacer(4, TimeProvider.System).RunAsync(Arrivals(100, 1000), TimeProvider.System.GetTimestamp(), async arrival =>
        {
            await Task.Yield();
            done.Add(arrival.Place);
        }, CancellationToken.None);
        done.Order().ShouldBe(Enumerable.Range(0, 100));
    }

    [Fact]
    public async Task No_more_are_on_their_way_than_there_is_room_for()
    {
        var (now, most) = (0, 0);
        var pacer = new Pacer(3, TimeProvider.System);
        await pacer.RunAsync(Arrivals(60, 2000), TimeProvider.System.GetTimestamp(), async _ =>
        {
            var here = Interlocked.Increment(ref now);
            lock (pacer)
            {
                most = Math.Max(most, here);
            }

            await Task.Delay(5);
            Interlocked.Decrement(ref now);
        }, CancellationToken.None);
        most.ShouldBe(3);
        pacer.MostWaiting.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_product_that_stalls_cannot_hide_it()
    {
        var clock = TimeProvider.System;
        var (start, stall) = (clock.GetTimestamp(), TimeSpan.FromMilliseconds(400));
        var latencies = new ConcurrentDictionary<int, TimeSpan>();
        await new Pacer(1, clock).RunAsync(Arrivals(20, 100), start, async arrival =>
        {
            if (arrival.Place == 0)
            {
                await Task.Delay(stall);
            }

            latencies[arrival.Place] = clock.GetElapsedTime(start) - arrival.At;
        }, CancellationToken.None);

        // Only the first one was slow to answer. Whoever was due meanwhile waited for it, and their time counts from when they were due.
        latencies[10].ShouldBeGreaterThan(stall - TimeSpan.FromMilliseconds(110));
        latencies[19].ShouldBeGreaterThan(stall - TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task Work_that_is_told_to_end_starts_nothing_more()
    {
        using var over = new CancellationTokenSource();
        var started = 0;
        await Should.ThrowAsync<OperationCanceledException>(() => new Pacer(8, TimeProvider.System).RunAsync(Arrivals(10_000, 10), TimeProvider.System.GetTimestamp(), async _ =>
        {
            Interlocked.Increment(ref started);
            await over.CancelAsync();
        }, over.Token));
        started.ShouldBe(1);
    }
}
