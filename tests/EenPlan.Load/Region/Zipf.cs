using System.Collections.Concurrent;

namespace EenPlan.Load.Region;

/// <summary>Choosing the first much more often than the last: weight 1/(place + 1).</summary>
internal static class Zipf
{
    private static readonly ConcurrentDictionary<int, double[]> Sums = new();

    /// <summary>A place from 0 up to, not including, the count.</summary>
    public static int Of(int count, Dice dice)
    {
        var sums = Sums.GetOrAdd(count, Add);
        var found = Array.BinarySearch(sums, dice.Share() * sums[^1]);
        return Math.Min(found < 0 ? ~found : found + 1, count - 1);
    }

    private static double[] Add(int count)
    {
        var (sums, sum) = (new double[count], 0.0);
        for (var place = 0; place < count; place++)
        {
            sums[place] = sum += 1.0 / (place + 1);
        }

        return sums;
    }
}
