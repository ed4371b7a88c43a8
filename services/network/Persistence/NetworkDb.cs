using EenPlan.Kit.Data;
using EenPlan.Network.People;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Network.Persistence;

/// <summary>The network's own database.</summary>
internal class NetworkDb : ServiceDb
{
    public NetworkDb(DbContextOptions<NetworkDb> options) : base(options)
    {
    }

    protected NetworkDb(DbContextOptions options) : base(options)
    {
    }

    public DbSet<Person> People => Set<Person>();

    protected override void Describe(ModelBuilder model) => model.Entity<Person>(table =>
    {
        table.HasIndex(row => row.CaseId);
        table.Property(row => row.Name).HasMaxLength(120);
        table.Property(row => row.Relation).HasMaxLength(120);
        table.Property(row => row.Sector).HasMaxLength(20);
        table.Property(row => row.Frequency).HasMaxLength(20);
        table.Property(row => row.Quality).HasMaxLength(20);
        table.Property(row => row.Domains).HasJson();
        table.Property(row => row.SupportTypes).HasJson();
        table.Property(row => row.Version).IsConcurrencyToken();
    });
}

/// <summary>The same tables on SQL Server, with migrations of their own.</summary>
internal sealed class NetworkSqlServerDb(DbContextOptions<NetworkSqlServerDb> options) : NetworkDb(options);

internal sealed class NetworkDbFactory : SqliteDesignTimeFactory<NetworkDb>;

internal sealed class NetworkSqlServerDbFactory : SqlServerDesignTimeFactory<NetworkSqlServerDb>;
