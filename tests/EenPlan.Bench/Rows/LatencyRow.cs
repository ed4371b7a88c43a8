using System.Diagnostics;
using EenPlan.Bench.Measuring;
using EenPlan.Bench.References;
using EenPlan.Bench.World;

namespace EenPlan.Bench.Rows;

/// <summary>Row 11: from commit in cases to commit in a reader while changes come calmly, against what disk and broker need for it.</summary>
internal sealed class LatencyRow : IRow
{
    private const string Product = "commit to reader";
    private const string Floor = "fsync and confirm";
    private const double PerSecond = 20;

    public IReadOnlyList<string> Numbers => ["11"];

    public string Title => "commit in cases to commit in subscriptions, 20 changes a second, against one fsync and one confirm";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Stage stage)
    {
        var product = await stage.ProductAsync();
        var writers = Writer.ForAll(product.Families, await product.Cast.AsAsync(Story.Cast.Coordinator));
        await using var raw = await RawBroker.ConnectAsync(product.Broker, JournalFiller.EventBytes, queues: 1);
        await Writer.PaceAsync(writers, PerSecond, TimeSpan.FromSeconds(2));
        var turn = stage.Settings.Turn * 2;
        var log = await stage.RoundsAsync(
            new Side(Product, () => JourneyAsync(product, writers, turn)),
            new Side(Floor, () => FloorAsync(raw, turn / 5)));
        return
        [
            Figure.Value("11", "commit to reader's commit, p99, 20/s", "ms", log, round => round.Samples[Product].Beside["p99"], Bar.NotOver(25)) with
            {
                Beside = new Dictionary<string, double>
                {
                    ["p50 ms"] = Median(log, Product, "p50"),
                    ["longest ms"] = log.Kept.Max(round => round.Samples[Product].Beside["max"]),
                    ["events measured in all rounds"] = log.Kept.Sum(round => round.Samples[Product].Beside["events"]),
                },
            },
            Figure.Value("11", "commit to reader's commit p50 / (fsync p50 + confirm p50)", "ratio", log, round => round.Samples[Product].Beside["p50"] / round.Samples[Floor].Beside["p50"], Bar.NotOver(3)) with
            {
                Beside = new Dictionary<string, double> { ["fsync p50 ms"] = Median(log, Floor, "fsync"), ["confirm p50 ms, quorum queue"] = Median(log, Floor, "confirm") },
            },
        ];
    }

    private static double Median(RoundLog log, string side, string what) => Series.Median(log.Of(round => round.Samples[side].Beside[what]));

    private static async Task<Sample> JourneyAsync(BenchProduct product, IReadOnlyList<Writer> writers, TimeSpan turn)
    {
        using var arrivals = await ArrivalWatch.StartAsync(product.Folder, "subscriptions", TimeSpan.FromSeconds(20));
        await Writer.PaceAsync(writers, PerSecond, turn);
        var taken = await arrivals.EndAsync(TimeSpan.FromSeconds(20));
        return new Sample(Series.Percentile(taken, 0.99))
        {
            Beside = new Dictionary<string, double>
            {
                ["p50"] = Series.Percentile(taken, 0.5), ["p99"] = Series.Percentile(taken, 0.99), ["max"] = taken.Max(), ["events"] = taken.Count,
            },
        };
    }

    /// <summary>What it costs at least: one write that is really on disk, and one message that the broker has confirmed.</summary>
    private static async Task<Sample> FloorAsync(RawBroker raw, TimeSpan turn)
    {
        var (fsync, confirm) = (new List<double>(), new List<double>());
        var folder = Place.NewFolder();
        var watch = Stopwatch.StartNew();
        using (var file = File.OpenHandle(Path.Combine(folder, "fsync"), FileMode.Create, FileAccess.Write))
        {
            for (var page = 0L; watch.Elapsed < turn; page++)
            {
                fsync.Add(Fsync(file, page));
                confirm.Add(await raw.ConfirmAsync());
                await Task.Delay(5);
            }
        }

        Directory.Delete(folder, recursive: true);
        var (disk, broker) = (Series.Median(fsync), Series.Median(confirm));
        return new Sample(disk + broker) { Beside = new Dictionary<string, double> { ["fsync"] = disk, ["confirm"] = broker, ["p50"] = disk + broker } };
    }

    private static double Fsync(Microsoft.Win32.SafeHandles.SafeFileHandle file, long page)
    {
        var watch = Stopwatch.StartNew();
        RandomAccess.Write(file, new byte[4096], page * 4096);
        RandomAccess.FlushToDisk(file);
        return watch.Elapsed.TotalMilliseconds;
    }
}
