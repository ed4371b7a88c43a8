using EenPlan.Load.Measuring;
using EenPlan.Load.Results;
using EenPlan.Load.Tiers;

namespace EenPlan.Load.Tests.Results;

/// <summary>A run says by itself whether it was good enough.</summary>
public sealed class BarTests
{
    private static readonly RunResult Good = new()
    {
        At = DateTimeOffset.UnixEpoch, Mode = "distributed", Tier = Tier.Find("twente")!, Factor = 1, Minutes = 30, ReadShare = 0.85, Visitors = 50, Streams = 491, Feeds = 20, Rates = [],
        Reads = Took("all reads", 49), Writes = Took("all writes", 149), Kinds = [], Bands = [], Hints = Took("hints", 1), Deliveries = Took("deliveries", 1), AllHints = 1,
        StartedLate = Took("started late", 1), MostWaiting = 1, Errors = 0, Events = 100, BacklogGoneAfter = 59.9, MostBehind = 3, Parked = 0, ForeignCores = 0, Processes = [], Seconds = [],
    };

    private static KindResult Took(string kind, double ms)
    {
        var latency = new Histogram();
        latency.Add(TimeSpan.FromMilliseconds(ms));
        return KindResult.Of(kind, latency);
    }

    private static IEnumerable<string> Missed(RunResult run) => Bar.Of(run).Where(bar => !bar.IsMet).Select(bar => bar.What);

    [Fact]
    public void A_run_just_within_every_bar_meets_them() => Missed(Good).ShouldBeEmpty();

    [Fact]
    public void Each_bar_can_be_missed_by_itself()
    {
        Missed(Good with { Errors = 1 }).ShouldBe(["errors"]);
        Missed(Good with { Reads = Took("all reads", 51) }).ShouldBe(["read p99"]);
        Missed(Good with { Writes = Took("all writes", 151) }).ShouldBe(["write p99"]);
        Missed(Good with { BacklogGoneAfter = 60.1 }).ShouldBe(["backlog gone after the end"]);
    }

    [Fact]
    public void Nothing_answered_and_nothing_waited_for_meet_no_bar()
    {
        var none = KindResult.Of("none", new Histogram());
        Missed(Good with { Reads = none, Writes = none, BacklogGoneAfter = null }).ShouldBe(["read p99", "write p99", "backlog gone after the end"]);
    }

    [Fact]
    public void The_text_says_which_bar_was_missed_and_the_verdict_by_how_much()
    {
        RunText.Of(Good with { Errors = 1 }).ShouldContain("| errors | 1 | 0 | **missed** |");
        Bar.Of(Good with { Reads = Took("all reads", 64) })[1].Verdict.ShouldBe("MISSED  read p99: 64.0 ms (bar: 50 ms)");
        Bar.Of(Good)[0].Verdict.ShouldBe("met     errors: 0 (bar: 0)");
    }

    [Fact]
    public void What_went_wrong_before_anything_counted_is_an_error_too()
    {
        var (before, tally) = (new Tally(), new Tally());
        before.Done("read", "read plan", TimeSpan.Zero, TimeSpan.FromSeconds(9));
        before.Failed("read plan", TimeSpan.FromSeconds(3), "503");
        before.Failed("read plan", TimeSpan.FromSeconds(4), "503");
        tally.AddErrors(before);
        (tally.AllErrors, tally.Of("read plan").Errors["503"], tally.Group("read").Count).ShouldBe((2, 2, 0));
    }

    [Fact]
    public void Every_answer_lies_in_one_band()
    {
        var (reads, writes) = (new Histogram(), new Histogram());
        foreach (var ms in (double[])[0, 0.4, 3, 3.9, 70])
        {
            reads.Add(TimeSpan.FromMilliseconds(ms));
        }

        writes.Add(TimeSpan.FromMilliseconds(6));
        var bands = LatencyBand.Of(reads, writes);
        bands.Where(band => band.Reads + band.Writes > 0).ShouldBe([new LatencyBand(1, 2, 0), new LatencyBand(4, 2, 0), new LatencyBand(8, 0, 1), new LatencyBand(128, 1, 0)]);
        LatencyBand.Of(new Histogram(), new Histogram()).ShouldBeEmpty();
    }
}
