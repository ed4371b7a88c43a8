using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using EenPlan.Subscriptions.Persistence;
using EenPlan.Subscriptions.Updates;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Feed;

/// <summary>A part of one organisation's feed, in order, with the head of the feed and the epoch that its numbers belong to.</summary>
internal sealed record FeedPart(IReadOnlyList<CloudEvent> Events, long Head, Guid Epoch);

/// <summary>Reads one organisation's feed by the access of this moment.</summary>
internal sealed class FeedReader(
    SubscriptionsDb db, CaseGate<SubscriptionsDb> gate, RelaySignal<SubscriptionsDb> commits, ServiceName<SubscriptionsDb> service, TimeProvider clock)
{
    private static readonly Func<SubscriptionsDb, Guid, CancellationToken, Task<long>> HeadOf = Hot.One((SubscriptionsDb db, Guid organisation, CancellationToken _) =>
        db.Feeds.Where(row => row.OrganisationId == organisation).Select(row => row.Head).SingleOrDefault());

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

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

    /// <summary>
    /// Numbers belong to the epoch of this database. After a restore they may be given again, to other events: who goes on from a number of before would miss those and never know.
    /// </summary>
    public async Task<Guid> RequireEpochAsync(Guid organisation, long since, Guid? asked, CancellationToken cancellationToken)
    {
        var epoch = await db.JournalHeads.Select(row => row.Epoch).SingleAsync(cancellationToken);
        if (since > 0 && ((asked ?? epoch) != epoch || since > await HeadOf(db, organisation, cancellationToken)))
        {
            throw new ProblemException(StatusCodes.Status410Gone, "feed-restored",
                $"This feed was restored, and its numbers are given anew. Start at since=0 with epoch={epoch}, and leave out events whose id you know: those stayed the same.");
        }

        return epoch;
    }

    /// <summary>The events after a number.</summary>
    public async Task<FeedPart> ReadAsync(Guid organisation, long since, Guid? asked, int limit, CancellationToken cancellationToken)
    {
        await gate.RefreshOrganisationAsync(organisation, cancellationToken);
        var epoch = await RequireEpochAsync(organisation, since, asked, cancellationToken);
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
            : CloudEvent.Without(row, source, epoch)).ToList();
        return new FeedPart(events, rows.Count > 0 ? Math.Max(head, rows[^1].Number) : head, epoch);
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
}
