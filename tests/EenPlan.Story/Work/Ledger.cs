using System.Collections.Concurrent;

namespace EenPlan.Story.Work;

/// <summary>One change that the product accepted: where it can be read, and what has to be there.</summary>
internal sealed record Accepted(string Worker, string Path, string Field, string Value);

/// <summary>Something that the watcher has to be told exactly once.</summary>
internal sealed record Told(string Worker, string CaseId, string Kind, string ItemId);

/// <summary>What was accepted (answered with 2xx, or found to be there after the answer got lost), in the order of each worker.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentQueue<Accepted> _accepted = new();
    private readonly ConcurrentQueue<Told> _told = new();
    private readonly ConcurrentDictionary<string, int> _refusals = new();
    private readonly ConcurrentDictionary<string, int> _lost = new();

    /// <summary>Everything, in the order in which it was accepted.</summary>
    public IReadOnlyList<Accepted> All => [.. _accepted];

    /// <summary>The last accepted value of every field.</summary>
    public IReadOnlyList<Accepted> Standing => [.. _accepted.GroupBy(change => (change.Path, change.Field)).Select(changes => changes.Last())];

    public IReadOnlyList<Told> Told => [.. _told];

    public int Count => _accepted.Count;

    public IReadOnlyDictionary<string, int> CountByWorker() => _accepted.CountBy(change => change.Worker).ToDictionary();

    /// <summary>How often an answer got lost or the product said that it could not.</summary>
    public int Lost => _lost.Values.Sum();

    /// <summary>The same of some workers only: those at one node.</summary>
    public int LostBy(Func<string, bool> worker) => _lost.Where(row => worker(row.Key)).Sum(row => row.Value);

    public void Accept(Accepted change, Told? told = null)
    {
        _accepted.Enqueue(change);
        if (told is not null)
        {
            _told.Enqueue(told);
        }
    }

    /// <summary>The same by what was answered instead.</summary>
    public IReadOnlyDictionary<string, int> Refusals => _refusals.ToDictionary();

    /// <summary>There was no answer, or one that says to come back later.</summary>
    public void Lose(string worker, Reply? reply)
    {
        _lost.AddOrUpdate(worker, 1, (_, times) => times + 1);
        _refusals.AddOrUpdate(reply is null ? "no answer" : $"{reply.Status}{(reply.Headers.ContainsKey("Retry-After") ? " with Retry-After" : "")}", 1, (_, times) => times + 1);
    }
}
