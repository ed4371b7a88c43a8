using EenPlan.Gateway.Persistence;
using EenPlan.Kit.Api;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Nodes;

/// <summary>Whose node is held back is held back with its own systems too: what they read is about the same plans.</summary>
internal sealed class HeldBack(GatewayDb db)
{
    public async Task RequireNotAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        var states = await db.Peers.AsNoTracking().Where(peer => !peer.Hosts && peer.Organisations.Any(row => row.OrganisationId == organisationId)).Select(peer => peer.State).ToListAsync(cancellationToken);
        if (states.Count > 0 && !states.Contains(PeerState.Active))
        {
            throw new ProblemException(StatusCodes.Status403Forbidden, "node-suspended", "The node of this organisation takes no part now. Its administrator can ask why.");
        }
    }
}
