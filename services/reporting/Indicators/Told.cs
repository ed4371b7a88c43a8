namespace EenPlan.Reporting.Indicators;

/// <summary>Says which numbers may be told; the rule that is in force is <see cref="Suppression.Decide"/>.</summary>
internal delegate Decision DecideWhatMayBeTold(IReadOnlyList<Count> counts);

/// <summary>What is told of one number per municipality: those that are shown, and the region's total or null.</summary>
internal sealed record Told(IReadOnlyDictionary<string, int> Municipalities, int? Total)
{
    private static readonly Told Nothing = new(new Dictionary<string, int>(), null);

    public int? Of(string? municipality) =>
        municipality is null ? Total : Municipalities.TryGetValue(municipality, out var number) ? number : null;

    public static Told Tell(IReadOnlyList<Count> counts, DecideWhatMayBeTold decide)
    {
        var decision = decide(counts);
        return new Told(counts.Where(count => decision.Shown.Contains(count.Municipality)).ToDictionary(count => count.Municipality, count => count.Number),
            decision.TotalShown ? counts.Sum(count => count.Number) : null);
    }

    /// <summary>
    /// What is told of the parts that add up to this: all of them or none, so that no part is what is left of the others. The region's parts when each is large enough; those of
    /// municipalities when in every municipality that is shown each is large enough too, and the hidden ones, of which the sum of each part is then known, keep a choice in each.
    /// The same municipalities are hidden as in the whole: a part gives no number away that the whole does not.
    /// </summary>
    /// <param name="whole">The parts added up, per municipality.</param>
    /// <param name="parts">The parts, each for the same municipalities in the same order.</param>
    public static IReadOnlyList<Told> Split(Told whole, IReadOnlyList<IReadOnlyList<Count>> parts)
    {
        if (whole.Total is null || parts.Any(part => part.Sum(count => count.Number) < Suppression.Smallest))
        {
            return [.. parts.Select(_ => Nothing)];
        }

        var each = parts.All(part => part.All(count => !whole.Municipalities.ContainsKey(count.Municipality) || count.Number >= Suppression.Smallest) && HiddenKeepChoice(whole, part));
        return [.. parts.Select(part => new Told(each ? part.Where(count => whole.Municipalities.ContainsKey(count.Municipality)).ToDictionary(count => count.Municipality, count => count.Number)
            : Nothing.Municipalities, part.Sum(count => count.Number)))];
    }

    private static bool HiddenKeepChoice(Told whole, IReadOnlyList<Count> part)
    {
        int[] hidden = [.. part.Where(count => !whole.Municipalities.ContainsKey(count.Municipality)).Select(count => count.Number)];
        return hidden.Length == 0 || (hidden.Sum() >= Suppression.Smallest && Suppression.LeavesChoice(hidden));
    }
}
