using System.Diagnostics;
using EenPlan.Bench.Measuring;
using EenPlan.Bench.References;
using EenPlan.Bench.World;
using Microsoft.Data.Sqlite;

namespace EenPlan.Bench.Rows;

/// <summary>Row 13: a service that lost its database reads the whole journal again while people go on working, against a bare client that only publishes.</summary>
internal sealed class ReplayRow : IRow
{
    private const string Calm = "live p99 without replay";
    private const string Replay = "replay";
    private const string Raw = "raw publish";
    private const string Late = "reporting";
    private const double PerSecond = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public IReadOnlyList<string> Numbers => ["13"];

    public string Title => "reporting reads the whole journal again, 20 changes a second go on, against raw publishing";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Stage stage)
    {
        var product = await stage.ProductAsync();
        var coordinator = await product.Cast.AsAsync(Story.Cast.Coordinator);
        var writers = Writer.ForAll(product.Families, coordinator);
        await FillAsync(stage, product, writers[0]);
        await using var raw = await RawBroker.ConnectAsync(product.Broker, JournalFiller.EventBytes, queues: 1, consumes: false);
        var turn = stage.Settings.Turn;
        await raw.RunAsync(turn / 3);
        var log = await stage.RoundsAsync(
            new Side(Raw, async () => new Sample((await raw.RunAsync(turn)).Value)),
            new Side(Calm, async () => new Sample(Series.Percentile((await LiveAsync(product, writers, () => Task.Delay(turn))).Latencies, 0.99))),
            new Side(Replay, async () =>
            {
                var (rate, latencies) = await LiveAsync(product, writers, () => ReplayAsync(product));
                return new Sample(rate) { Beside = new Dictionary<string, double> { ["p99"] = Series.Percentile(latencies, 0.99) } };
            }));
        return
        [
            Figure.Ratio("13", "replay into reporting / raw publish", log, Replay, Raw, Bar.NotUnder(0.5)),
            Figure.Value("13", "live p99 during the replay / without it", "ratio", log, round => round.Samples[Replay].Beside["p99"] / round.Samples[Calm].Value, Bar.NotOver(2)) with
            {
                Beside = new Dictionary<string, double>
                {
                    ["live p99 ms during the replay"] = Series.Median(log.Of(round => round.Samples[Replay].Beside["p99"])),
                    ["live p99 ms without it"] = Series.Median(log.Of(round => round.Samples[Calm].Value)),
                },
            },
        ];
    }

    /// <summary>A journal that takes a few seconds to read.</summary>
    private static async Task FillAsync(Stage stage, BenchProduct product, Writer writer)
    {
        var journal = new JournalTurn(product, writer, stage.Settings.Turn);
        using var head = ReadOnly.HeadOf(product.Folder);
        var wanted = stage.Settings.Turn.TotalSeconds * 4000;
        while (head.Ask() < wanted)
        {
            await journal.RunAsync();
        }
    }

    /// <summary>Paced changes for as long as the other thing takes; how long each was on its way to subscriptions.</summary>
    private static async Task<(double Value, IReadOnlyList<double> Latencies)> LiveAsync<T>(BenchProduct product, IReadOnlyList<Writer> writers, Func<T> meanwhile)
        where T : Task
    {
        using var arrivals = await ArrivalWatch.StartAsync(product.Folder, "subscriptions", Patience);
        using var enough = new CancellationTokenSource();
        var pacing = Writer.PaceAsync(writers, PerSecond, Patience, enough.Token);
        var other = meanwhile();
        await other;
        await enough.CancelAsync();
        await pacing;
        return (other is Task<double> measured ? measured.Result : 0, await arrivals.EndAsync(TimeSpan.FromSeconds(30)));
    }

    /// <summary>Takes the database of reporting away and gives events per second from the first that it has until it has all.</summary>
    private static async Task<double> ReplayAsync(BenchProduct product)
    {
        await product.Product.ServiceAsync(Late, "stop");
        foreach (var file in Directory.GetFiles(product.Folder, Late + ".db*"))
        {
            File.Delete(file);
        }

        using var head = ReadOnly.HeadOf(product.Folder);
        var until = head.Ask();
        await product.Product.ServiceAsync(Late, "up");
        var watch = Stopwatch.StartNew();
        long first = 0;
        while (first == 0)
        {
            await PauseAsync(watch);
            first = Reached(product);
        }

        var began = watch.Elapsed;
        using var mark = ReadOnly.WatermarkOf(product.Folder, Late);
        while (mark.Ask() < until)
        {
            await PauseAsync(watch);
        }

        return (until - first) / (watch.Elapsed - began).TotalSeconds;
    }

    private static long Reached(BenchProduct product)
    {
        try
        {
            using var mark = ReadOnly.WatermarkOf(product.Folder, Late);
            return mark.Ask();
        }
        catch (SqliteException)
        {
            // Not there yet, or in the middle of its first migration.
            return 0;
        }
    }

    private static Task PauseAsync(Stopwatch watch) =>
        watch.Elapsed < Patience ? Task.Delay(5) : throw new TimeoutException($"{Late} did not have everything after {Patience.TotalSeconds:0} s.");
}
