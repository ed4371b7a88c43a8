using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Journal;
using EenPlan.Kit.Operations;
using EenPlan.Subscriptions.Consumers;
using EenPlan.Subscriptions.Feed;
using EenPlan.Subscriptions.Live;
using EenPlan.Subscriptions.MachineClients;
using EenPlan.Subscriptions.Organisations;
using EenPlan.Subscriptions.Persistence;
using EenPlan.Subscriptions.Queues;
using EenPlan.Subscriptions.Updates;

namespace EenPlan.Subscriptions;

/// <summary>Who wants to hear what about which case, and telling them: references only, never content.</summary>
public static class SubscriptionsService
{
    /// <summary>Prefix of the routes, audience of the tokens, name of the database.</summary>
    public const string Name = "subscriptions";

    /// <summary>Registers the service.</summary>
    public static void AddSubscriptions(this IHostApplicationBuilder builder)
    {
        builder.AddService<SubscriptionsDb, SubscriptionsSqlServerDb>(Name).Reads("cases", CaseStream.Describe).Reads("network", NetworkStream.Describe).DecidesByAccessCopy()
            .Forgets("updates", OldNews.Kept, OldNews.ForgetUpdatesAsync).Forgets("feed rows", OldNews.Kept, OldNews.ForgetFeedRowsAsync);
        builder.AddApiDocument(Name, "EenPlan: updates and feeds");
        builder.Services.AddSingleton<MovedPeople>();
        builder.Services.ConfigureDbContext<SubscriptionsDb>((services, context) => context.AddInterceptors(services.GetRequiredService<MovedPeople>()));
        builder.Services.ConfigureDbContext<SubscriptionsSqlServerDb>((services, context) => context.AddInterceptors(services.GetRequiredService<MovedPeople>()));
        builder.Services.AddSingleton<OwnStretches<SubscriptionsDb>>();
        builder.Services.AddSingleton<LiveTail>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<LiveTail>());
        builder.Services.AddSingleton(provider => new OpenConnections(Name, () => provider.GetRequiredService<LiveTail>().Open));
        builder.Services.AddScoped<FeedReader>();
        builder.Services.AddScoped<FeedReading>();
        builder.AddQueues();
    }

    /// <summary>Maps the routes of the service.</summary>
    public static void MapSubscriptions(this IEndpointRouteBuilder routes) => routes.MapService<SubscriptionsDb>(
        v1 =>
        {
            v1.MapGroup("").WithTags("Updates").MapUpdates();
            v1.MapGroup("").WithTags("Updates").MapLive();
            v1.MapGroup("").WithTags("Subscription").MapOrganisationSubscription();
            v1.MapGroup("").WithTags("Subscription").MapDeliveries();
            v1.MapGroup("").WithTags("Subscription").MapMachineClients();
            v1.MapGroup("").WithTags("Feed").MapFeed();
            v1.MapGroup("").WithTags("Feed").MapQueue();
        },
        system =>
        {
            system.MapMachineClientCheck();
            system.MapQueueSuspension();
            system.MapUnreadOfOrganisation();
            system.MapAuditLines(Name);
        });
}
