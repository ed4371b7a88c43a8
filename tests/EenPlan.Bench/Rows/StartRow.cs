using System.Diagnostics;
using EenPlan.Bench.Measuring;
using EenPlan.Bench.World;
using EenPlan.Story;

namespace EenPlan.Bench.Rows;

/// <summary>Row 16: from the command until somebody who is signed in gets the list of cases out of the database, from what was built and on data that is there.</summary>
internal sealed class StartRow : IRow
{
    private const string Standalone = "standalone";
    private const string Distributed = "distributed";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public IReadOnlyList<string> Numbers => ["16"];

    public string Title => "start until the first answer from the database";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Stage stage)
    {
        // Whatever else runs of ours would be in the way.
        await stage.StopAllAsync();
        return [await StandaloneAsync(stage), await DistributedAsync(stage)];
    }

    private static async Task<Figure> StandaloneAsync(Stage stage)
    {
        await using var product = await Product.StartStandaloneAsync();
        using var visitor = await Visitor.SignInAsync(product, Cast.Intake);
        var log = await stage.RoundsAsync(new Side(Standalone, async () =>
        {
            var watch = Stopwatch.StartNew();
            product.Launch();
            return await AnswersAsync(visitor, watch);
        }) { PrepareAsync = product.KillAsync });
        return Seconds("standalone: start to first list of cases", log, Standalone, Bar.NotOver(3));
    }

    private static async Task<Figure> DistributedAsync(Stage stage)
    {
        await using var product = await Product.StartDistributedAsync();
        using var visitor = await Visitor.SignInAsync(product, Cast.Intake);
        var memory = new List<double>();
        var log = await stage.RoundsAsync(new Side(Distributed, async () =>
        {
            var watch = Stopwatch.StartNew();
            var script = product.StartScriptAsync();
            var sample = await AnswersAsync(visitor, watch);
            await script;
            memory.Add(Services(product).Max(Cpu.ResidentKibOf) / 1024);
            return sample;
        }) { PrepareAsync = product.StopScriptAsync });
        var figure = Seconds("distributed, broker included: ./eenplan start to first list", log, Distributed, Bar.NotOver(6));
        return figure with { Beside = new Dictionary<string, double> { ["memory of the largest service, MiB"] = Series.Median(memory) } };
    }

    private static Figure Seconds(string what, RoundLog log, string side, Bar bar) => Figure.Value("16", what, "s", log, round => round.Samples[side].Value, bar);

    private static IEnumerable<int> Services(Product product) => Directory.GetFiles(Path.Combine(product.DataFolder, "run"), "*.pid")
        .Where(file => Path.GetFileNameWithoutExtension(file) != "rabbitmq").Select(file => int.Parse(File.ReadAllText(file), System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Asks until it answers.</summary>
    private static async Task<Sample> AnswersAsync(Visitor visitor, Stopwatch watch)
    {
        while (watch.Elapsed < Patience)
        {
            try
            {
                if ((await visitor.GetAsync("cases/v1/cases")).Status == 200)
                {
                    return new Sample(watch.Elapsed.TotalSeconds);
                }
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet.
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"There was no answer after {Patience.TotalSeconds:0} s.");
    }
}
