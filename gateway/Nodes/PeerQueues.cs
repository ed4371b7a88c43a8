using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;

namespace EenPlan.Gateway.Nodes;

/// <summary>The own queue of an organisation follows the membership of its node: held back, it is told nothing that way either.</summary>
internal sealed class PeerQueues([FromKeyedServices("gateway")] ServiceClient services)
{
    public async Task HoldAsync(Peer peer, bool suspended, CancellationToken cancellationToken)
    {
        foreach (var organisation in peer.Organisations)
        {
            await HoldAsync(organisation.OrganisationId, suspended, cancellationToken);
        }
    }

    public async Task HoldAsync(Guid organisationId, bool suspended, CancellationToken cancellationToken)
    {
        try
        {
            await services.PostAsync<object>("subscriptions", "/internal/queues/_suspend", new { organisationId, suspended }, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw Problem.Unavailable("The queue of its organisation could not be told. Try again in a moment.");
        }
    }
}
