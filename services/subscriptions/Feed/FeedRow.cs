using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EenPlan.Subscriptions.Feed;

/// <summary>How far one organisation's feed is, and how far it was read.</summary>
internal sealed class OrganisationFeed
{
    public Guid OrganisationId { get; set; }

    public long Head { get; set; }

    public long LastReadNumber { get; set; }

    public DateTimeOffset? LastReadAt { get; set; }
}

/// <summary>One event on one organisation's feed. Numbers have no gaps, are never given twice and never change.</summary>
internal sealed class FeedRow
{
    public Guid OrganisationId { get; set; }

    public long Number { get; set; }

    public Guid EventId { get; set; }

    public Guid CaseId { get; set; }

    public required string Kind { get; set; }

    public Guid? ItemId { get; set; }

    /// <summary>Of the organisation, only these professionals may hear it; null when all who take part may.</summary>
    public List<Guid>? OnlyTo { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class OrganisationFeedConfiguration : IEntityTypeConfiguration<OrganisationFeed>
{
    public void Configure(EntityTypeBuilder<OrganisationFeed> table)
    {
        table.ToTable("OrganisationFeeds");
        table.HasKey(row => row.OrganisationId);
        table.Property(row => row.OrganisationId).ValueGeneratedNever();
    }
}

internal sealed class FeedRowConfiguration : IEntityTypeConfiguration<FeedRow>
{
    public void Configure(EntityTypeBuilder<FeedRow> table)
    {
        table.ToTable("FeedRows");
        table.HasKey(row => new { row.OrganisationId, row.Number });
        table.HasIndex(row => new { row.EventId, row.OrganisationId }).IsUnique();
        table.HasIndex(row => new { row.OrganisationId, row.Kind });
        // What is old is forgotten.
        table.HasIndex(row => row.At);
        table.Property(row => row.Kind).HasMaxLength(40);
        table.Property(row => row.OnlyTo).HasJson();
    }
}
