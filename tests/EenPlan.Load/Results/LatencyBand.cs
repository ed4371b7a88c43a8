using EenPlan.Load.Measuring;

namespace EenPlan.Load.Results;

/// <summary>How many answers took this long: up to so many milliseconds, and more than the band before.</summary>
internal sealed record LatencyBand(double UpTo, long Reads, long Writes)
{
    /// <summary>Bands that double, from a millisecond to the slowest.</summary>
    public static IReadOnlyList<LatencyBand> Of(Histogram reads, Histogram writes)
    {
        var bands = new List<LatencyBand>();
        var (slowest, from) = (Math.Max(reads.Max.TotalMilliseconds, writes.Max.TotalMilliseconds), 0.0);
        for (var upTo = 1.0; from < slowest; (from, upTo) = (upTo, upTo * 2))
        {
            bands.Add(new LatencyBand(upTo, Between(reads, from, upTo), Between(writes, from, upTo)));
        }

        return bands;
    }

    private static long Between(Histogram latency, double from, double upTo) =>
        latency.Buckets().Where(bucket => (bucket.Upper.TotalMilliseconds > from || from == 0) && bucket.Upper.TotalMilliseconds <= upTo).Sum(bucket => bucket.Count);
}
