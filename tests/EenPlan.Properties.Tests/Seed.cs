using System.Globalization;

namespace EenPlan.Properties.Tests;

/// <summary>Chance that can be repeated: set EENPLAN_SEED to the seed that a failed run printed.</summary>
internal static class Seed
{
    /// <summary>With EENPLAN_ALL=1 the long runs.</summary>
    public static bool All => Environment.GetEnvironmentVariable("EENPLAN_ALL") == "1";

    public static int New(ITestOutputHelper output)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("EENPLAN_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"seed {seed} (repeat with EENPLAN_SEED={seed})");
        return seed;
    }
}
