using System.Diagnostics;
using EenPlan.Bench.Measuring;
using EenPlan.Bench.World;
using EenPlan.Story;

namespace EenPlan.Bench.Rows;

/// <summary>Row 15: what thousands of open streams hold in memory, gateway and subscriptions together, against YARP and Kestrel that only keep a stream open.</summary>
internal sealed class LiveRow : IRow
{
    private const string Product = "live streams";
    private const string Bare = "bare streams";
    private const int Many = 5000;
    private const int PerSession = 12;
    private const int WarmUp = 120;

    /// <summary>The few who are told, and the many who are not: so it is with thousands of streams.</summary>
    private static readonly string[] Told = [Cast.Protection, Cast.Psychologist, Cast.Therapist];
    private static readonly string[] NotTold = [Cast.Colleague, Cast.School, Cast.Outsider];

    public IReadOnlyList<string> Numbers => ["15"];

    public string Title => "5,000 open streams: memory each, and from a change to the streams of those who are told";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Stage stage)
    {
        var product = await stage.ProductAsync();
        await using var backend = await ReferencePrograms.BackendAsync(bytes: 100);
        await using var gateway = await ReferencePrograms.GatewayAsync(product, backend.Url);
        await using var yarp = await ReferencePrograms.YarpAsync(backend.Url);
        using var coordinator = await Visitor.SignInAsync(gateway.Url, Cast.Coordinator);
        var writer = new Writer(product.Families[0], coordinator);
        await writer.WriteAsync();
        var cookies = await CookiesAsync(gateway.Url);
        var log = await stage.OnceAsync(
            new Side(Product, () => OpenAsync(new Uri(gateway.Url, "/api/subscriptions/v1/live"), cookies, [gateway.Id, product.Process("subscriptions")], streams => ReachAsync(writer, streams))),
            new Side(Bare, () => OpenAsync(new Uri(yarp.Url, "/live"), cookies, [yarp.Id, backend.Id], null)));
        var mine = log.Kept[0].Samples[Product];
        return
        [
            Figure.Value("15", "memory of an open stream, gateway and subscriptions", "KiB", log, _ => mine.Value, Bar.NotOver(20)) with
            {
                Beside = new Dictionary<string, double>(mine.Beside) { ["KiB of a stream that only stays open, YARP and Kestrel"] = log.Kept[0].Samples[Bare].Value },
            },
            Figure.Value("15", "memory of an open stream / one that only stays open", "ratio", log, round => mine.Value / round.Samples[Bare].Value),
        ];
    }

    /// <summary>Enough sessions for all streams; few of them belong to people in the family that something will happen to.</summary>
    private static async Task<IReadOnlyList<string>> CookiesAsync(Uri gateway)
    {
        var sessions = new List<string>();
        for (var i = 0; i < (Many / PerSession) + 1; i++)
        {
            using var visitor = await Visitor.SignInAsync(gateway, i < Told.Length ? Told[i] : NotTold[i % NotTold.Length]);
            sessions.Add(visitor.Cookie);
        }

        return [.. sessions.SelectMany(cookie => Enumerable.Repeat(cookie, PerSession)).Take(Many)];
    }

    private static async Task<Sample> OpenAsync(Uri url, IReadOnlyList<string> cookies, IReadOnlyList<int> processes, Func<Streams, Task<IReadOnlyDictionary<string, double>>>? then)
    {
        await using (var warm = new Streams())
        {
            await warm.OpenAsync(url, cookies.TakeLast(WarmUp));
        }

        await Task.Delay(TimeSpan.FromSeconds(2));
        var before = processes.Select(Cpu.ResidentKibOf).ToList();
        await using var streams = new Streams();
        var watch = Stopwatch.StartNew();
        await streams.OpenAsync(url, cookies);
        var took = watch.Elapsed;
        await Task.Delay(TimeSpan.FromSeconds(5));
        var each = processes.Select((id, i) => (Cpu.ResidentKibOf(id) - before[i]) / streams.Count).ToList();
        var beside = new Dictionary<string, double>
        {
            ["streams"] = streams.Count, ["opened per second"] = streams.Count / took.TotalSeconds, ["KiB of it in the gateway"] = each[0], ["KiB of it in the service"] = each[1],
        };
        foreach (var (name, value) in then is null ? new Dictionary<string, double>() : await then(streams))
        {
            beside[name] = value;
        }

        if (streams.Ended > 0)
        {
            throw new InvalidOperationException($"{streams.Ended} of the streams ended while they were measured.");
        }

        return new Sample(each.Sum()) { Beside = beside };
    }

    /// <summary>Milliseconds from sending a change until it is in each stream of those who are told of it.</summary>
    private static async Task<IReadOnlyDictionary<string, double>> ReachAsync(Writer writer, Streams streams)
    {
        var took = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            streams.Forget();
            var began = Stopwatch.GetTimestamp();
            await writer.WriteAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(500));
            // Every second change is told: an action that is done, not one that is no longer done.
            took.AddRange(streams.Arrivals.Select(at => Stopwatch.GetElapsedTime(began, at).TotalMilliseconds));
        }

        return new Dictionary<string, double> { ["hints that arrived"] = took.Count, ["ms from sending a change to its hint, p50"] = Series.Percentile(took, 0.5), ["ms from sending a change to its hint, p99"] = Series.Percentile(took, 0.99) };
    }
}
