using EenPlan.Kit.Data;
using EenPlan.Subscriptions.Feed;
using EenPlan.Subscriptions.MachineClients;
using EenPlan.Subscriptions.Organisations;
using EenPlan.Subscriptions.Queues;
using EenPlan.Subscriptions.Updates;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Persistence;

/// <summary>Updates of people, feeds of organisations, and what organisations want to hear.</summary>
internal class SubscriptionsDb : ServiceDb
{
    public SubscriptionsDb(DbContextOptions<SubscriptionsDb> options)
        : base(options)
    {
    }

    protected SubscriptionsDb(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<Update> Updates => Set<Update>();

    public DbSet<HiddenItem> HiddenItems => Set<HiddenItem>();

    public DbSet<Recipient> Recipients => Set<Recipient>();

    public DbSet<OrganisationSubscription> Organisations => Set<OrganisationSubscription>();

    public DbSet<MachineClient> MachineClients => Set<MachineClient>();

    public DbSet<OrganisationFeed> Feeds => Set<OrganisationFeed>();

    public DbSet<FeedRow> FeedRows => Set<FeedRow>();

    public DbSet<OrganisationQueue> Queues => Set<OrganisationQueue>();

    protected override void Describe(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(SubscriptionsDb).Assembly);
}

/// <summary>The same on SQL Server.</summary>
internal sealed class SubscriptionsSqlServerDb(DbContextOptions<SubscriptionsSqlServerDb> options) : SubscriptionsDb(options);

internal sealed class SubscriptionsDbFactory : SqliteDesignTimeFactory<SubscriptionsDb>;

internal sealed class SubscriptionsSqlServerDbFactory : SqlServerDesignTimeFactory<SubscriptionsSqlServerDb>;
