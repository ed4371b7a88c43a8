using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;

namespace EenPlan.Gateway.Nodes;

/// <summary>The own queue of an organisation follows the membership of its node: held back, it is told nothing that way either.</summary>
internal sealed class PeerQueues([FromKeyedServices("gateway")] ServiceClient services)
{
    public async Task HoldAsync(Peer peer, bool suspended, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var organisation in peer.Organisations)
            {
                await services.PostAsync<object>("subscriptions", "/internal/queues/_suspend", new { organisation.OrganisationId, suspended }, cancellationToken);
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw Problem.Unavailable("The queues of its organisations could not be told. Try again in a moment.");
        }
    }
}
