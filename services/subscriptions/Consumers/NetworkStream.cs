using EenPlan.Contracts.Network;
using EenPlan.Kit.Journal;
using EenPlan.Subscriptions.Persistence;
using EenPlan.Subscriptions.Updates;

namespace EenPlan.Subscriptions.Consumers;

/// <summary>What this service does with the journal of the network: nobody is told anything, but screens that are open hear that there is something to read.</summary>
internal static class NetworkStream
{
    /// <summary>No screen waits longer: who comes back later reads everything anew.</summary>
    private static readonly TimeSpan OfUse = TimeSpan.FromHours(1);

    public static void Describe(JournalHandlers<SubscriptionsDb> handlers) =>
        handlers.On<NetworkChanged>((db, _, header, now, cancellationToken) => header.At >= now - OfUse
            ? QuietHints.WriteAsync(db, header, UpdateKinds.NetworkChanged, cancellationToken)
            : Task.CompletedTask).SavedTogether<NetworkChanged>();
}
