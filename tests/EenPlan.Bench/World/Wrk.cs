using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using EenPlan.Bench.Measuring;

namespace EenPlan.Bench.World;

/// <summary>The generator wrk: as many requests as 32 connections can do, over some paths in turn.</summary>
internal static partial class Wrk
{
    private const int Connections = 32;

    /// <summary>Requests per second, with the processor time of these processes per request. Any answer but a good one is an error.</summary>
    public static async Task<Sample> RunAsync(Uri url, IReadOnlyList<string> paths, IReadOnlyDictionary<string, string> headers, TimeSpan turn, IReadOnlyList<int> processes)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, Script(paths, headers));
            var before = Cpu.SecondsOf(processes);
            var said = await RunAsync(["-t1", $"-c{Connections}", $"-d{Math.Max(1, (int)turn.TotalSeconds)}s", "--latency", "-s", script, url.GetLeftPart(UriPartial.Authority)]);
            var cpu = Cpu.SecondsOf(processes) - before;
            return Read(said, cpu);
        }
        finally
        {
            File.Delete(script);
        }
    }

    /// <summary>Reads what wrk says at its end.</summary>
    public static Sample Read(string said, double cpuSeconds)
    {
        if (Wrong().Match(said) is { Success: true } wrong)
        {
            throw new InvalidOperationException($"wrk met answers that were not good: {wrong.Value}");
        }

        var requests = double.Parse(Requests().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        var rate = double.Parse(Rate().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        var p99 = P99().Match(said);
        return new Sample(rate, cpuSeconds * 1e6 / requests)
        {
            Beside = new Dictionary<string, double> { ["p99 ms"] = double.Parse(p99.Groups[1].Value, CultureInfo.InvariantCulture) * (p99.Groups[2].Value switch { "us" => 0.001, "s" => 1000, _ => 1 }) },
        };
    }

    private static string Script(IReadOnlyList<string> paths, IReadOnlyDictionary<string, string> headers) => $$"""
        local i = 0
        local paths = { {{string.Join(", ", paths.Select(path => $"\"{path}\""))}} }
        local headers = { {{string.Join(", ", headers.Select(header => $"[\"{header.Key}\"] = \"{header.Value}\""))}} }
        function request()
          i = i % #paths + 1
          return wrk.format("GET", paths[i], headers)
        end
        """;

    private static async Task<string> RunAsync(IReadOnlyList<string> arguments)
    {
        using var wrk = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return wrk.ExitCode == 0 ? said : throw new InvalidOperationException($"wrk failed: {said}");
    }

    [GeneratedRegex(@"Non-2xx or 3xx responses: \d+|Socket errors: .*")]
    private static partial Regex Wrong();

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex P99();
}
