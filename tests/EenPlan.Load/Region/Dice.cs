namespace EenPlan.Load.Region;

/// <summary>Chance with a seed: the same on every machine and in every version of .NET (SplitMix64).</summary>
internal sealed class Dice
{
    private readonly ulong _seed;
    private ulong _state;

    public Dice(ulong seed) => _seed = _state = seed;

    /// <summary>Dice of their own for one thing, so that adding a question elsewhere changes nothing here.</summary>
    public Dice For(int about) => new(Mix(_seed ^ Mix((ulong)about + 0x9E3779B97F4A7C15)));

    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    /// <summary>From 0 up to, not including, the limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Happens(double chance) => Share() < chance;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>A number by weights.</summary>
    public int ByWeight(IReadOnlyList<int> weights)
    {
        var left = Below(weights.Sum());
        for (var index = 0; ; index++)
        {
            left -= weights[index];
            if (left < 0)
            {
                return index;
            }
        }
    }

    public void Shuffle<T>(IList<T> items)
    {
        for (var last = items.Count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
