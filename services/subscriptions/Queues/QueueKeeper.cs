using EenPlan.Kit.Data;
using EenPlan.Subscriptions.Persistence;
using EenPlan.Subscriptions.Updates;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Queues;

/// <summary>
/// Makes the broker have what the rows say, whatever it has now: it may be new, or have lost its disk, or know of queues that a restored database does not.
/// </summary>
internal sealed class QueueKeeper(AmqpOptions amqp, BrokerManagement broker)
{
    /// <summary>So often a message may be given back before it is set aside; without a limit one that a system cannot digest would come back for ever.</summary>
    private const int DeliveryLimit = 20;

    private readonly HashSet<Guid> _made = [];
    private bool _clean;

    /// <summary>True when the broker may not have what this row says.</summary>
    public bool Doubts(OrganisationQueue queue) => queue.Made != queue.Wanted || !_made.Contains(queue.Wanted);

    /// <summary>The broker was away, or a queue turned out to be gone: nothing is believed any more.</summary>
    public void Forget()
    {
        _made.Clear();
        _clean = false;
    }

    /// <summary>Takes away what no row speaks of, once after the broker was away. Users are listed before the rows are read: a row is committed before its user is made.</summary>
    public async Task CleanAsync(SubscriptionsDb db, CancellationToken cancellationToken)
    {
        if (_clean)
        {
            return;
        }

        await broker.MakeVirtualHostAsync(cancellationToken);
        await broker.MakePolicyAsync(new Dictionary<string, object> { ["max-length"] = amqp.MaxLength, ["message-ttl"] = (long)OldNews.Kept.TotalMilliseconds }, cancellationToken);
        var users = await broker.UsersAsync(QueueNames.UsersOf(amqp.VirtualHost), cancellationToken);
        var queues = await broker.QueuesAsync(cancellationToken);
        var known = await db.Queues.AsNoTracking().ToListAsync(cancellationToken);
        foreach (var user in users.Where(user => !known.Exists(row => user.StartsWith(QueueNames.UsersOf(amqp.VirtualHost, row.OrganisationId), StringComparison.Ordinal))))
        {
            await broker.DeleteUserAsync(user, cancellationToken);
        }

        foreach (var queue in queues.Where(queue => QueueNames.OrganisationOf(queue) is { } organisation && !known.Exists(row => row.OrganisationId == organisation)))
        {
            await broker.DeleteQueueAsync(queue, cancellationToken);
        }

        _clean = true;
    }

    /// <summary>Makes the broker have what one row says. Only for whoever holds the lease of that row.</summary>
    public async Task MakeAsync(Change<SubscriptionsDb> change, QueueLease lease, OrganisationQueue queue, CancellationToken cancellationToken)
    {
        var mine = lease.Mine(change.Db, queue.OrganisationId).Where(row => row.Wanted == queue.Wanted);
        if (queue.GivenUp)
        {
            await TakeAwayAsync(queue, cancellationToken);
            await change.RunAsync(() => mine.ExecuteDeleteAsync(cancellationToken), cancellationToken);
        }
        else if (queue.Suspended)
        {
            await TakeAwayAsync(queue, cancellationToken);
            await change.RunAsync(() => mine.ExecuteUpdateAsync(set => set.SetProperty(row => row.Made, queue.Wanted), cancellationToken), cancellationToken);
        }
        else
        {
            if (await broker.LookAsync(queue.Name, cancellationToken) is null)
            {
                // A new queue gets all that is kept: what was in the one before, nobody knows. Set before it is made, because from then on nobody can see that it is new.
                await change.RunAsync(() => mine.ExecuteUpdateAsync(set => set.SetProperty(row => row.Published, 0L), cancellationToken), cancellationToken);
            }

            await PutThereAsync(queue, cancellationToken);
            await change.RunAsync(() => mine.ExecuteUpdateAsync(set => set.SetProperty(row => row.Made, queue.Wanted), cancellationToken), cancellationToken);
        }

        _made.Add(queue.Wanted);
    }

    private async Task PutThereAsync(OrganisationQueue queue, CancellationToken cancellationToken)
    {
        var aside = QueueNames.AsideOf(queue.OrganisationId);
        await broker.MakeQueueAsync(aside, Arguments(), cancellationToken);
        var arguments = Arguments();
        arguments["x-dead-letter-exchange"] = "";
        arguments["x-dead-letter-routing-key"] = aside;
        // What is set aside leaves the queue only when it has arrived there.
        arguments["x-dead-letter-strategy"] = "at-least-once";
        await broker.MakeQueueAsync(queue.Name, arguments, cancellationToken);
        await broker.MakeReaderAsync(queue.UserName, queue.PasswordHash, QueueNames.Pattern(queue.OrganisationId), cancellationToken);
        await DeleteUsersAsync(queue.OrganisationId, queue.UserName, cancellationToken);
    }

    /// <summary>A full queue refuses what is new, and never drops what is old. How much it may hold, and for how long, is a policy: arguments of a queue that exists cannot be changed.</summary>
    private static Dictionary<string, object> Arguments() => new()
    {
        ["x-queue-type"] = "quorum", ["x-delivery-limit"] = DeliveryLimit, ["x-overflow"] = "reject-publish",
    };

    private async Task TakeAwayAsync(OrganisationQueue queue, CancellationToken cancellationToken)
    {
        await DeleteUsersAsync(queue.OrganisationId, except: null, cancellationToken);
        await broker.DeleteQueueAsync(queue.Name, cancellationToken);
        await broker.DeleteQueueAsync(QueueNames.AsideOf(queue.OrganisationId), cancellationToken);
    }

    private async Task DeleteUsersAsync(Guid organisation, string? except, CancellationToken cancellationToken)
    {
        foreach (var user in (await broker.UsersAsync(QueueNames.UsersOf(amqp.VirtualHost, organisation), cancellationToken)).Where(user => user != except))
        {
            await broker.DeleteUserAsync(user, cancellationToken);
        }
    }
}
