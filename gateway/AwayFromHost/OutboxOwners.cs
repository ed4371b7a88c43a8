using EenPlan.Gateway.Nodes;
using EenPlan.Gateway.Sessions;
using EenPlan.Kit.Api;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>Who is asking: a professional of ours whose plans are at another node, and who still is that here.</summary>
internal sealed class OutboxOwners(CurrentSession current, Identities identities, Hosts hosts)
{
    public async Task<OutboxOwner> RequireAsync(HttpContext http)
    {
        var session = await current.FindAsync(http) ?? throw SessionDesk.NotSignedIn();
        if (session is not { IdentityId: { } id, IdentityKind: NodeTokens.Professional } || await hosts.OfAsync(session, http.RequestAborted) is not { } host)
        {
            throw Problem.NotFound();
        }

        try
        {
            return await FindAsync(session.Account, id, host.Node) ?? throw Problem.NotFound();
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or TimeoutException)
        {
            throw Problem.Unavailable("It cannot be found out now whether you may. Try again in a moment.");
        }
    }

    /// <summary>The same for somebody who is not here now; null when this account is no longer this professional.</summary>
    public async ValueTask<OutboxOwner?> FindAsync(string account, Guid professionalId, string host) =>
        await identities.FindAsync(account, professionalId, NodeTokens.Professional) is { OrganisationId: { } organisation } ? new OutboxOwner(host, professionalId, organisation, account) : null;
}
