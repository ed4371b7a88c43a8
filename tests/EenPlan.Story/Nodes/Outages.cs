using EenPlan.Story.Network;

namespace EenPlan.Story.Nodes;

/// <summary>What can happen between two nodes, or to one of them. When it is over everything runs, and what it broke in between may stay broken.</summary>
internal static class Outages
{
    public const string Cut = "cut";
    public const string Flapping = "on and off every second";
    public const string Silent = "silent in the middle, and accepting without a word";
    public const string MemberKilled = "the member killed";
    public const string RegionKilled = "the region killed";
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static IReadOnlyDictionary<string, Func<TwoNodes, TimeSpan, Task>> All { get; } = new Dictionary<string, Func<TwoNodes, TimeSpan, Task>>
    {
        [Cut] = (nodes, lasts) => WeatherAsync(nodes, Weather.Cut, lasts),
        [Flapping] = FlappingAsync,
        ["500 ms under way in each direction"] = (nodes, lasts) => WeatherAsync(nodes, Weather.Far, lasts),
        [Silent] = (nodes, lasts) => WeatherAsync(nodes, Weather.Silent, lasts),
        ["every second one in five reset"] = (nodes, lasts) => WeatherAsync(nodes, Weather.Resets, lasts),
        [MemberKilled] = (nodes, lasts) => DeadAsync(nodes.Member, lasts),
        [RegionKilled] = (nodes, lasts) => DeadAsync(nodes.Region, lasts),
    };

    private static async Task WeatherAsync(TwoNodes nodes, Weather weather, TimeSpan lasts)
    {
        nodes.Turn(weather);
        await Task.Delay(lasts);
        nodes.Turn(Weather.Clear);
    }

    private static async Task FlappingAsync(TwoNodes nodes, TimeSpan lasts)
    {
        for (var left = lasts; left > TimeSpan.Zero; left -= Second + Second)
        {
            await WeatherAsync(nodes, Weather.Cut, Second);
            await Task.Delay(Second);
        }
    }

    private static async Task DeadAsync(Product node, TimeSpan lasts)
    {
        await node.KillAsync();
        await Task.Delay(lasts);
        await node.StartAgainAsync();
    }
}
