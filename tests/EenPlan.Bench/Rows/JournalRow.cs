using System.Diagnostics;
using EenPlan.Bench.Measuring;
using EenPlan.Bench.References;
using EenPlan.Bench.World;

namespace EenPlan.Bench.Rows;

/// <summary>Row 10: committed journal rows through relay and broker until every reader has committed their effects, against a bare client doing as much with the broker.</summary>
internal sealed class JournalRow : IRow
{
    private const string Product = "journal to readers";
    private const string Raw = "raw to as many queues";
    private const string RawOne = "raw to one queue";

    public IReadOnlyList<string> Numbers => ["10"];

    public string Title => "journal rows to the committed effects of every reader, against raw publish and consume";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Stage stage)
    {
        var product = await stage.ProductAsync();
        var readers = BenchProduct.ReadersOfCases;
        await using var raw = await RawBroker.ConnectAsync(product.Broker, JournalFiller.EventBytes, readers.Length);
        var journal = new JournalTurn(product, new Writer(product.Families[0], await product.Cast.AsAsync(Story.Cast.Coordinator)), stage.Settings.Turn);
        int[] broker = [product.Process("rabbitmq"), Environment.ProcessId];
        await raw.RunAsync(stage.Settings.Turn / 3);
        await journal.RunAsync();
        var log = await stage.RoundsAsync(
            new Side(Product, journal.RunAsync),
            new Side(Raw, () => RawAsync(raw, stage.Settings.Turn, broker)));
        var one = await OneQueueAsync(product, stage, broker);
        return
        [
            Figure.Ratio("10", "journal to all three readers / raw to three queues", log, Product, Raw, Bar.NotUnder(0.55)) with
            {
                Beside = new Dictionary<string, double>
                {
                    ["events/s of the product, until the slowest of three readers has them"] = Series.Median(log.Of(round => round.Samples[Product].Value)),
                    ["effects/s of the product: rows told to people"] = Series.Median(log.Of(round => round.Samples[Product].Beside["told"])),
                    ["messages/s raw, window 64, to three quorum queues and acknowledged"] = Series.Median(log.Of(round => round.Samples[Raw].Value)),
                    ["messages/s raw, window 64, to one quorum queue and acknowledged"] = one,
                    ["bytes of an event"] = JournalFiller.EventBytes,
                },
            },
        ];
    }

    private static async Task<double> OneQueueAsync(BenchProduct product, Stage stage, int[] broker)
    {
        await using var raw = await RawBroker.ConnectAsync(product.Broker, JournalFiller.EventBytes, queues: 1);
        await raw.RunAsync(stage.Settings.Turn / 3);
        return (await RawAsync(raw, stage.Settings.Turn, broker)).Value;
    }

    private static async Task<Sample> RawAsync(RawBroker raw, TimeSpan turn, int[] processes)
    {
        var before = Cpu.SecondsOf(processes);
        var (rate, count) = await raw.RunAsync(turn);
        return new Sample(rate, (Cpu.SecondsOf(processes) - before) * 1e6 / count);
    }
}

/// <summary>Writes as many events as fit in a turn and waits until every reader has them.</summary>
internal sealed class JournalTurn(BenchProduct product, Writer writer, TimeSpan turn)
{
    private readonly JournalFiller _filler = new(product);
    private int _count = 1000;

    public async Task<Sample> RunAsync()
    {
        var processes = product.Processes(["cases", "rabbitmq", .. BenchProduct.ReadersOfCases]);
        using var updates = new ReadOnly(product.Folder, "subscriptions", "SELECT COUNT(*) FROM Updates");
        var told = updates.Ask();
        var cpu = Cpu.SecondsOf(processes);
        await _filler.WriteAsync(_count);
        var watch = Stopwatch.StartNew();
        // The journal was written behind the back of cases: a change of its own wakes the relay, as every change does.
        await writer.WriteAsync();
        await ReachedAsync(TimeSpan.FromMinutes(1));
        var took = watch.Elapsed.TotalSeconds;
        var sample = new Sample(_count / took, (Cpu.SecondsOf(processes) - cpu) * 1e6 / _count) { Beside = new Dictionary<string, double> { ["told"] = (updates.Ask() - told) / took } };
        _count = Math.Clamp((int)(_count * turn.TotalSeconds / took), 200, 50_000);
        return sample;
    }

    /// <summary>Waits until every reader has all that cases has committed by now.</summary>
    private async Task ReachedAsync(TimeSpan longest)
    {
        var watch = Stopwatch.StartNew();
        using var unnumbered = new ReadOnly(product.Folder, "cases", "SELECT COUNT(*) FROM Journal WHERE Number IS NULL");
        while (unnumbered.Ask() > 0)
        {
            await PauseAsync(watch, longest);
        }

        using var head = ReadOnly.HeadOf(product.Folder);
        var until = head.Ask();
        foreach (var reader in BenchProduct.ReadersOfCases)
        {
            using var watermark = ReadOnly.WatermarkOf(product.Folder, reader);
            while (watermark.Ask() < until)
            {
                await PauseAsync(watch, longest);
            }
        }
    }

    private static Task PauseAsync(Stopwatch watch, TimeSpan longest) =>
        watch.Elapsed < longest ? Task.Delay(5) : throw new TimeoutException($"The readers did not have everything after {longest.TotalSeconds:0} s.");
}
