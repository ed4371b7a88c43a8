namespace EenPlan.Reporting.Indicators;

/// <summary>The true number of one municipality; it never leaves the service.</summary>
internal sealed record Count(string Municipality, int Number);

/// <summary>What may be told: the municipalities whose numbers are shown, and whether the total is.</summary>
internal sealed record Decision(IReadOnlySet<string> Shown, bool TotalShown);

/// <summary>
/// Decides which numbers may be told. A cell under ten never is, zero included. So that nobody subtracts their way to it, the smallest larger
/// cells go with it: at least one, all that are equally large, and more as long as bounds would leave a hidden cell a single possible value.
/// <para>
/// Why nobody can compute a hidden cell while the total is shown: the rule looks at numbers only, never at which municipality has them, so exchanging
/// two hidden cells gives the same publication. The hidden ones are never all equal (one is under ten, another is not), so each could have had
/// another value. Where all are small, their total is told when it leaves each of them a choice. Even who knows which of them are the small ones is left with one.
/// </para>
/// </summary>
internal static class Suppression
{
    /// <summary>Smallest number that is ever told.</summary>
    public const int Smallest = 10;

    public static Decision Decide(IReadOnlyList<Count> counts)
    {
        var hidden = counts.Where(count => count.Number < Smallest).ToList();
        if (hidden.Count == 0)
        {
            return Publish(counts, hidden, totalShown: counts.Count > 0);
        }

        if (hidden.Count == counts.Count)
        {
            // All are small: nothing is left of the total but all of them together.
            int[] small = [.. hidden.Select(count => count.Number)];
            return Publish(counts, hidden, totalShown: small.Sum() >= Smallest && LeavesChoice(small));
        }

        foreach (var equals in counts.Where(count => count.Number >= Smallest).GroupBy(count => count.Number).OrderBy(group => group.Key))
        {
            hidden.AddRange(equals);
            if (LeavesChoice([.. hidden.Select(count => count.Number)], counts.Where(count => count.Number > equals.Key).Select(count => (int?)count.Number).Min()))
            {
                return Publish(counts, hidden, totalShown: true);
            }
        }

        // Everything is hidden and the total would still give something away.
        return Publish(counts, hidden, totalShown: false);
    }

    /// <summary>
    /// True when every hidden number could have at least two values for somebody who knows their sum and which of them are small,
    /// and that the others lie between ten and the smallest that is shown.
    /// </summary>
    public static bool LeavesChoice(IReadOnlyList<int> hidden, int? leastShown = null)
    {
        var sum = hidden.Sum();
        var bounds = hidden.Select(number => number < Smallest ? (Low: 0, High: Smallest - 1) : (Low: Smallest, High: leastShown - 1 ?? sum)).ToList();
        var (lows, highs) = (bounds.Sum(bound => bound.Low), bounds.Sum(bound => bound.High));
        return bounds.TrueForAll(bound => Math.Min(bound.High, sum - (lows - bound.Low)) > Math.Max(bound.Low, sum - (highs - bound.High)));
    }

    private static Decision Publish(IReadOnlyList<Count> counts, List<Count> hidden, bool totalShown) =>
        new(counts.Except(hidden).Select(count => count.Municipality).ToHashSet(StringComparer.Ordinal), totalShown);
}
