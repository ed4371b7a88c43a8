using EenPlan.Load.Measuring;
using EenPlan.Load.Tiers;
using EenPlan.Load.Watching;

namespace EenPlan.Load.Results;

/// <summary>Latency of one kind in milliseconds, and what went wrong.</summary>
internal sealed record KindResult(string Kind, long Count, double Mean, double P50, double P90, double P99, double P999, double Max, long Retries, IReadOnlyDictionary<string, long> Errors)
{
    public static KindResult Of(string kind, Histogram latency, long retries = 0, IReadOnlyDictionary<string, long>? errors = null) => new(
        kind, latency.Count, Ms(latency.Mean), Ms(latency.Percentile(0.5)), Ms(latency.Percentile(0.9)), Ms(latency.Percentile(0.99)), Ms(latency.Percentile(0.999)), Ms(latency.Max),
        retries, errors ?? new Dictionary<string, long>());

    public static double Ms(TimeSpan time) => Math.Round(time.TotalMilliseconds, 2);
}

/// <summary>Rate of one stream of arrivals: what was intended and what was answered, per second.</summary>
internal sealed record RateResult(string Stream, double Intended, double Achieved);

/// <summary>What one process used: mean cores, and memory at most.</summary>
internal sealed record ProcessResult(string Name, double Cores, double MostMegabytes);

/// <summary>A second of the run.</summary>
internal sealed record SecondResult(double Second, double Reads, double Writes, long Errors, double? ReadP50, double? ReadP99, double? WriteP99, long Relay, long Readers, long Audit, int Streams, double ProductCores,
    double LoadCores, double? ForeignCores);

/// <summary>Everything that is kept of a run.</summary>
internal sealed record RunResult
{
    public required DateTimeOffset At { get; init; }

    public required string Mode { get; init; }

    public required Tier Tier { get; init; }

    public required double Factor { get; init; }

    public required double Minutes { get; init; }

    public required double ReadShare { get; init; }

    public required int Visitors { get; init; }

    public required int Streams { get; init; }

    public required int Feeds { get; init; }

    public required IReadOnlyList<RateResult> Rates { get; init; }

    public required KindResult Reads { get; init; }

    public required KindResult Writes { get; init; }

    public required IReadOnlyList<KindResult> Kinds { get; init; }

    public required IReadOnlyList<LatencyBand> Bands { get; init; }

    public required KindResult Hints { get; init; }

    public required KindResult Deliveries { get; init; }

    public required long AllHints { get; init; }

    /// <summary>How much later than planned requests were started by this program.</summary>
    public required KindResult StartedLate { get; init; }

    public required int MostWaiting { get; init; }

    public required long Errors { get; init; }

    public required long Events { get; init; }

    /// <summary>Seconds from the end of the load until nothing was left to do; null when more than was waited for.</summary>
    public required double? BacklogGoneAfter { get; init; }

    public required long MostBehind { get; init; }

    public required long Parked { get; init; }

    public required double? ForeignCores { get; init; }

    public required IReadOnlyList<ProcessResult> Processes { get; init; }

    public required IReadOnlyList<SecondResult> Seconds { get; init; }
}
