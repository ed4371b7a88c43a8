using EenPlan.Contracts.Journal;

namespace EenPlan.Kit.Bus;

/// <summary>What the relay needs of a bus; returns when the broker has confirmed.</summary>
internal interface IJournalBus
{
    Task PublishAsync(JournalBatch batch, CancellationToken cancellationToken);

    Task PublishAsync(JournalHeartbeat heartbeat, CancellationToken cancellationToken);
}
