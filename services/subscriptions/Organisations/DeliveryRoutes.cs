using EenPlan.Kit.Audit;
using EenPlan.Kit.Identity;
using EenPlan.Subscriptions.Persistence;
using EenPlan.Subscriptions.Updates;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Organisations;

/// <summary>How many updates of one kind were put on the feed and how many of them were read.</summary>
internal sealed record DeliveryCount(string Kind, int Produced, int Delivered, DateTimeOffset? LastAt);

/// <summary>How far the feed is and how far it was read.</summary>
internal sealed record FeedState(long Head, long LastReadNumber, DateTimeOffset? LastReadAt);

/// <summary>Counts for the administrator; which cases they are about stays out.</summary>
internal sealed record DeliveryReport(IReadOnlyList<DeliveryCount> Items, FeedState Feed);

internal static class DeliveryRoutes
{
    public static void MapDeliveries(this RouteGroupBuilder v1) =>
        v1.MapGet("/deliveries", ReportAsync).WithName("subscriptions-count-deliveries").WithSummary("How much was put on the feed of my organisation in the time that it is kept, and how far it was read.")
            .Produces<DeliveryReport>().ProducesProblem(401).ProducesProblem(403)
            .For(CallerKind.Administrator);

    private static async Task<DeliveryReport> ReportAsync(Caller caller, SubscriptionsDb db, AuditNote note, CancellationToken cancellationToken)
    {
        note.Purpose = "administrator";
        var organisation = caller.Organisation();
        var feed = await db.Feeds.AsNoTracking().SingleOrDefaultAsync(row => row.OrganisationId == organisation, cancellationToken);
        var read = feed?.LastReadNumber ?? 0;
        var counts = await db.FeedRows.Where(row => row.OrganisationId == organisation).GroupBy(row => row.Kind)
            .Select(group => new { Kind = group.Key, Produced = group.Count(), Delivered = group.Sum(row => row.Number <= read ? 1 : 0), LastAt = group.Max(row => row.At) })
            .ToDictionaryAsync(group => group.Kind, cancellationToken);
        var items = UpdateKinds.All.Select(kind => counts.TryGetValue(kind, out var count)
            ? new DeliveryCount(kind, count.Produced, count.Delivered, count.LastAt)
            : new DeliveryCount(kind, 0, 0, null));
        return new DeliveryReport([.. items], new FeedState(feed?.Head ?? 0, read, feed?.LastReadAt));
    }
}
