namespace EenPlan.Reporting.Indicators;

/// <summary>The true numbers of one municipality; they never leave the service.</summary>
internal sealed record Count(string Municipality, int Cases, int Parties);

/// <summary>What may be told: the municipalities whose numbers are shown, and whether the total is.</summary>
internal sealed record Publication(IReadOnlySet<string> Shown, bool TotalShown);

/// <summary>
/// Decides which numbers may be told. A cell under ten never is, zero included. So that nobody subtracts their way to it, the smallest larger
/// cells go with it: at least one, all that are equally large, and more as long as bounds would leave a hidden cell a single possible value.
/// <para>
/// Why nobody can compute a hidden cell while the total is shown: the rule looks at numbers only, never at which municipality has them, so exchanging
/// two hidden cells gives the same publication. The hidden ones are never all equal (one is under ten, another is not), so each could have had
/// another value. Even who knows which of them are the small ones is left with a choice.
/// </para>
/// </summary>
internal static class Suppression
{
    /// <summary>Smallest number that is ever told.</summary>
    public const int Smallest = 10;

    public static Publication Decide(IReadOnlyList<Count> counts)
    {
        var hidden = counts.Where(count => count.Cases < Smallest).ToList();
        if (hidden.Count == 0)
        {
            return Publish(counts, hidden, totalShown: counts.Count > 0);
        }

        var smallHidden = hidden.Count;
        foreach (var equals in counts.Where(count => count.Cases >= Smallest).GroupBy(count => count.Cases).OrderBy(group => group.Key))
        {
            hidden.AddRange(equals);
            var leastShown = counts.Where(count => count.Cases > equals.Key).Select(count => (int?)count.Cases).Min();
            if (LeavesChoice(hidden, smallHidden, leastShown))
            {
                return Publish(counts, hidden, totalShown: true);
            }
        }

        // Everything is hidden and the total would still give something away.
        return Publish(counts, hidden, totalShown: false);
    }

    /// <summary>
    /// True when every hidden cell could have at least two values for somebody who knows the sum of the hidden ones, which of them are small, and
    /// that the others lie between ten and the smallest that is shown.
    /// </summary>
    private static bool LeavesChoice(List<Count> hidden, int small, int? leastShown)
    {
        var sum = hidden.Sum(count => count.Cases);
        var bounds = hidden.Select((_, index) => index < small ? (Low: 0, High: Smallest - 1) : (Low: Smallest, High: leastShown - 1 ?? sum)).ToList();
        var (lows, highs) = (bounds.Sum(bound => bound.Low), bounds.Sum(bound => bound.High));
        return bounds.TrueForAll(bound => Math.Min(bound.High, sum - (lows - bound.Low)) > Math.Max(bound.Low, sum - (highs - bound.High)));
    }

    private static Publication Publish(IReadOnlyList<Count> counts, List<Count> hidden, bool totalShown) =>
        new(counts.Except(hidden).Select(count => count.Municipality).ToHashSet(StringComparer.Ordinal), totalShown);
}
