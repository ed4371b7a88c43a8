using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EenPlan.Subscriptions.Organisations;

/// <summary>What an organisation wants to hear on its feed. Without a row, and until somebody chooses: nothing.</summary>
internal sealed class OrganisationSubscription
{
    public Guid OrganisationId { get; set; }

    public List<string> Kinds { get; set; } = [];

    public long Version { get; set; }
}

internal sealed class OrganisationSubscriptionConfiguration : IEntityTypeConfiguration<OrganisationSubscription>
{
    public void Configure(EntityTypeBuilder<OrganisationSubscription> table)
    {
        table.ToTable("OrganisationSubscriptions");
        table.HasKey(row => row.OrganisationId);
        table.Property(row => row.OrganisationId).ValueGeneratedNever();
        table.Property(row => row.Kinds).HasJson();
    }
}
