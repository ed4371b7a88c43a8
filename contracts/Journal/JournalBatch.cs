namespace EenPlan.Contracts.Journal;

/// <summary>Consecutive events of one source, as its relay publishes them: at most 64, numbered without gaps.</summary>
/// <param name="Node">The node that the source belongs to.</param>
/// <param name="Service">The service that wrote the events.</param>
/// <param name="Epoch">Changes when the source's database is created or restored: numbers of two epochs cannot be compared.</param>
/// <param name="From">Number of the first event.</param>
/// <param name="To">Number of the last event.</param>
/// <param name="Head">Highest number of the source when this batch was made.</param>
/// <param name="CompleteAt">Everything that was committed before this instant has a number of at most <paramref name="Head"/>.</param>
/// <param name="Events">The events in order.</param>
public sealed record JournalBatch(string Node, string Service, Guid Epoch, long From, long To, long Head, DateTimeOffset CompleteAt, IReadOnlyList<JournalEvent> Events);

/// <summary>Tells how far a source is, so that a reader knows whether its copy is fresh enough to answer from.</summary>
/// <inheritdoc cref="JournalBatch"/>
public sealed record JournalHeartbeat(string Node, string Service, Guid Epoch, long Head, DateTimeOffset CompleteAt);

/// <summary>A page of a source's journal, as a reader pulls it after a gap or at start.</summary>
/// <param name="Epoch">See <see cref="JournalBatch"/>.</param>
/// <param name="Head">See <see cref="JournalBatch"/>.</param>
/// <param name="CompleteAt">See <see cref="JournalBatch"/>.</param>
/// <param name="Events">The events after the number that was asked for, in order; empty at the end.</param>
public sealed record JournalPage(Guid Epoch, long Head, DateTimeOffset CompleteAt, IReadOnlyList<JournalEvent> Events);

/// <summary>One event with what every event has.</summary>
/// <param name="Id">Identifies the event for ever, whatever channel it travels by.</param>
/// <param name="Number">Gap-free number within the source and epoch.</param>
/// <param name="Type">Full name of the contract type.</param>
/// <param name="CaseId">The case it belongs to; null for directory events.</param>
/// <param name="CaseVersion">Version of the case after the commit; 0 outside a case.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="ActorKind">Kind of caller that did it; see the internal token.</param>
/// <param name="ActorId">Id of who did it, so that nobody is told of their own work.</param>
/// <param name="HiddenFromFamily">True when the item is not for the family's eyes.</param>
/// <param name="Data">The event itself as JSON.</param>
/// <param name="TraceParent">W3C trace context of the request that caused it.</param>
public sealed record JournalEvent(Guid Id, long Number, string Type, Guid? CaseId, long CaseVersion, DateTimeOffset At,
    string ActorKind, Guid? ActorId, bool HiddenFromFamily, string Data, string? TraceParent);
