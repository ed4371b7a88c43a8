using EenPlan.Load.Measuring;
using EenPlan.Load.Pacing;
using EenPlan.Load.Visiting;
using EenPlan.Load.Watching;

namespace EenPlan.Load.Results;

/// <summary>Puts what was measured and seen together.</summary>
internal static class Summary
{
    public static RunResult Of(LoadPlan plan, IReadOnlyList<Pacing.Stream> streams, Tally tally, IReadOnlyList<Glance> glances, Pacer pacer, LiveListeners live, FeedReaders feeds,
        DateTimeOffset at, TimeSpan? gone, long events)
    {
        var seconds = plan.Minutes * 60;
        return new RunResult
        {
            At = at, Mode = plan.Mode, Tier = plan.Tier, Factor = plan.Factor, Minutes = plan.Minutes, ReadShare = plan.ReadShare, Visitors = plan.Visitors, Streams = plan.Streams, Feeds = plan.Feeds,
            Rates = [.. streams.Select(stream => new RateResult(stream.Name, stream.PerSecond, Answered(stream.Name, tally) / seconds))],
            Reads = KindResult.Of("all reads", tally.Group("read")), Writes = KindResult.Of("all writes", tally.Group("write")),
            Kinds = [.. tally.Outcomes.Select(outcome => KindResult.Of(outcome.Kind, outcome.Latency, outcome.Retries, outcome.Errors))],
            Bands = LatencyBand.Of(tally.Group("read"), tally.Group("write")), Hints = KindResult.Of("hints", live.Hint), Deliveries = KindResult.Of("deliveries", feeds.Delivery), AllHints = live.Hints,
            StartedLate = KindResult.Of("started late", pacer.Late), MostWaiting = pacer.MostWaiting, Errors = tally.AllErrors, Events = events, BacklogGoneAfter = gone?.TotalSeconds,
            MostBehind = glances.Select(glance => glance.Behind.Readers).DefaultIfEmpty().Max(), Parked = glances.Select(glance => glance.Behind.Parked).LastOrDefault(),
            ForeignCores = glances.Average(glance => glance.Foreign), Processes = Processes(glances), Seconds = Seconds(tally, glances),
        };
    }

    private static double Answered(string stream, Tally tally) => stream switch
    {
        Day.Read => tally.Group("read").Count - tally.Of("hot read").Latency.Count,
        Day.Write => tally.Group("write").Count - tally.Of("hot change").Latency.Count,
        Day.SignIn => tally.Group(Day.SignIn).Count,
        _ => tally.Of("hot read").Latency.Count,
    };

    private static List<ProcessResult> Processes(IReadOnlyList<Glance> glances) =>
    [
        .. glances.SelectMany(glance => glance.Used).GroupBy(pair => pair.Key).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ProcessResult(group.Key, group.Average(pair => pair.Value.Cores), group.Max(pair => pair.Value.Megabytes))),
    ];

    private static List<SecondResult> Seconds(Tally tally, IReadOnlyList<Glance> glances)
    {
        var (reads, writes, errors) = (tally.Seconds("read", glances.Count), tally.Seconds("write", glances.Count), tally.Errors(glances.Count));
        return [.. glances.Select((glance, second) => new SecondResult(Math.Round(glance.Second, 1), reads[second].Count, writes[second].Count, errors[second], Ms(reads[second], 0.5), Ms(reads[second], 0.99),
            Ms(writes[second], 0.99), glance.Behind.Relay, glance.Behind.Readers, glance.Behind.Audit, glance.Streams,
            Math.Round(glance.Used.Where(pair => pair.Key != "load").Sum(pair => pair.Value.Cores), 3), Math.Round(glance.Used["load"].Cores, 3), glance.Foreign is { } foreign ? Math.Round(foreign, 3) : null))];
    }

    private static double? Ms(Histogram latency, double share) => latency.Count == 0 ? null : KindResult.Ms(latency.Percentile(share));
}
