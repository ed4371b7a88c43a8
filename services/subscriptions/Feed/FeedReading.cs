using EenPlan.Kit.Data;
using EenPlan.Subscriptions.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Feed;

/// <summary>Remembers how far an organisation's own system has read; what others read of the feed does not count.</summary>
internal sealed class FeedReading(SubscriptionsDb db, Change<SubscriptionsDb> change, TimeProvider clock)
{
    private static readonly TimeSpan Precision = TimeSpan.FromSeconds(10);

    public async Task RememberAsync(Guid organisation, long read, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var feed = await db.Feeds.AsNoTracking().SingleOrDefaultAsync(row => row.OrganisationId == organisation, cancellationToken);
        // A system that asks again and again does not cost a write each time.
        if (feed is null || (read <= feed.LastReadNumber && now - feed.LastReadAt < Precision))
        {
            return;
        }

        await change.RunAsync(() => db.Feeds.Where(row => row.OrganisationId == organisation).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.LastReadNumber, row => row.LastReadNumber < read ? read : row.LastReadNumber)
            .SetProperty(row => row.LastReadAt, now), cancellationToken), cancellationToken);
    }
}
