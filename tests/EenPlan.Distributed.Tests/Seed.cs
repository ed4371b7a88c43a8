using System.Globalization;

namespace EenPlan.Distributed.Tests;

/// <summary>Chance that can be repeated: set EENPLAN_SEED to the seed that a failed run printed.</summary>
internal static class Seed
{
    public static Random New(ITestOutputHelper output)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("EENPLAN_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"seed {seed} (repeat with EENPLAN_SEED={seed})");
        return new Random(seed);
    }
}
