using System.Globalization;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using EenPlan.Subscriptions.Feed;
using EenPlan.Subscriptions.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Queues;

/// <summary>What came of filling a queue: all is in it, there may be more at once, it took some and is full, or it takes nothing now.</summary>
internal enum Filled
{
    All,
    Some,
    Brimming,
    Nothing,
}

/// <summary>
/// Carries one organisation's feed into its queue: what the feed would tell for a number at this moment, in order. The cursor moves after the broker confirmed, so a crash
/// in between sends some twice and none never.
/// </summary>
internal sealed partial class QueueFiller(SubscriptionsDb db, Change<SubscriptionsDb> change, FeedReader feed, TimeProvider clock, ILogger<QueueFiller> log)
{
    private const int AtOnce = 64;
    private static readonly string Machine = nameof(CallerKind.Machine).ToLowerInvariant();

    public async Task<Filled> FillAsync(OrganisationQueue queue, QueueLease lease, QueueChannel channel, CancellationToken cancellationToken)
    {
        var from = await PassOverForgottenAsync(queue, cancellationToken);
        var part = await feed.ReadAsync(queue.OrganisationId, from, asked: null, AtOnce, cancellationToken);
        var put = new List<CloudEvent>();
        var full = false;
        foreach (var told in part.Events)
        {
            if (!await channel.PutAsync(queue.Name, told, cancellationToken))
            {
                full = true;
                break;
            }

            put.Add(told);
        }

        var moved = put.Count == 0 || await MoveAsync(queue, lease, put, cancellationToken);
        return full ? (put.Count > 0 ? Filled.Brimming : Filled.Nothing) : moved && part.Events.Count == AtOnce ? Filled.Some : Filled.All;
    }

    /// <summary>What was not put into the queue in the time that it is kept, because the queue was full or the broker away, is gone: a gap in the numbers tells the reader.</summary>
    private async Task<long> PassOverForgottenAsync(OrganisationQueue queue, CancellationToken cancellationToken)
    {
        var first = await db.FeedRows.Where(row => row.OrganisationId == queue.OrganisationId && row.Number > queue.Published)
            .OrderBy(row => row.Number).Select(row => (long?)row.Number).FirstOrDefaultAsync(cancellationToken);
        if (first is not { } number || number == queue.Published + 1)
        {
            return queue.Published;
        }

        if (queue.Published > 0)
        {
            Forgotten(number - queue.Published - 1);
        }

        return number - 1;
    }

    private async Task<bool> MoveAsync(OrganisationQueue queue, QueueLease lease, List<CloudEvent> put, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var to = long.Parse(put[^1].Sequence, CultureInfo.InvariantCulture);
        return await change.RunAsync(async () =>
        {
            var moved = await lease.Mine(db, queue.OrganisationId).Where(row => row.Published == queue.Published && row.Made == queue.Made)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Published, to).SetProperty(row => row.PublishedAt, now), cancellationToken) == 1;
            // Each family reads that this organisation's system was told.
            db.AuditOutbox.AddRange(put.Select(told => told.Subject).OfType<Guid>().Distinct().Select(caseId => new AuditOutboxRow
            {
                Id = Guid.CreateVersion7(), At = now, ActorKind = Machine, OrganisationId = queue.OrganisationId, Action = "subscriptions-fill-queue", ActionCode = "R",
                Purpose = "organisation-feed", CaseId = caseId, Outcome = StatusCodes.Status200OK,
            }));
            return moved;
        }, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "{Count} events were forgotten before they could be put into the queue of an organisation")]
    private partial void Forgotten(long count);
}
