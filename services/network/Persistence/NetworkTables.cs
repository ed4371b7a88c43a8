using EenPlan.Kit.Data;
using EenPlan.Network.Closed;
using EenPlan.Network.Colours;
using EenPlan.Network.Cooperation;
using EenPlan.Network.People;
using EenPlan.Network.Snapshots;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EenPlan.Network.Persistence;

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.HasIndex(row => row.CaseId);
        table.Property(row => row.Name).HasMaxLength(120);
        table.Property(row => row.Relation).HasMaxLength(120);
        table.Property(row => row.Sector).HasMaxLength(20);
        table.Property(row => row.Frequency).HasMaxLength(20);
        table.Property(row => row.Quality).HasMaxLength(20);
        table.Property(row => row.Wish).HasMaxLength(20);
        table.Property(row => row.Domains).HasJson();
        table.Property(row => row.SupportTypes).HasJson();
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Ignore(row => row.IsOutsideHelp);
        table.Ignore(row => row.IsInTouch);
    }
}

internal sealed class ClosedCaseTable : IEntityTypeConfiguration<ClosedCase>
{
    public void Configure(EntityTypeBuilder<ClosedCase> table)
    {
        table.HasKey(row => row.CaseId);
        table.Property(row => row.CaseId).ValueGeneratedNever();
    }
}

internal sealed class NetworkStateTable : IEntityTypeConfiguration<NetworkState>
{
    public void Configure(EntityTypeBuilder<NetworkState> table)
    {
        table.ToTable("Networks");
        table.HasKey(row => row.CaseId);
        table.Property(row => row.CaseId).ValueGeneratedNever();
        // Two changes of one network at once: the second is done again after the first, so that it counts what the first did.
        table.Property(row => row.Version).IsConcurrencyToken();
    }
}

internal sealed class SnapshotTable : IEntityTypeConfiguration<Snapshot>
{
    /// <summary>Two hundred people with everything that can be said of them, in a script of which each letter takes two units.</summary>
    private const int WholeNetwork = 1_000_000;

    public void Configure(EntityTypeBuilder<Snapshot> table)
    {
        table.HasIndex(row => row.CaseId);
        table.Property(row => row.Label).HasMaxLength(120);
        table.Property(row => row.People).HasJson().HasMaxLength(WholeNetwork);
    }
}

internal sealed class FamilyColoursTable : IEntityTypeConfiguration<FamilyColours>
{
    public void Configure(EntityTypeBuilder<FamilyColours> table)
    {
        table.ToTable("Colours");
        table.HasKey(row => row.CaseId);
        table.Property(row => row.CaseId).ValueGeneratedNever();
        table.Property(row => row.Fills).HasJson();
        table.Property(row => row.Version).IsConcurrencyToken();
    }
}

internal sealed class CooperationTable : IEntityTypeConfiguration<CooperationView>
{
    public void Configure(EntityTypeBuilder<CooperationView> table)
    {
        table.ToTable("Cooperation");
        table.HasKey(row => new { row.CaseId, row.ByProfessionalId, row.ToKind, row.ToId });
        table.Property(row => row.ToKind).HasMaxLength(20);
        table.Property(row => row.Quality).HasMaxLength(20);
        table.Property(row => row.Version).IsConcurrencyToken();
    }
}
