using System.Diagnostics;
using EenPlan.Story;
using EenPlan.Story.Network;
using EenPlan.Story.Nodes;
using EenPlan.Story.Work;

namespace EenPlan.Chaos.Parts;

/// <summary>
/// Bad connections between two nodes, and one of them dead, while people work at both; and whether the region notices a member that does not answer.
/// </summary>
internal static class BetweenNodes
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    public static async Task RunAsync(Orders orders, Report report)
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        foreach (var (what, outage) in Outages.All)
        {
            report.Add(await BearAsync(nodes, what, what == Outages.Flapping ? Longest : Lasts, outage));
        }

        report.Add(await LookAsync(nodes, "with a living member", () => Task.CompletedTask, () => Task.CompletedTask));
        report.Add(await LookAsync(nodes, "with a member that accepts and says nothing", () => TurnAsync(nodes, Weather.Silent), () => TurnAsync(nodes, Weather.Clear)));
        report.Add(await LookAsync(nodes, "with a dead member", nodes.Member.KillAsync, nodes.Member.StartAgainAsync));
    }

    private static async Task<Line> BearAsync(TwoNodes nodes, string what, TimeSpan lasts, Func<TwoNodes, TimeSpan, Task> outage)
    {
        using var crew = await Crew.GatherAsync(nodes);
        await crew.BeginAsync();
        await crew.GetsOnAsync();
        var (count, broken) = (crew.Ledger.Count, nodes.ToRegion.Broken + nodes.ToMember.Broken);
        await outage(nodes, lasts);
        var (meanwhile, refused, noticed) = (crew.Ledger.Count - count, crew.Ledger.Lost, crew.LostAtTheRegion);
        var watch = Stopwatch.StartNew();
        await crew.EverybodyGetsOnAsync();
        var again = watch.Elapsed;
        await crew.GetsOnAsync(60);
        await crew.EndAsync();
        watch.Restart();
        var found = await Reckoning.FindAsync(crew);
        await nodes.AgreeAsync();
        await nodes.ListsAgreeAsync();
        var refusals = string.Join(", ", crew.Ledger.Refusals.Select(refusal => $"{refusal.Value} x {refusal.Key}"));
        return new Line("nodes", $"{what}, {lasts.TotalSeconds:0} s", nodes.ToRegion.Broken + nodes.ToMember.Broken - broken, found,
            $"{meanwhile} changes accepted meanwhile, {refused} answers lost ({(refusals.Length > 0 ? refusals : "none")}), {noticed} of them at the region; everybody worked again {again.TotalSeconds:0.0} s after it; all told and both directories equal {watch.Elapsed.TotalSeconds:0.0} s after the work ended",
            found.IsClean && (noticed == 0 || what == Outages.RegionKilled));
    }

    /// <summary>Somebody at the region who reads a plan again and again, at a steady pace.</summary>
    private static async Task<Line> LookAsync(TwoNodes nodes, string what, Func<Task> begin, Func<Task> end)
    {
        using var cast = nodes.NewCast();
        var family = await Family.OpenAsync(nodes.Region, cast);
        await family.AppointAsync(Cast.Coordinator);
        var karim = await cast.AsAsync(Cast.Coordinator);
        await begin();
        var (took, wrong) = (new List<double>(), 0);
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Lasts;)
        {
            var asked = watch.Elapsed;
            wrong += (await karim.GetAsync(family.Path)).Status == 200 ? 0 : 1;
            took.Add((watch.Elapsed - asked).TotalMilliseconds);
            await Task.Delay(Pace);
        }

        await end();
        took.Sort();
        return new Line("nodes", $"the region {what}, {Lasts.TotalSeconds:0} s", took.Count, null,
            $"{wrong} errors; p50 {took[took.Count / 2]:0.0} ms, p99 {took[took.Count * 99 / 100]:0.0} ms, longest {took[^1]:0} ms", wrong == 0);
    }

    private static Task TurnAsync(TwoNodes nodes, Weather weather)
    {
        nodes.Turn(weather);
        return Task.CompletedTask;
    }
}
