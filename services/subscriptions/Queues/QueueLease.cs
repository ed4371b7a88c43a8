using EenPlan.Kit.Data;
using EenPlan.Subscriptions.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Queues;

/// <summary>One process at a time fills a queue. A process that slept through its lease finds that the row is no longer its own, and moves nothing.</summary>
internal sealed class QueueLease(TimeProvider clock)
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);
    private readonly Guid _me = Guid.NewGuid();

    /// <summary>Takes or renews the lease of one queue; false when another process has it. Whoever sees in the row that it has writes nothing.</summary>
    public async Task<bool> HoldAsync(Change<SubscriptionsDb> change, OrganisationQueue queue, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + Duration;
        // Nobody holds a lease for longer than its duration: an end further ahead is that of a process whose clock was wrong.
        var impossible = until + Duration;
        if (queue.LeaseOwner != _me && queue.LeaseUntil >= now && queue.LeaseUntil <= impossible)
        {
            return false;
        }

        return await change.RunAsync(() => change.Db.Queues
            .Where(row => row.OrganisationId == queue.OrganisationId && (row.LeaseOwner == _me || row.LeaseUntil < now || row.LeaseUntil > impossible))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseOwner, _me).SetProperty(row => row.LeaseUntil, until), cancellationToken), cancellationToken) == 1;
    }

    /// <summary>The row, only while it is ours.</summary>
    public IQueryable<OrganisationQueue> Mine(SubscriptionsDb db, Guid organisation) => db.Queues.Where(row => row.OrganisationId == organisation && row.LeaseOwner == _me);

    /// <summary>Gives all leases back at a normal stop, so that a successor need not wait.</summary>
    public Task ReleaseAsync(Change<SubscriptionsDb> change, CancellationToken cancellationToken) => change.RunAsync(() =>
        change.Db.Queues.Where(row => row.LeaseOwner == _me).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, DateTimeOffset.UnixEpoch), cancellationToken), cancellationToken);
}
