using EenPlan.Network.People;

namespace EenPlan.Network.Snapshots;

/// <summary>The whole network as it was at a moment. Never changes.</summary>
internal sealed class Snapshot
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    /// <summary>What the people at the table call this moment: "intake", "before the holiday".</summary>
    public required string Label { get; set; }

    public DateTimeOffset TakenAt { get; set; }

    public int Count { get; set; }

    public required IReadOnlyList<PersonView> People { get; set; }
}

/// <summary>A moment that was kept, without its people.</summary>
/// <param name="Id">The snapshot.</param>
/// <param name="Label">What the people at the table call this moment.</param>
/// <param name="TakenAt">When it was kept.</param>
/// <param name="Count">How many people there were.</param>
internal sealed record SnapshotLine(Guid Id, string Label, DateTimeOffset TakenAt, int Count);

/// <summary>A moment that was kept, with everybody who was there.</summary>
/// <inheritdoc cref="SnapshotLine"/>
/// <param name="People">The people as they were then, in the order in which they were added.</param>
internal sealed record SnapshotView(Guid Id, string Label, DateTimeOffset TakenAt, int Count, IReadOnlyList<PersonView> People)
{
    public static SnapshotView Of(Snapshot snapshot) => new(snapshot.Id, snapshot.Label, snapshot.TakenAt, snapshot.Count, snapshot.People);
}

/// <summary>A moment to keep.</summary>
/// <param name="Label">What to call it.</param>
internal sealed record SnapshotFields(string Label);
