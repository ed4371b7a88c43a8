using System.Diagnostics;

namespace EenPlan.Nodes.Tests;

/// <summary>
/// Between the nodes, or to one of them, things go wrong while people work at both. Afterwards everything that was accepted is there, once, and both directories agree.
/// Longer, with figures for each: <c>./eenplan chaos nodes</c>.
/// </summary>
public sealed class OutageTests(ITestOutputHelper output)
{
    private static readonly bool All = Environment.GetEnvironmentVariable("EENPLAN_ALL") == "1";
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(All ? 60 : 2);

    /// <summary>The hardest of them in every run; with <c>--all</c> each, a minute long.</summary>
    private static readonly IEnumerable<string> Here = All ? Outages.All.Keys : [Outages.Cut, Outages.Silent, Outages.RegionKilled];

    [Fact]
    public async Task Whatever_goes_wrong_between_two_nodes_nothing_accepted_is_lost_or_done_twice_and_they_agree_again()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        using var crew = await Crew.GatherAsync(nodes);
        await crew.BeginAsync();
        await crew.EverybodyGetsOnAsync();
        foreach (var what in Here)
        {
            var (accepted, lost, lostHere) = (crew.Ledger.Count, crew.Ledger.Lost, crew.LostAtTheRegion);
            await Outages.All[what](nodes, Lasts);
            var watch = Stopwatch.StartNew();
            await crew.EverybodyGetsOnAsync();
            output.WriteLine($"{what}: {crew.Ledger.Count - accepted} changes accepted, {crew.Ledger.Lost - lost} answers lost; everybody got on {watch.Elapsed.TotalSeconds:0.0} s after it");
            (what == Outages.RegionKilled ? 0 : crew.LostAtTheRegion - lostHere).ShouldBe(0, $"who works at the region noticed: {what}");
        }

        await crew.EndAsync();

        await Reckoning.CheckAsync(crew);
        await nodes.AgreeAsync();
        if (All)
        {
            // A list without news is taken once a minute.
            await nodes.ListsAgreeAsync();
        }
    }
}
