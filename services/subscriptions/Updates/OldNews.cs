using EenPlan.Kit.Data;
using EenPlan.Subscriptions.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Updates;

/// <summary>News is kept for a while: so long a person or an organisation's system may stay away and still go on where it was.</summary>
internal static class OldNews
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Forgets some updates of people.</summary>
    public static async Task<int> ForgetUpdatesAsync(SubscriptionsDb db, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var some = await db.Updates.Select(row => row.At).FirstStepAsync(before, cancellationToken);
        return await db.Updates.Where(row => row.At < some).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Forgets some rows of feeds, and with each what has a lower number, so that what is left of a feed has no gap.</summary>
    public static async Task<int> ForgetFeedRowsAsync(SubscriptionsDb db, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var some = await db.FeedRows.Select(row => row.At).FirstStepAsync(before, cancellationToken);
        var old = await db.FeedRows.Where(row => row.At < some).Select(row => new { row.OrganisationId, row.Number }).ToListAsync(cancellationToken);
        var forgotten = 0;
        foreach (var feed in old.GroupBy(row => row.OrganisationId))
        {
            var last = feed.Max(row => row.Number);
            forgotten += await db.FeedRows.Where(row => row.OrganisationId == feed.Key && row.Number <= last).ExecuteDeleteAsync(cancellationToken);
        }

        return forgotten;
    }
}
