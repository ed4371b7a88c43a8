using System.Collections.Concurrent;

namespace EenPlan.Load.Measuring;

/// <summary>What came of one kind of request.</summary>
/// <param name="kind">Name of the kind.</param>
internal sealed class Outcome(string kind)
{
    private readonly ConcurrentDictionary<string, long> _errors = new();
    private long _retries;

    public string Kind => kind;

    /// <summary>How long the ones that succeeded took, from the moment for which they were planned.</summary>
    public Histogram Latency { get; } = new();

    /// <summary>Times that a change had to be sent again because somebody else was first; by design, no error.</summary>
    public long Retries => Interlocked.Read(ref _retries);

    /// <summary>What went wrong, and how often.</summary>
    public IReadOnlyDictionary<string, long> Errors => _errors;

    public void Again() => Interlocked.Increment(ref _retries);

    public void Failed(string how) => _errors.AddOrUpdate(how, 1, (_, count) => count + 1);
}

/// <summary>Everything that came of the requests of a run, by kind and by second.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, Outcome> _outcomes = new();
    private readonly ConcurrentDictionary<(string Group, int Second), Histogram> _seconds = new();
    private readonly ConcurrentDictionary<int, long> _errors = new();

    /// <summary>Kinds in the order of their names.</summary>
    public IReadOnlyList<Outcome> Outcomes => [.. _outcomes.Values.OrderBy(outcome => outcome.Kind, StringComparer.Ordinal)];

    public Outcome Of(string kind) => _outcomes.GetOrAdd(kind, name => new Outcome(name));

    /// <summary>One that succeeded. <paramref name="at"/> is the moment for which it was planned, from the beginning of the run.</summary>
    public void Done(string group, string kind, TimeSpan at, TimeSpan took)
    {
        Of(kind).Latency.Add(took);
        _seconds.GetOrAdd((group, (int)at.TotalSeconds), _ => new Histogram()).Add(took);
    }

    public void Failed(string kind, TimeSpan at, string how)
    {
        Of(kind).Failed(how);
        _errors.AddOrUpdate((int)at.TotalSeconds, 1, (_, count) => count + 1);
    }

    /// <summary>Adds what went wrong elsewhere, as if it had in the first second.</summary>
    public void AddErrors(Tally other)
    {
        foreach (var (kind, how) in other.Outcomes.SelectMany(outcome => outcome.Errors.SelectMany(error => Enumerable.Repeat((outcome.Kind, error.Key), (int)error.Value))))
        {
            Failed(kind, TimeSpan.Zero, how);
        }
    }

    /// <summary>A group of kinds together.</summary>
    public Histogram Group(string group)
    {
        var all = new Histogram();
        foreach (var (key, second) in _seconds)
        {
            if (key.Group == group)
            {
                all.Add(second);
            }
        }

        return all;
    }

    /// <summary>A group second by second; seconds in which nothing succeeded are empty.</summary>
    public IReadOnlyList<Histogram> Seconds(string group, int count) =>
        [.. Enumerable.Range(0, count).Select(second => _seconds.GetValueOrDefault((group, second)) ?? new Histogram())];

    public IReadOnlyList<long> Errors(int count) => [.. Enumerable.Range(0, count).Select(second => _errors.GetValueOrDefault(second))];

    public long AllErrors => _outcomes.Values.Sum(outcome => outcome.Errors.Values.Sum());
}
