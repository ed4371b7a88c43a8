using EenPlan.Gateway.Persistence;
using EenPlan.Gateway.Sessions;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Nodes;

/// <summary>An organisation as nodes tell each other of it.</summary>
internal sealed record NodeOrganisation(Guid Id, string Name, string Kind, string? Municipality, string? Phone);

/// <summary>Asks to join.</summary>
/// <param name="Code">The code of the invitation.</param>
/// <param name="Node">Name of the node that joins.</param>
/// <param name="Url">Where its gateway listens.</param>
/// <param name="Key">The public half of its key, which also signs this request.</param>
/// <param name="Organisation">The organisation that it joins for.</param>
internal sealed record JoinRequest(string Code, string Node, string Url, string Key, NodeOrganisation Organisation);

/// <summary>What a member hears about its membership.</summary>
/// <param name="Node">Name of the node that answers.</param>
/// <param name="Key">The public half of its key.</param>
/// <param name="State">active, suspended or left.</param>
internal sealed record MembershipView(string Node, string Key, string State);

/// <summary>A new key.</summary>
/// <param name="Key">Its public half.</param>
/// <param name="Proof">A token that it signed: who sends it has the secret half.</param>
internal sealed record KeyChange(string Key, string Proof);

/// <summary>How a node stands here, who is held back, who leaves, and new keys of either side.</summary>
internal sealed class Membership(GatewayDb db, Admission admission, NodeGuard guard, PeerQueues queues, LiveStreams streams, GatewaySettings settings, TimeProvider clock,
    [FromKeyedServices("gateway")] ServiceClient services)
{
    private static readonly TimeSpan PreviousKeyLives = TimeSpan.FromMinutes(10);

    /// <summary>A large organisation has many people to end.</summary>
    private static readonly TimeSpan PatienceWithMany = TimeSpan.FromMinutes(2);

    public async Task<MembershipView> JoinAsync(HttpContext http) => await ViewAsync(await admission.AdmitAsync(http), http.RequestAborted);

    public async Task<MembershipView> ShowAsync(HttpContext http) => await ViewAsync((await AskedByNodeAsync(http)).Peer, http.RequestAborted);

    public async Task<MembershipView> LeaveAsync(HttpContext http)
    {
        var request = await AskedByNodeAsync(http);
        await EndAsync(request.Peer, http.RequestAborted);
        return await ViewAsync(request.Peer, http.RequestAborted) with { State = PeerState.Left };
    }

    /// <summary>Takes a peer's new key. The one before is believed for ten minutes more, but names no other; the same request again changes nothing.</summary>
    public async Task<MembershipView> ChangeKeyAsync(HttpContext http)
    {
        var request = await AskedByNodeAsync(http);
        var (_, _, body) = await NodeGuard.ReadAsync(http);
        var change = NodeBody.Parse<KeyChange>(body);
        var peer = request.Peer;
        var isAgain = peer.Key == change.Key;
        if (PublicKey.Read(change.Key) is not { } key || (!isAgain && request.Kid != PublicKey.Read(peer.Key)!.Kid)
            || !await NodeTokens.IsSignedAsync(change.Proof ?? "", key, NodeName.Urn(peer.Node), settings.Issuer, clock.GetUtcNow()))
        {
            throw NodeGuard.Refused();
        }

        if (!isAgain)
        {
            DateTimeOffset? until = clock.GetUtcNow() + PreviousKeyLives;
            await db.Peers.Where(row => row.Node == peer.Node && row.Key == peer.Key).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.PreviousKey, peer.Key).SetProperty(row => row.PreviousKeyUntil, until).SetProperty(row => row.Key, change.Key), http.RequestAborted);
        }

        return await ViewAsync(peer, http.RequestAborted);
    }

    /// <summary>Holds a member back, lets it take part again, or ends it.</summary>
    public async Task SetAsync(Peer peer, string state, CancellationToken cancellationToken)
    {
        if (state == PeerState.Left)
        {
            await EndAsync(peer, cancellationToken);
            return;
        }

        if (await db.Peers.Where(row => row.Node == peer.Node && row.State != PeerState.Left && row.State != PeerState.Leaving)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state), cancellationToken) == 0)
        {
            throw Problem.Conflict("node-left", "This node takes part no longer. Invite it again.");
        }

        streams.Cut(stream => stream.Node == peer.Node && state != PeerState.Active);
        await queues.HoldAsync(peer, state != PeerState.Active, cancellationToken);
    }

    /// <summary>Ends a membership. First nothing of it is believed any more; then its queues and its people end. What could not be told now is told by the watch.</summary>
    public async Task EndAsync(Peer peer, CancellationToken cancellationToken)
    {
        if (peer.State == PeerState.Left)
        {
            return;
        }

        await db.Peers.Where(row => row.Node == peer.Node && row.State != PeerState.Left).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, PeerState.Leaving), cancellationToken);
        streams.Cut(stream => stream.Node == peer.Node);
        await queues.HoldAsync(peer, suspended: true, cancellationToken);
        try
        {
            await services.PostAsync<object>("directory", "/internal/nodes/_leave", new { node = peer.Node }, PatienceWithMany, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw Problem.Unavailable("The node takes part no longer, but its people could not be told yet. That is tried again by itself.");
        }

        await db.Peers.Where(row => row.Node == peer.Node && row.State == PeerState.Leaving).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, PeerState.Left), cancellationToken);
    }

    private async Task<NodeRequest> AskedByNodeAsync(HttpContext http)
    {
        var request = await guard.CheckAsync(http, alsoWithoutPart: true);
        return request.Speaker.Kind == NodeTokens.Node ? request : throw NodeGuard.Refused();
    }

    private async Task<MembershipView> ViewAsync(Peer peer, CancellationToken cancellationToken) =>
        new(settings.Node, (await db.OwnKeys.AsNoTracking().SingleAsync(row => row.Kid == peer.OurKid, cancellationToken)).PublicHalf, PeerState.Told(peer.State));
}
