using System.Text.Json;

namespace EenPlan.Load.Results;

/// <summary>Writes a run into a folder: text, every figure, and pictures.</summary>
internal static class RunFiles
{
    private const string Blue = "#1f5aa6";
    private const string Red = "#b3261e";
    private const string Green = "#2e7d32";
    private const string Purple = "#6a1b9a";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task WriteAsync(string folder, RunResult run, Measuring.Tally tally)
    {
        System.IO.Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "README.md"), RunText.Of(run));
        await File.WriteAllTextAsync(Path.Combine(folder, "run.json"), JsonSerializer.Serialize(run, Json) + "\n");
        foreach (var (name, chart) in Charts(run, tally))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name + ".svg"), chart.ToSvg());
        }
    }

    private static IEnumerable<(string Name, Chart Chart)> Charts(RunResult run, Measuring.Tally tally)
    {
        Curve Over(string name, string colour, Func<SecondResult, double?> value) => new(name, colour, [.. run.Seconds.Select(second => (second.Second / 60, value(second)))]);
        yield return ("latency", new Chart("Latency per second, from the planned moment", "minutes", "ms",
            [Over("read p50", Green, second => second.ReadP50), Over("read p99", Blue, second => second.ReadP99), Over("write p99", Red, second => second.WriteP99)], IsLogarithmic: true));
        yield return ("rates", new Chart("Answers per second", "minutes", "/s",
            [Over("reads", Blue, second => second.Reads), Over("writes", Red, second => second.Writes), Over("errors", Purple, second => second.Errors)]));
        yield return ("backlog", new Chart("What was still to be done", "minutes", "",
            [Over("relay, events", Blue, second => second.Relay), Over("slowest reader, events", Red, second => second.Readers), Over("audit, lines", Green, second => second.Audit)]));
        yield return ("processor", new Chart("Cores in use", "minutes", "cores",
            [Over("product", Blue, second => second.ProductCores), Over("generator", Green, second => second.LoadCores), Over("others", Purple, second => second.ForeignCores)]));
        yield return ("distribution", new Chart("Latency from the best to the worst", "nines: 1 is p90, 2 is p99, 3 is p99.9", "ms", [Tail("reads", Blue, tally.Group("read")), Tail("writes", Red, tally.Group("write"))], IsLogarithmic: true));
    }

    /// <summary>Latency at one in 10^x: x = 1 is p90, 2 is p99, 3 is p99.9.</summary>
    private static Curve Tail(string name, string colour, Measuring.Histogram latency) =>
        new(name, colour, [.. Enumerable.Range(0, 41).Select(step => step / 10.0).TakeWhile(nines => latency.Count >= Math.Pow(10, nines))
            .Select(nines => (nines, (double?)latency.Percentile(1 - Math.Pow(10, -nines)).TotalMilliseconds))]);
}
