using EenPlan.Story;

namespace EenPlan.Distributed.Tests;

/// <summary>The one process dies at any moment, its very first start included, and goes on where it was.</summary>
public sealed class StandaloneKills(ITestOutputHelper output)
{
    [Fact]
    public async Task Standalone_killed_during_its_first_start_and_while_people_work_loses_nothing_that_it_accepted()
    {
        var seed = Seed.New(output);
        await using var product = Product.NewStandalone();
        product.Launch();
        await HasBegunAsync(product);
        await Task.Delay(seed.Next(0, 800), TestContext.Current.CancellationToken);
        await product.KillAsync();
        output.WriteLine($"killed during the first start, databases so far: {string.Join(", ", Directory.GetFiles(product.DataFolder, "*.db").Select(Path.GetFileName))}");
        await product.StartAgainAsync();
        using var crew = await Crew.GatherAsync(product);
        await crew.BeginAsync();
        for (var kill = 0; kill < 3; kill++)
        {
            await crew.GetsOnAsync();
            await Task.Delay(seed.Next(0, 3000), TestContext.Current.CancellationToken);
            await product.KillAsync();
            output.WriteLine($"killed while {crew.Ledger.Count} changes were accepted");
            await product.StartAgainAsync();
        }

        await crew.EndAsync();

        output.WriteLine($"4 kills, {crew.Ledger.Count} changes accepted, {crew.Ledger.Told.Count} to be told, {crew.Ledger.Lost} answers lost");
        var told = await Reckoning.CheckAsync(crew);
        Privacy.Check(product.DataFolder, null, WhatGoesOut.Of("what the watcher and the organisation were told", told), WhatGoesOut.Of("what standalone said", product.Said));
    }

    /// <summary>The first database file is there: from now on the migrations run.</summary>
    private static Task HasBegunAsync(Product product) =>
        Eventually.SeesAsync("the first database", () => Task.FromResult(Directory.GetFiles(product.DataFolder, "*.db").FirstOrDefault()));
}
