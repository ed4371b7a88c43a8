using EenPlan.Load.Results;
using EenPlan.Load.Scale;
using EenPlan.Load.Tiers;
using EenPlan.Load.Watching;
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
                case "demo":
                    await MakeDemoAsync(arguments);
                    return 0;
                case "run":
                    return await RunAsync(arguments);
                case "scale":
                    return await ScaleAsync(arguments);
                default:
                    throw new ArgumentException($"I don't know '{arguments.Command}'. I can: make, demo, run, scale.");
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

    /// <summary>Makes a region to look at. People may have worked in it since: what is there is never made anew.</summary>
    private static async Task MakeDemoAsync(Arguments arguments)
    {
        var folder = new RegionFolder(Path.GetFullPath(arguments.Text("data")));
        var tier = Tier.Demo(arguments.Number("plans", 500));
        if (folder.Manifest is { } made)
        {
            Console.WriteLine(made.Tier == tier ? $"    the region of {tier.Plans:N0} plans is there already"
                : throw new InvalidOperationException($"{folder.Path} holds another region, of {made.Tier.Plans:N0} plans; it stays. Choose another folder."));
            return;
        }

        await new RegionBuilder(tier, arguments.Number("seed", 1), folder, TimeProvider.System, Console.Out, YearOfWork.History, besideEachOther: true).BuildAsync();
    }

    /// <summary>Measures the row of the bench that needs regions, by the rules of all rows.</summary>
    private static Task<int> ScaleAsync(Arguments arguments)
    {
        var (large, small) = (arguments.Number("plans", Tier.Find("national")!.Plans), arguments.Number("small-plans", 1000));
        var row = new ScaleRow(Path.GetFullPath(arguments.Text("large")), large, Path.GetFullPath(arguments.Text("small")), small);
        return Bench.Run.MeasureAsync([row], arguments.Number("quick", 0) == 1, $"./eenplan bench scale --plans {large} --small-plans {small}");
    }

    /// <summary>Loads the product that runs on this folder, and writes down what came of it.</summary>
    private static async Task<int> RunAsync(Arguments arguments)
    {
        var folder = new RegionFolder(Path.GetFullPath(arguments.Text("data")));
        var tier = folder.Manifest?.Tier ?? throw new InvalidOperationException($"{folder.Path} holds no region that was made for a load run.");
        var factor = arguments.Fraction("factor", 1);
        var share = arguments.Number("reads", 85) / 100.0;
        // Somebody at work does something every four seconds or so; enough people that nobody has to do two things at once.
        var visitors = arguments.Number("visitors", Math.Clamp((int)(tier.Requests * factor * 4), 40, tier.Users / 2));
        var plan = new LoadPlan(new Uri(arguments.Text("url")), folder, tier, factor, arguments.Fraction("minutes", 30), share, visitors, arguments.Number("streams", Math.Min((int)(tier.Streams * factor), OpenFiles.Streams(OpenFiles.Limits()))),
            arguments.Number("feeds", 20), arguments.Text("mode", "standalone"), $"EENPLAN_RUN={folder.Path}", arguments.Processes());
        using var run = new LoadRun(plan, TimeProvider.System, Console.Out);
        var (result, tally) = await run.RunAsync();
        var output = Path.GetFullPath(arguments.Text("out"));
        await RunFiles.WriteAsync(output, result, tally);
        Console.WriteLine();
        Console.WriteLine(RunText.Of(result));
        Console.WriteLine($"  Written to {output}");
        Console.WriteLine();
        var bars = Bar.Of(result);
        foreach (var bar in bars)
        {
            Console.WriteLine($"  {bar.Verdict}");
        }

        return bars.All(bar => bar.IsMet) ? 0 : 2;
    }
}
