using EenPlan.Contracts.Journal;
using EenPlan.Kit.Bus;

namespace EenPlan.ToyServices;

/// <summary>A bus that now and then takes so long to confirm that the relay has lost its lease when it goes on.</summary>
internal sealed class HesitantBus(IJournalBus real, Random random, TimeSpan longest) : IJournalBus
{
    public async Task PublishAsync(JournalBatch batch, CancellationToken cancellationToken)
    {
        await real.PublishAsync(batch, cancellationToken);
        if (random.Next(3) == 0)
        {
            await Task.Delay(longest * random.NextDouble(), cancellationToken);
        }
    }

    public Task PublishAsync(JournalHeartbeat heartbeat, CancellationToken cancellationToken) => real.PublishAsync(heartbeat, cancellationToken);
}
