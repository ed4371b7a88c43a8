using System.Diagnostics;
using EenPlan.Bench.Measuring;
using EenPlan.Bench.World;

namespace EenPlan.Bench.Rows;

/// <summary>Row 7: durable changes through the gateway, with rules, versions, event and audit row, against the fastest and the most naive way to make two rows durable.</summary>
internal sealed class WriteRow : IRow
{
    private const string Product = "change";
    private const string Group = "raw group commit";
    private const string Naive = "EF per request";
    private const int AtOnce = 32;

    public IReadOnlyList<string> Numbers => ["7"];

    public string Title => "durable changes, 32 at once, against raw group commit and EF per request behind YARP";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Stage stage)
    {
        var product = await stage.ProductAsync();
        await using var backend = await ReferencePrograms.BackendAsync(bytes: 300);
        await using var gateway = await ReferencePrograms.GatewayAsync(product, backend.Url);
        await using var yarp = await ReferencePrograms.YarpAsync(backend.Url);
        using var coordinator = await Story.Visitor.SignInAsync(gateway.Url, Story.Cast.Coordinator);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = yarp.Url };
        var writers = Writer.ForAll(product.Families, coordinator);
        int[] ours = [gateway.Id, product.Process("cases")];
        int[] theirs = [yarp.Id, backend.Id];
        var turn = stage.Settings.Turn;
        Side[] sides =
        [
            new(Product, () => AtOnceAsync(i => writers[i].WriteAsync(), turn, ours)),
            new(Group, () => AtOnceAsync(_ => PostAsync(http, "/group"), turn, theirs)),
            new(Naive, () => AtOnceAsync(_ => PostAsync(http, "/naive"), turn, theirs)),
        ];
        foreach (var side in sides)
        {
            await side.MeasureAsync();
        }

        var log = await stage.RoundsAsync(sides);
        return
        [
            Figure.Ratio("7", "change through the gateway / raw group commit behind YARP", log, Product, Group) with
            {
                Beside = new Dictionary<string, double>
                {
                    ["changes/s"] = Series.Median(log.Of(round => round.Samples[Product].Value)),
                    ["their p99 in ms"] = Series.Median(log.Of(round => round.Samples[Product].Beside["p99"])),
                    ["raw group commits/s"] = Series.Median(log.Of(round => round.Samples[Group].Value)),
                    ["EF per request/s"] = Series.Median(log.Of(round => round.Samples[Naive].Value)),
                    ["p99 of EF per request in ms"] = Series.Median(log.Of(round => round.Samples[Naive].Beside["p99"])),
                },
            },
            Figure.Ratio("7", "change through the gateway / EF per request behind YARP", log, Product, Naive),
        ];
    }

    private static async Task PostAsync(HttpClient http, string path)
    {
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), new StringContent("{\"done\":true}", System.Text.Encoding.UTF8, "application/json"));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<Sample> AtOnceAsync(Func<int, Task> change, TimeSpan turn, IReadOnlyList<int> processes)
    {
        var watch = Stopwatch.StartNew();
        var before = Cpu.SecondsOf(processes);
        var took = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async i =>
        {
            var mine = new List<double>();
            while (watch.Elapsed < turn)
            {
                var began = watch.Elapsed;
                await change(i);
                mine.Add((watch.Elapsed - began).TotalMilliseconds);
            }

            return mine;
        }));
        var all = took.SelectMany(mine => mine).ToList();
        return new Sample(all.Count / watch.Elapsed.TotalSeconds, (Cpu.SecondsOf(processes) - before) * 1e6 / all.Count)
        {
            Beside = new Dictionary<string, double> { ["p99"] = Series.Percentile(all, 0.99) },
        };
    }
}
