using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using EenPlan.Subscriptions.Persistence;
using EenPlan.Subscriptions.Updates;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Feed;

/// <summary>Reads one organisation's feed by the access of this moment, and remembers how far it was read.</summary>
internal sealed class FeedReader(
    SubscriptionsDb db, Change<SubscriptionsDb> change, CaseGate<SubscriptionsDb> gate, RelaySignal<SubscriptionsDb> commits, ServiceName<SubscriptionsDb> service, TimeProvider clock)
{
    private static readonly Func<SubscriptionsDb, Guid, CancellationToken, Task<long>> HeadOf = Hot.One((SubscriptionsDb db, Guid organisation, CancellationToken _) =>
        db.Feeds.Where(row => row.OrganisationId == organisation).Select(row => row.Head).SingleOrDefault());

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ReadAtPrecision = TimeSpan.FromSeconds(10);

    /// <summary>Returns as soon as the feed goes beyond a number, or when the time is up.</summary>
    public async Task WaitAsync(Guid organisation, long since, TimeSpan longest, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + longest;
        while (clock.GetUtcNow() < until)
        {
            // Taken before looking, so that a commit between looking and waiting is not missed.
            var commit = commits.Next;
            if (await HeadOf(db, organisation, cancellationToken) > since)
            {
                return;
            }

            await Task.WhenAny(commit, Task.Delay(Poll, clock, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The events after a number, in order, and the head of the feed.</summary>
    public async Task<(IReadOnlyList<CloudEvent> Events, long Head)> ReadAsync(Guid organisation, long since, int limit, CancellationToken cancellationToken)
    {
        await gate.RefreshOrganisationAsync(organisation, cancellationToken);
        var head = await HeadOf(db, organisation, cancellationToken);
        var rows = await db.FeedRows.AsNoTracking().Where(row => row.OrganisationId == organisation && row.Number > since)
            .OrderBy(row => row.Number).Take(limit).ToListAsync(cancellationToken);
        RequireWhole(since, head, rows.Count > 0 ? rows[0].Number : null);
        var cases = rows.Select(row => row.CaseId).Distinct().ToList();
        var holders = (await db.CaseAccess.AsNoTracking().OfOrganisation(organisation).Where(access => cases.Contains(access.CaseId)).ToListAsync(cancellationToken))
            .ToLookup(access => access.CaseId);
        var source = $"urn:nld:eenplan:{service.Node}:organisation:{organisation}";
        var events = rows.Select(row => holders[row.CaseId].Any(holder => Audience.MayHear(holder, row.Kind, row.OnlyTo))
            ? CloudEvent.Of(row, source)
            : CloudEvent.Without(row, source)).ToList();
        await RememberAsync(organisation, rows.Count > 0 ? rows[^1].Number : 0, cancellationToken);
        return (events, rows.Count > 0 ? Math.Max(head, rows[^1].Number) : head);
    }

    /// <summary>Numbers have no gaps, so a reader that was away longer than the feed is kept must hear that it missed something. Who starts at 0 gets what there is.</summary>
    private static void RequireWhole(long since, long head, long? first)
    {
        var missed = first is { } number ? number > since + 1 : head > since;
        if (since > 0 && missed)
        {
            throw new ProblemException(StatusCodes.Status410Gone, "feed-forgotten",
                $"The feed is kept for {OldNews.Kept.Days} days and no longer holds what came right after {since}. Go on with since={(first ?? head + 1) - 1}, and read anew what you keep of your cases.");
        }
    }

    private async Task RememberAsync(Guid organisation, long read, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var feed = await db.Feeds.AsNoTracking().SingleOrDefaultAsync(row => row.OrganisationId == organisation, cancellationToken);
        // A system that asks again and again does not cost a write each time.
        if (feed is null || (read <= feed.LastReadNumber && now - feed.LastReadAt < ReadAtPrecision))
        {
            return;
        }

        await change.RunAsync(() => db.Feeds.Where(row => row.OrganisationId == organisation).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.LastReadNumber, row => row.LastReadNumber < read ? read : row.LastReadNumber)
            .SetProperty(row => row.LastReadAt, now), cancellationToken), cancellationToken);
    }
}
