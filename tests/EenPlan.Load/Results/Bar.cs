using System.Globalization;

namespace EenPlan.Load.Results;

/// <summary>One thing that is asked of every run, and what was seen of it.</summary>
internal sealed record Bar(string What, string Asked, string Seen, bool IsMet)
{
    private const double ReadP99 = 50;
    private const double WriteP99 = 150;
    private const double BacklogSeconds = 60;

    public string Verdict => $"{(IsMet ? "met" : "MISSED"),-6}  {What}: {Seen} (bar: {Asked})";

    public static IReadOnlyList<Bar> Of(RunResult run) =>
    [
        new("errors", "0", string.Create(CultureInfo.InvariantCulture, $"{run.Errors:N0}"), run.Errors == 0),
        Latency("read p99", run.Reads, ReadP99),
        Latency("write p99", run.Writes, WriteP99),
        new("backlog gone after the end", $"{BacklogSeconds:0} s", run.BacklogGoneAfter is { } after ? string.Create(CultureInfo.InvariantCulture, $"{after:N1} s") : "not while it was waited for",
            run.BacklogGoneAfter <= BacklogSeconds),
    ];

    /// <summary>Without an answer there is no latency, and nothing is met.</summary>
    private static Bar Latency(string what, KindResult kind, double most) => new(what, $"{most:0} ms",
        kind.Count == 0 ? "nothing was answered" : string.Create(CultureInfo.InvariantCulture, $"{kind.P99:N1} ms"), kind.Count > 0 && kind.P99 <= most);
}
