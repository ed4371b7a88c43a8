using EenPlan.Bench.Measuring;

namespace EenPlan.Bench.World;

/// <summary>What the rows share: the product in distributed mode, started when the first row asks for it, and the way to measure.</summary>
internal sealed class Stage(Settings settings) : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _started = [];
    private readonly System.Diagnostics.Stopwatch _watch = System.Diagnostics.Stopwatch.StartNew();
    private readonly Cpu _cpu = new(Place.Mark);
    private BenchProduct? _product;

    public Settings Settings => settings;

    public void Tell(string what) => Console.WriteLine($"{_watch.Elapsed:mm\\:ss}  {what}");

    /// <summary>Measures the sides in rounds, by the rule for all rows.</summary>
    public Task<RoundLog> RoundsAsync(params IReadOnlyList<Side> sides) =>
        new Rounds(_cpu, TimeProvider.System).RunAsync(sides, settings.Rounds, settings.LongestRow, what => Tell("  " + what));

    /// <summary>Measures what cannot be done twice, such as the growth of a process: one turn each, whatever others do, and it is told what they did.</summary>
    public async Task<RoundLog> OnceAsync(params IReadOnlyList<Side> sides)
    {
        var before = _cpu.Look();
        var samples = new Dictionary<string, Sample>();
        foreach (var side in sides)
        {
            samples.Add(side.Name, await side.MeasureAsync());
        }

        return new RoundLog([new Round(samples, _cpu.CoresSince(before))], 0);
    }

    public async Task<BenchProduct> ProductAsync()
    {
        if (_product is null)
        {
            Tell("  starting the product, every service its own process");
            _product = Keep(await BenchProduct.StartAsync());
        }

        return _product;
    }

    /// <summary>The product stops: a row wants the machine for itself. The next one that asks gets a new one.</summary>
    public async Task StopAllAsync()
    {
        while (_started.TryPop(out var started))
        {
            await started.DisposeAsync();
        }

        _product = null;
    }

    /// <summary>Ends it when this run ends.</summary>
    public T Keep<T>(T started)
        where T : IAsyncDisposable
    {
        _started.Push(started);
        return started;
    }

    public async ValueTask DisposeAsync() => await StopAllAsync();
}
