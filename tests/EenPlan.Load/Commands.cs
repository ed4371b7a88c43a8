using EenPlan.Load.Tiers;
using EenPlan.Load.Writing;

namespace EenPlan.Load;

/// <summary>What this program can do; <c>./eenplan load</c> is the way in for people.</summary>
internal static class Commands
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var arguments = Arguments.Read(args);
            switch (arguments.Command)
            {
                case "make":
                    await MakeAsync(arguments);
                    return 0;
                default:
                    throw new ArgumentException($"I don't know '{arguments.Command}'. I can: make.");
            }
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"eenplan load: {failure.Message}");
            return 1;
        }
    }

    /// <summary>Makes the region unless the folder holds it already.</summary>
    private static async Task MakeAsync(Arguments arguments)
    {
        var folder = new RegionFolder(Path.GetFullPath(arguments.Text("data")));
        var (tier, seed) = (arguments.Tier(), arguments.Number("seed", 1));
        if (folder.Manifest is { } made && made.Tier == tier && made.Seed == seed && made.Schema == RegionDatabases.Schema())
        {
            Console.WriteLine($"  {folder.Path} holds this region already");
            return;
        }

        Console.WriteLine($"  Making a region of {tier.Plans:N0} plans in {folder.Path} (seed {seed})");
        await new RegionBuilder(tier, seed, folder, TimeProvider.System, Console.Out, RegionBuilder.LongHistory).BuildAsync();
    }
}
