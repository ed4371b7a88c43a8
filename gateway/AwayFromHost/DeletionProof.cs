using EenPlan.Gateway.Nodes;
using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>What was held of a case was deleted, and the host must still be told; gone when the host has accepted it.</summary>
internal sealed class DeletionProof
{
    public required Guid Id { get; init; }

    public required string Host { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid CaseId { get; init; }

    public required List<Guid> ProfessionalIds { get; init; }

    public required DateTimeOffset DeletedAt { get; init; }

    /// <summary>How many rows were deleted.</summary>
    public required int Rows { get; init; }

    /// <summary>Not told before this moment.</summary>
    public required DateTimeOffset TellAt { get; set; }

    public int Attempts { get; set; }
}

internal sealed class DeletionProofConfiguration : IEntityTypeConfiguration<DeletionProof>
{
    public void Configure(EntityTypeBuilder<DeletionProof> table)
    {
        table.ToTable("DeletionProofs");
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => new { row.Host, row.OrganisationId, row.TellAt });
        table.Property(row => row.Host).HasMaxLength(NodeName.Longest);
        table.Property(row => row.ProfessionalIds).HasJson();
    }
}
