using EenPlan.Bench.Measuring;
using EenPlan.Bench.Rows;
using EenPlan.Bench.World;

namespace EenPlan.Load.Scale;

/// <summary>Row "scale": every kind of request in a region of a thousand plans and in one of a whole country, the product running on both at once.</summary>
internal sealed class ScaleRow(string largeFolder, int largePlans, string smallFolder, int smallPlans) : IRow
{
    private const string Large = "large";
    private const string Small = "small";

    /// <summary>So often everything is asked on both sides before it counts: code is compiled, and pages that are read often are in memory.</summary>
    private const int WarmUps = 4;

    public IReadOnlyList<string> Numbers => ["scale"];

    public string Title => $"every kind of request with {largePlans:N0} plans against {smallPlans:N0}";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Stage stage)
    {
        var small = stage.Keep(await ScaledRegion.StartAsync(smallFolder, smallPlans, what => stage.Tell("  " + what)));
        var large = stage.Keep(await ScaledRegion.StartAsync(largeFolder, largePlans, what => stage.Tell("  " + what)));
        for (var time = 0; time < WarmUps; time++)
        {
            var (first, second) = (await small.TurnAsync(), await large.TurnAsync());
            stage.Tell($"  warming up: {Large} {Bench.Measuring.Numbers.Short(second.Value)} ms a request, {Small} {Bench.Measuring.Numbers.Short(first.Value)}");
        }

        var log = await stage.RoundsAsync(new Side(Large, large.TurnAsync), new Side(Small, small.TurnAsync));
        return Figure.PerKind("scale", log, Large, Small, "ms", Bar.NotOver(1.5));
    }
}
