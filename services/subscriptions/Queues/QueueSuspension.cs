using EenPlan.Kit.Api;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using EenPlan.Subscriptions.Persistence;

namespace EenPlan.Subscriptions.Queues;

/// <summary>Whether an organisation is suspended here.</summary>
internal sealed record SuspensionInput(Guid OrganisationId, bool Suspended);

/// <summary>The gateway says that an organisation's node was suspended or may take part again: its queue must not outlive that.</summary>
internal static class QueueSuspension
{
    public static void MapQueueSuspension(this RouteGroupBuilder system) => system.MapPost("/queues/_suspend", SuspendAsync).ForServices("gateway");

    private static async Task<IResult> SuspendAsync(Input input, Change<SubscriptionsDb> change, CancellationToken cancellationToken)
    {
        var organisation = input.Id("organisationId", required: true);
        var suspended = input.Flag("suspended") ?? false;
        input.Done();
        await change.RunAsync(async () =>
        {
            if (await change.Db.Queues.FindAsync([organisation!.Value], cancellationToken) is { } queue && queue.Suspended != suspended)
            {
                (queue.Suspended, queue.Wanted) = (suspended, Guid.NewGuid());
            }
        }, cancellationToken);
        return TypedResults.NoContent();
    }
}
