using EenPlan.Gateway.AwayFromHost;
using EenPlan.Gateway.Nodes;
using EenPlan.Gateway.Sessions;
using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Persistence;

/// <summary>The gateway's own small database: who is signed in, and which other nodes there are. Shared by all gateways of a node.</summary>
internal class GatewayDb : DbContext
{
    public GatewayDb(DbContextOptions<GatewayDb> options)
        : base(options)
    {
    }

    protected GatewayDb(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Peer> Peers => Set<Peer>();

    public DbSet<PeerOrganisation> PeerOrganisations => Set<PeerOrganisation>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<UsedToken> UsedTokens => Set<UsedToken>();

    public DbSet<OwnKey> OwnKeys => Set<OwnKey>();

    public DbSet<HeldCase> HeldCases => Set<HeldCase>();

    public DbSet<HeldList> HeldLists => Set<HeldList>();

    public DbSet<OutboxEntry> Outbox => Set<OutboxEntry>();

    public DbSet<DeletionProof> DeletionProofs => Set<DeletionProof>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.ApplyTypes(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(GatewayDb).Assembly);
        modelBuilder.Entity<Session>(session =>
        {
            session.Property(row => row.Id).ValueGeneratedNever();
            session.Property(row => row.Account).HasMaxLength(Session.LongestAccount);
            session.Property(row => row.IdentityKind).HasMaxLength(40);
            session.Property(row => row.Host).HasMaxLength(NodeName.Longest);
            session.HasIndex(row => row.EndsAt);
            session.HasIndex(row => row.ChangedAt);
        });
        Conventions.ApplyCollation(modelBuilder, Database.ProviderName!.EndsWith("SqlServer", StringComparison.Ordinal));
    }
}

/// <summary>The same on SQL Server, with its own migrations.</summary>
internal sealed class GatewaySqlServerDb(DbContextOptions<GatewaySqlServerDb> options) : GatewayDb(options);

internal sealed class GatewayDbFactory : SqliteDesignTimeFactory<GatewayDb>;

internal sealed class GatewaySqlServerDbFactory : SqlServerDesignTimeFactory<GatewaySqlServerDb>;
