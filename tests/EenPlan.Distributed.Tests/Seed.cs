using System.Globalization;

namespace EenPlan.Distributed.Tests;

/// <summary>Chance that can be repeated: set EENPLAN_SEED to the seed that a failed run printed.</summary>
internal static class Seed
{
    private static readonly int Number = int.TryParse(Environment.GetEnvironmentVariable("EENPLAN_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();

    public static Random New() => new(Number);

    public static Random New(ITestOutputHelper output)
    {
        output.WriteLine($"seed {Number} (repeat with EENPLAN_SEED={Number})");
        return New();
    }
}
