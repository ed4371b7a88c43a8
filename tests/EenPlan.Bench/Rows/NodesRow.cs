using System.Diagnostics;
using EenPlan.Bench.Measuring;
using EenPlan.Bench.World;
using EenPlan.Story;
using EenPlan.Story.Nodes;

namespace EenPlan.Bench.Rows;

/// <summary>
/// Row nodes: what it costs to work from an organisation's own node, against the same at the region; and how soon what it changes in its directory is found there.
/// Two standalone nodes on this machine, joined, with nothing between them but a relay of bytes.
/// </summary>
internal sealed class NodesRow : IRow
{
    private const string Own = "plan read from the own node";
    private const string Region = "plan read at the region";
    private const string Directory = "directory change until found in the region";
    private const string Coordinator = "gerda.voorbeeld";

    /// <summary>One person reads here, under the limits of the gateways.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public IReadOnlyList<string> Numbers => ["nodes"];

    public string Title => "work from an organisation's own node, and its people in the region";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Stage stage)
    {
        var nodes = stage.Keep(await TwoNodes.JoinedAsync());
        using var cast = nodes.NewCast();
        var family = await Family.OpenAsync(nodes.Region, cast);
        await family.AppointAsync(Coordinator);
        await family.InviteAsync(TwoNodes.Noor, by: Coordinator);
        await family.AcceptAsync(TwoNodes.Noor);
        var (noor, gerda, coen) = (await cast.AsAsync(TwoNodes.Noor), await cast.AsAsync(Coordinator), await cast.AsAsync(TwoNodes.MemberKeeper));
        Side[] sides =
        [
            new(Own, () => TurnAsync(() => ReadAsync(noor, family.Path), Pause, stage.Settings.Turn)),
            new(Region, () => TurnAsync(() => ReadAsync(gerda, family.Path), Pause, stage.Settings.Turn)),
            new(Directory, () => TurnAsync(() => ChangeAsync(coen, gerda), Pause, stage.Settings.Turn)),
        ];
        foreach (var side in sides)
        {
            await side.MeasureAsync();
        }

        var log = await stage.RoundsAsync(sides);
        double[] Of(string side, string name) => [.. log.Of(round => round.Samples[side].Beside[name])];
        return
        [
            new Figure("nodes", $"{Own} / {Region}, median of one read", "ratio", log.Of(round => round.Samples[Own].Beside["p50"] / round.Samples[Region].Beside["p50"]))
            {
                ThrownAway = log.ThrownAway, Noise = log.Noise,
                Beside = new Dictionary<string, double> { ["own node, ms"] = Series.Median(Of(Own, "p50")), ["region, ms"] = Series.Median(Of(Region, "p50")), ["own node p99, ms"] = Series.Median(Of(Own, "p99")) },
            },
            Figure.Value("nodes", $"p99 of {Directory}", "ms", log, round => round.Samples[Directory].Beside["p99"], Bar.NotOver(1000)) with
            {
                Beside = new Dictionary<string, double> { ["median in ms"] = Series.Median(Of(Directory, "p50")) },
            },
        ];
    }

    private static async Task<double> ReadAsync(Visitor visitor, string path)
    {
        var watch = Stopwatch.StartNew();
        (await visitor.GetAsync(path)).ShouldBe(200);
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>Coen changes a colleague's function at the member; Gerda looks until she finds it.</summary>
    private static async Task<double> ChangeAsync(Visitor coen, Visitor gerda)
    {
        var person = "directory/v1/professionals/" + (await gerda.PostAsync("directory/v1/professionals/_search", new { text = "bas verzinsel" })).Items.Single()["id"];
        var function = $"Hulpverlener {Guid.NewGuid():N}";
        await coen.ChangeAsync(person, new { function });
        var watch = Stopwatch.StartNew();
        while ((string?)(await gerda.GetAsync(person)).ShouldBe(200)["function"] != function)
        {
            await Task.Delay(2);
        }

        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<Sample> TurnAsync(Func<Task<double>> once, TimeSpan pause, TimeSpan turn)
    {
        var watch = Stopwatch.StartNew();
        List<double> took = [];
        while (watch.Elapsed < turn)
        {
            took.Add(await once());
            await Task.Delay(pause);
        }

        return new Sample(took.Count / watch.Elapsed.TotalSeconds, double.NaN)
        {
            Beside = new Dictionary<string, double> { ["p50"] = Series.Percentile(took, 0.5), ["p99"] = Series.Percentile(took, 0.99) },
        };
    }
}
