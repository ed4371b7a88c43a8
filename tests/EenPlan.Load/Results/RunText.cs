using System.Globalization;
using System.Text;

namespace EenPlan.Load.Results;

/// <summary>A run in words and tables.</summary>
internal static class RunText
{
    public static string Of(RunResult run)
    {
        var text = new StringBuilder();
        Line(text, $"# Load: {run.Tier.Name} x{run.Factor:0.##}, {run.Minutes:0.##} minutes, {run.Mode}");
        Line(text, $"");
        Line(text, $"{run.At:yyyy-MM-dd HH:mm} UTC. {run.Tier.Plans:N0} plans, {run.Tier.Users:N0} professionals, {run.Tier.Organisations:N0} organisations. {run.ReadShare:P0} reads. {run.Visitors:N0} people at work at once, {run.Streams:N0} live streams ({run.Tier.Streams * run.Factor:N0} in the load model), {run.Feeds} feeds read without a pause.");
        Line(text, $"Arrivals come at a constant rate whatever the answers are; latency counts from the moment for which a request was planned, retries after 412 included. The same load went before for a short while, of which only errors count. The generator shares the machine with the product.");
        Bars(text, run);
        Head(text, "Beside that", "| | |", 2);
        Line(text, $"| backlog: most events behind | {run.MostBehind:N0} |");
        Line(text, $"| parked events | {run.Parked:N0} |");
        Line(text, $"| events in the journal of cases | {run.Events:N0} ({run.Events / (run.Minutes * 60):N1}/s) |");
        Line(text, $"| hints on live streams | {run.AllHints:N0}; after the answer to the change p50 {run.Hints.P50:N0}, p99 {run.Hints.P99:N0} ms |");
        Line(text, $"| events handed to organisations as they happened | {run.Deliveries.Count:N0}; after the event p50 {run.Deliveries.P50:N0}, p99 {run.Deliveries.P99:N0} ms |");
        Line(text, $"| requests started late by the generator, p99 / most in line | {run.StartedLate.P99:N1} ms / {run.MostWaiting:N0} |");
        Line(text, $"| cores used by others | {(run.ForeignCores is { } cores ? cores.ToString("N2", CultureInfo.InvariantCulture) : "not known")} |");
        Rates(text, run);
        Kinds(text, run);
        Bands(text, run);
        Processes(text, run);
        Line(text, $"");
        Line(text, $"![latency](latency.svg) ![rates](rates.svg) ![backlog](backlog.svg) ![processor](processor.svg) ![distribution](distribution.svg)");
        return text.ToString();
    }

    private static void Bars(StringBuilder text, RunResult run)
    {
        Head(text, "Bars", "| | seen | bar | |", 4);
        foreach (var bar in Bar.Of(run))
        {
            Line(text, $"| {bar.What} | {bar.Seen} | {bar.Asked} | {(bar.IsMet ? "met" : "**missed**")} |");
        }
    }

    private static void Bands(StringBuilder text, RunResult run)
    {
        Head(text, "How many took how long", "| up to ms | reads | writes |", 3);
        foreach (var band in run.Bands)
        {
            Line(text, $"| {band.UpTo:N0} | {band.Reads:N0} | {band.Writes:N0} |");
        }
    }

    private static void Rates(StringBuilder text, RunResult run)
    {
        Head(text, "Rates", "| Stream | intended /s | answered /s |", 3);
        foreach (var rate in run.Rates)
        {
            Line(text, $"| {rate.Stream} | {rate.Intended:N2} | {rate.Achieved:N2} |");
        }
    }

    private static void Kinds(StringBuilder text, RunResult run)
    {
        Head(text, "Latency by kind, ms", "| Kind | n | mean | p50 | p90 | p99 | p99.9 | max | 412 | errors |", 10);
        foreach (var kind in (KindResult[])[run.Reads, run.Writes, .. run.Kinds])
        {
            Line(text, $"| {kind.Kind} | {kind.Count:N0} | {kind.Mean:N1} | {kind.P50:N1} | {kind.P90:N1} | {kind.P99:N1} | {kind.P999:N1} | {kind.Max:N0} | {kind.Retries:N0} | {string.Join(", ", kind.Errors.Select(error => $"{error.Key}: {error.Value:N0}"))} |");
        }
    }

    private static void Processes(StringBuilder text, RunResult run)
    {
        Head(text, "Processes", "| Process | cores, mean | memory, most (MB) |", 3);
        foreach (var process in run.Processes)
        {
            Line(text, $"| {process.Name} | {process.Cores:N2} | {process.MostMegabytes:N0} |");
        }
    }

    private static void Head(StringBuilder text, string title, string columns, int count)
    {
        Line(text, $"");
        Line(text, $"## {title}");
        Line(text, $"");
        Line(text, $"{columns}");
        Line(text, $"|---|{string.Concat(Enumerable.Repeat("---:|", count - 1))}");
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
