using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EenPlan.Subscriptions.Updates;

/// <summary>Something that one person is told. The numbers of a person have no gaps and are never given twice.</summary>
internal sealed class Update
{
    public required string HolderKind { get; set; }

    public Guid HolderId { get; set; }

    public long Number { get; set; }

    public Guid EventId { get; set; }

    public Guid CaseId { get; set; }

    public required string Kind { get; set; }

    public Guid? ItemId { get; set; }

    public Guid? MemberId { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Only for a screen that is open: in the stream, but never in the list, nor counted as unread.</summary>
    public bool Quiet { get; set; }

    /// <summary>Trace of the change, for the live hint, which another process may send; null when nobody collects traces.</summary>
    public string? TraceParent { get; set; }
}

/// <summary>What open streams need to know of a person: the last number, and whether access to any case ended since they looked.</summary>
internal sealed class Recipient
{
    public required string HolderKind { get; set; }

    public Guid HolderId { get; set; }

    public long LastNumber { get; set; }

    /// <summary>How often access to some case ended; a stream that sees it move ends itself.</summary>
    public long AccessEnds { get; set; }
}

internal sealed class UpdateConfiguration : IEntityTypeConfiguration<Update>
{
    public void Configure(EntityTypeBuilder<Update> table)
    {
        table.ToTable("Updates");
        table.HasKey(row => new { row.HolderKind, row.HolderId, row.Number });
        // A source that was restored tells the same events again: nobody hears them twice.
        table.HasIndex(row => new { row.EventId, row.HolderKind, row.HolderId }).IsUnique();
        table.HasIndex(row => new { row.HolderKind, row.HolderId, row.ReadAt });
        // What is old is forgotten.
        table.HasIndex(row => row.At);
        table.Property(row => row.HolderKind).HasMaxLength(20);
        table.Property(row => row.Kind).HasMaxLength(40);
        table.Property(row => row.TraceParent).HasMaxLength(60);
    }
}

internal sealed class RecipientConfiguration : IEntityTypeConfiguration<Recipient>
{
    public void Configure(EntityTypeBuilder<Recipient> table)
    {
        table.ToTable("Recipients");
        table.HasKey(row => new { row.HolderKind, row.HolderId });
        table.HasIndex(row => row.HolderId);
        table.Property(row => row.HolderKind).HasMaxLength(20);
    }
}
