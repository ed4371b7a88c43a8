using System.Text.Json;
using EenPlan.Contracts;
using EenPlan.Contracts.Journal;
using EenPlan.Kit.Data;

namespace EenPlan.Kit.Journal;

/// <summary>What one service does with the events of one source: plain functions, no bus types.</summary>
public sealed class JournalHandlers<TDb>
    where TDb : ServiceDb
{
    private readonly HashSet<string> _savedTogether = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<TDb, JournalEvent, DateTimeOffset, CancellationToken, Task>> _byType = new(StringComparer.Ordinal);

    internal Func<TDb, CancellationToken, Task>? OnReset { get; private set; }

    /// <summary>Handles one type of event. The function changes <typeparamref name="TDb"/> only; the transaction is saved with the watermark.</summary>
    public JournalHandlers<TDb> On<TEvent>(Func<TDb, TEvent, JournalEvent, CancellationToken, Task> handle)
        where TEvent : class, IEvent => On<TEvent>((db, told, happened, _, cancellationToken) => handle(db, told, happened, cancellationToken));

    /// <summary>Handles one type of event by a function that also wants to know what time it is.</summary>
    public JournalHandlers<TDb> On<TEvent>(Func<TDb, TEvent, JournalEvent, DateTimeOffset, CancellationToken, Task> handle)
        where TEvent : class, IEvent
    {
        _byType.Add(typeof(TEvent).FullName!, (db, happened, now, cancellationToken) =>
            handle(db, JsonSerializer.Deserialize<TEvent>(happened.Data, Json.Options)!, happened, now, cancellationToken));
        return this;
    }

    /// <summary>
    /// Such events in a row are saved at once: handling one reads nothing that handling another of them wrote, except rows that the context tracks.
    /// </summary>
    public JournalHandlers<TDb> SavedTogether<TEvent>()
        where TEvent : class, IEvent
    {
        _savedTogether.Add(typeof(TEvent).FullName!);
        return this;
    }

    /// <summary>Empties what was built from this source: it was restored, so its journal is read again from the start.</summary>
    public JournalHandlers<TDb> Reset(Func<TDb, CancellationToken, Task> reset)
    {
        OnReset = reset;
        return this;
    }

    /// <summary>True when this service does something about it.</summary>
    internal bool Handles(JournalEvent happened) => _byType.ContainsKey(happened.Type);

    internal bool SavesTogether(JournalEvent happened) => _savedTogether.Contains(happened.Type);

    internal Task HandleAsync(TDb db, JournalEvent happened, DateTimeOffset now, CancellationToken cancellationToken) =>
        _byType.TryGetValue(happened.Type, out var handle) ? handle(db, happened, now, cancellationToken) : Task.CompletedTask;
}
