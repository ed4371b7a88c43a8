using EenPlan.Kit.Data;
using EenPlan.Network.Closed;
using EenPlan.Network.Colours;
using EenPlan.Network.Cooperation;
using EenPlan.Network.People;
using EenPlan.Network.Snapshots;
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

    public DbSet<ClosedCase> ClosedCases => Set<ClosedCase>();

    public DbSet<NetworkState> Networks => Set<NetworkState>();

    public DbSet<Snapshot> Snapshots => Set<Snapshot>();

    public DbSet<FamilyColours> Colours => Set<FamilyColours>();

    public DbSet<CooperationView> Cooperation => Set<CooperationView>();

    protected override void Describe(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(NetworkDb).Assembly);
}

/// <summary>The same tables on SQL Server, with migrations of their own.</summary>
internal sealed class NetworkSqlServerDb(DbContextOptions<NetworkSqlServerDb> options) : NetworkDb(options);

internal sealed class NetworkDbFactory : SqliteDesignTimeFactory<NetworkDb>;

internal sealed class NetworkSqlServerDbFactory : SqlServerDesignTimeFactory<NetworkSqlServerDb>;
