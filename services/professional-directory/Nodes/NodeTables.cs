using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Nodes;

/// <summary>How far the directory of another node was read; moves in the transaction of what was read.</summary>
internal sealed class NodeFeed
{
    public required string Node { get; set; }

    /// <summary>Epoch of the other journal that the number belongs to.</summary>
    public Guid Epoch { get; set; }

    public long Number { get; set; }

    /// <summary>While a journal is read from its start: up to where it told of the past. Null once that was reached.</summary>
    public long? PastUntil { get; set; }
}

/// <summary>
/// What another node told last about one person or organisation while its journal is read from the start. It counts at the end only: the past that was read again would otherwise happen again.
/// </summary>
internal sealed class StagedNodeEvent
{
    public required string Node { get; set; }

    public Guid SubjectId { get; set; }

    public long Number { get; set; }

    public required ToldByNode Told { get; set; }
}

/// <summary>An event of another node that was not believed: a number and a reason, nothing of what it said.</summary>
internal sealed class RefusedNodeEvent
{
    public long Id { get; set; }

    public required string Node { get; set; }

    public long Number { get; set; }

    /// <summary>Code of the reason.</summary>
    public required string Reason { get; set; }

    public DateTimeOffset At { get; set; }
}

internal static class NodeTables
{
    public const int LongestName = Kit.NodeNames.Longest;

    public static void Describe(ModelBuilder model)
    {
        model.Entity<NodeFeed>(table =>
        {
            table.HasKey(row => row.Node);
            table.Property(row => row.Node).HasMaxLength(LongestName);
        });
        model.Entity<StagedNodeEvent>(table =>
        {
            table.HasKey(row => new { row.Node, row.SubjectId });
            table.Property(row => row.Node).HasMaxLength(LongestName);
            table.Property(row => row.Told).HasJson();
        });
        model.Entity<RefusedNodeEvent>(table =>
        {
            table.HasIndex(row => new { row.Node, row.Id });
            table.Property(row => row.Node).HasMaxLength(LongestName);
            table.Property(row => row.Reason).HasMaxLength(40);
        });
    }
}
