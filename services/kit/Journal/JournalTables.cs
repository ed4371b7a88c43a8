using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EenPlan.Kit.Journal;

/// <summary>One event as it is written in the transaction of the change: without a number, which the relay gives after the commit.</summary>
public sealed class JournalEntry
{
    /// <summary>Order of writing; not an order of committing, so never shown to anybody.</summary>
    public long Seq { get; set; }

    /// <summary>Gap-free number, null until the relay has seen the committed row.</summary>
    public long? Number { get; set; }

    /// <summary>Identity of the event for ever.</summary>
    public Guid EventId { get; set; }

    /// <summary>Full name of the contract type.</summary>
    public required string Type { get; set; }

    /// <summary>The case it belongs to.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>Version of the case after the commit: orders the commits of one case.</summary>
    public long CaseVersion { get; set; }

    /// <summary>Order inside the commit.</summary>
    public int Ordinal { get; set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Kind of the caller who did it.</summary>
    public required string ActorKind { get; set; }

    /// <summary>Id of the caller who did it.</summary>
    public Guid? ActorId { get; set; }

    /// <summary>True when the item is hidden from the family.</summary>
    public bool HiddenFromFamily { get; set; }

    /// <summary>The event as JSON.</summary>
    public required string Data { get; set; }

    /// <summary>Trace of the request that caused it.</summary>
    public string? TraceParent { get; set; }
}

/// <summary>The one row that says how far the journal is and which relay may number it.</summary>
public sealed class JournalHead
{
    /// <summary>Always 1.</summary>
    public int Id { get; set; }

    /// <summary>Made when the database is made or restored.</summary>
    public Guid Epoch { get; set; }

    /// <summary>Highest number given.</summary>
    public long Head { get; set; }

    /// <summary>Highest number that the bus confirmed.</summary>
    public long PublishedTo { get; set; }

    /// <summary>The relay that may number now.</summary>
    public Guid? LeaseOwner { get; set; }

    /// <summary>Goes up each time another relay takes over, so that a slow one can no longer write.</summary>
    public long LeaseGeneration { get; set; }

    /// <summary>Until when the lease holds unless renewed.</summary>
    public DateTimeOffset LeaseUntil { get; set; }
}

/// <summary>How far one source has been read; moves in the transaction of the effects.</summary>
public sealed class Watermark
{
    /// <summary>Name of the source service.</summary>
    public required string Source { get; set; }

    /// <summary>Epoch of the source that the number belongs to.</summary>
    public Guid Epoch { get; set; }

    /// <summary>Last event whose effects are here.</summary>
    public long Number { get; set; }
}

/// <summary>An event that could not be handled, or that waits behind such an event of the same case.</summary>
public sealed class ParkedEvent
{
    /// <summary>Order of parking.</summary>
    public long Id { get; set; }

    /// <summary>Name of the source service.</summary>
    public required string Source { get; set; }

    /// <summary>The case; null for events outside a case.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>Number at the source.</summary>
    public long Number { get; set; }

    /// <summary>Why it could not be handled: the kind of failure, never content.</summary>
    public required string Reason { get; set; }

    /// <summary>The whole event as it came.</summary>
    public required string Event { get; set; }

    /// <summary>When it was parked.</summary>
    public DateTimeOffset ParkedAt { get; set; }
}

internal sealed class JournalEntryConfiguration : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> table)
    {
        table.ToTable("Journal");
        table.HasKey(row => row.Seq);
        table.HasIndex(row => row.Number).IsUnique();
        table.HasIndex(row => row.EventId).IsUnique();
        table.HasIndex(row => row.Seq, "IX_Journal_Unnumbered").HasFilter("Number IS NULL");
        table.Property(row => row.Type).HasMaxLength(200);
        table.Property(row => row.ActorKind).HasMaxLength(40);
        table.Property(row => row.TraceParent).HasMaxLength(60);
        table.Property(row => row.Data).HasMaxLength(Data.Conventions.MaxJson);
    }
}

internal sealed class JournalHeadConfiguration : IEntityTypeConfiguration<JournalHead>
{
    public void Configure(EntityTypeBuilder<JournalHead> table)
    {
        table.ToTable("JournalHead");
        table.Property(row => row.Id).ValueGeneratedNever();
    }
}

internal sealed class WatermarkConfiguration : IEntityTypeConfiguration<Watermark>
{
    public void Configure(EntityTypeBuilder<Watermark> table)
    {
        table.HasKey(row => row.Source);
        table.Property(row => row.Source).HasMaxLength(60);
    }
}

internal sealed class ParkedEventConfiguration : IEntityTypeConfiguration<ParkedEvent>
{
    public void Configure(EntityTypeBuilder<ParkedEvent> table)
    {
        table.HasIndex(row => new { row.Source, row.Number }).IsUnique();
        table.HasIndex(row => row.CaseId);
        table.Property(row => row.Source).HasMaxLength(60);
        table.Property(row => row.Reason).HasMaxLength(400);
        table.Property(row => row.Event).HasMaxLength(Data.Conventions.MaxJson);
    }
}
