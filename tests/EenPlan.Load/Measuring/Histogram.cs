using System.Numerics;

namespace EenPlan.Load.Measuring;

/// <summary>
/// How long things took, in buckets that grow with the value: no more than 1/64 off, from a microsecond to hours, in a few kilobytes. Filled by many threads at once.
/// </summary>
internal sealed class Histogram
{
    /// <summary>Buckets per doubling.</summary>
    private const int Fine = 64;
    private const int FineBits = 6;
    private readonly long[] _buckets = new long[Fine * (64 - FineBits + 1)];
    private long _count;
    private long _sum;
    private long _most;

    public long Count => Interlocked.Read(ref _count);

    public TimeSpan Max => Microseconds(Interlocked.Read(ref _most));

    public TimeSpan Mean => Count == 0 ? TimeSpan.Zero : Microseconds(Interlocked.Read(ref _sum) / Count);

    public void Add(TimeSpan took)
    {
        var value = Math.Max(0, (long)took.TotalMicroseconds);
        Interlocked.Increment(ref _buckets[Bucket(value)]);
        Interlocked.Increment(ref _count);
        Interlocked.Add(ref _sum, value);
        var most = Interlocked.Read(ref _most);
        while (value > most && Interlocked.CompareExchange(ref _most, value, most) is var seen && seen != most)
        {
            most = seen;
        }
    }

    public void Add(Histogram other)
    {
        for (var bucket = 0; bucket < _buckets.Length; bucket++)
        {
            _buckets[bucket] += other._buckets[bucket];
        }

        (_count, _sum, _most) = (_count + other._count, _sum + other._sum, Math.Max(_most, other._most));
    }

    /// <summary>The time within which this share of all was done; the upper end of its bucket, so never too good.</summary>
    public TimeSpan Percentile(double share)
    {
        var left = (long)Math.Ceiling(share * Count);
        for (var bucket = 0; bucket < _buckets.Length && left > 0; bucket++)
        {
            left -= Interlocked.Read(ref _buckets[bucket]);
            if (left <= 0)
            {
                return Microseconds(Math.Min(Upper(bucket), Interlocked.Read(ref _most)));
            }
        }

        return TimeSpan.Zero;
    }

    /// <summary>How many there were in each bucket that holds any, with its upper end.</summary>
    public IEnumerable<(TimeSpan Upper, long Count)> Buckets() =>
        _buckets.Select((_, bucket) => (Bucket: bucket, Count: Interlocked.Read(ref _buckets[bucket]))).Where(pair => pair.Count > 0).Select(pair => (Microseconds(Upper(pair.Bucket)), pair.Count));

    private static int Bucket(long value)
    {
        // Below Fine each value has its own bucket; above, the highest bits choose.
        var shift = Math.Max(0, 63 - BitOperations.LeadingZeroCount((ulong)value) - FineBits);
        return (int)(shift * Fine + (value >> shift));
    }

    private static long Upper(int bucket)
    {
        if (bucket < 2 * Fine)
        {
            return bucket;
        }

        var shift = bucket / Fine - 1;
        return ((long)(bucket - shift * Fine) << shift) + (1L << shift) - 1;
    }

    private static TimeSpan Microseconds(long value) => TimeSpan.FromMicroseconds(value);
}
