using EenPlan.Gateway.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>That one of our professionals takes part in a case at a host: what is kept for when the host is away. No name, nothing of the plan.</summary>
internal sealed class HeldCase
{
    public const int LongestReference = 20;

    public required string Host { get; init; }

    public required Guid ProfessionalId { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string Reference { get; set; }

    public required string Level { get; set; }

    public required int Unread { get; set; }
}

/// <summary>The list of one of our organisations at a host: up to where it holds, and which of our gateways keeps it.</summary>
internal sealed class HeldList
{
    public required string Host { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Place on the organisation's feed at the host, and the epoch of that feed.</summary>
    public long FeedNumber { get; set; }

    public Guid FeedEpoch { get; set; }

    /// <summary>When the list was taken last; empty when it never was.</summary>
    public DateTimeOffset? KnownAt { get; set; }

    /// <summary>The gateway that visits the host for this organisation, and until when nobody else does.</summary>
    public Guid? Visitor { get; set; }

    public DateTimeOffset? VisitorUntil { get; set; }
}

internal sealed class HeldCaseConfiguration : IEntityTypeConfiguration<HeldCase>
{
    public void Configure(EntityTypeBuilder<HeldCase> table)
    {
        table.ToTable("HeldCases");
        table.HasKey(row => new { row.ProfessionalId, row.CaseId, row.Host });
        table.HasIndex(row => new { row.Host, row.OrganisationId });
        table.Property(row => row.Host).HasMaxLength(NodeName.Longest);
        table.Property(row => row.Reference).HasMaxLength(HeldCase.LongestReference);
        table.Property(row => row.Level).HasMaxLength(20);
    }
}

internal sealed class HeldListConfiguration : IEntityTypeConfiguration<HeldList>
{
    public void Configure(EntityTypeBuilder<HeldList> table)
    {
        table.ToTable("HeldLists");
        table.HasKey(row => new { row.OrganisationId, row.Host });
        table.HasIndex(row => row.Host);
        table.Property(row => row.Host).HasMaxLength(NodeName.Longest);
    }
}
