using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EenPlan.Subscriptions.MachineClients;

/// <summary>The one system of an organisation that may read its feed. The secret itself is kept nowhere.</summary>
internal sealed class MachineClient
{
    public Guid OrganisationId { get; set; }

    public Guid ClientId { get; set; }

    public required string SecretHash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class MachineClientConfiguration : IEntityTypeConfiguration<MachineClient>
{
    public void Configure(EntityTypeBuilder<MachineClient> table)
    {
        table.ToTable("MachineClients");
        table.HasKey(row => row.OrganisationId);
        table.HasIndex(row => row.ClientId).IsUnique();
        table.Property(row => row.OrganisationId).ValueGeneratedNever();
        table.Property(row => row.SecretHash).HasMaxLength(200);
    }
}
