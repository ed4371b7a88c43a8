using EenPlan.Contracts.Journal;
using MassTransit;

namespace EenPlan.Kit.Bus;

internal sealed class MassTransitJournalBus(IBus bus) : IJournalBus
{
    // A hanging confirm means that the broker holds us back (disk alarm, restart): stop waiting and let the relay try again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task PublishAsync(JournalBatch batch, CancellationToken cancellationToken)
    {
        using var limit = Limit(cancellationToken);
        await bus.Publish(batch, context => context.SetRoutingKey(batch.Service), limit.Token);
    }

    public async Task PublishAsync(JournalHeartbeat heartbeat, CancellationToken cancellationToken)
    {
        using var limit = Limit(cancellationToken);
        await bus.Publish(heartbeat, context =>
        {
            context.SetRoutingKey(heartbeat.Service);
            // An old heartbeat says nothing: it must not pile up for a reader that is away.
            context.TimeToLive = TimeSpan.FromSeconds(5);
        }, limit.Token);
    }

    private static CancellationTokenSource Limit(CancellationToken cancellationToken)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        return limit;
    }
}
