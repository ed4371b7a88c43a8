using System.Text.Json;
using EenPlan.Gateway.Forwarding;
using EenPlan.Gateway.Persistence;
using EenPlan.Gateway.Sessions;
using EenPlan.Kit;
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

/// <summary>The host's side of membership: who joins, how it stands, who leaves, and new keys of either side.</summary>
internal sealed class Membership(GatewayDb db, Invitations invitations, NodeGuard guard, NodeKeys keys, Guesses guesses, LiveStreams streams, PeerQueues queues, GatewaySettings settings, TimeProvider clock,
    [FromKeyedServices("gateway")] ServiceClient services)
{
    private static readonly TimeSpan PreviousKeyLives = TimeSpan.FromMinutes(10);

    /// <summary>Lets a node in that has a code. What it signs from now on is believed for the organisation of the invitation.</summary>
    public async Task<MembershipView> JoinAsync(HttpContext http)
    {
        guard.RequireProtection(http);
        guesses.Check(http);
        var (token, read, body) = await NodeGuard.ReadAsync(http);
        var asked = Parse<JoinRequest>(body);
        var key = PublicKey.Read(asked.Key);
        if (!NodeName.IsGood(asked.Node) || asked.Node == settings.Node || key is null || !PeerAddress.MayCall(asked.Url, http) || asked.Organisation is null || asked.Code is not { Length: > 0 and <= 100 })
        {
            throw Problem.Invalid("", "not-a-node", "Node, url, key, code and organisation must be those of a node that is not this one.");
        }

        if (!NodeGuard.IsFor(read, http, body) || !await NodeTokens.IsSignedAsync(token, key, NodeName.Urn(asked.Node), NodeTokens.JoinAudience, clock.GetUtcNow()))
        {
            throw NodeGuard.Refused();
        }

        await guard.UseOnceAsync(asked.Node, read.Id, http.RequestAborted);
        var peer = await AdmitAsync(http, asked, key);
        var own = await OwnHalfAsync(peer, http.RequestAborted);
        new NodeRequest(peer, new NodeSpeaker(NodeTokens.Node, peer.Node, null), read.Id).KeepWith(http);
        return new MembershipView(settings.Node, own, peer.State);
    }

    public async Task<MembershipView> ShowAsync(HttpContext http)
    {
        var request = await AskedByNodeAsync(http);
        return new MembershipView(settings.Node, await OwnHalfAsync(request.Peer, http.RequestAborted), request.Peer.State);
    }

    public async Task<MembershipView> LeaveAsync(HttpContext http)
    {
        var request = await AskedByNodeAsync(http);
        await EndAsync(request.Peer, http.RequestAborted);
        return new MembershipView(settings.Node, await OwnHalfAsync(request.Peer, http.RequestAborted), PeerState.Left);
    }

    /// <summary>Takes a peer's new key. The one before is believed for ten minutes more; the same request again changes nothing.</summary>
    public async Task<MembershipView> ChangeKeyAsync(HttpContext http)
    {
        var request = await AskedByNodeAsync(http);
        var (_, _, body) = await NodeGuard.ReadAsync(http);
        var change = Parse<KeyChange>(body);
        var peer = request.Peer;
        if (PublicKey.Read(change.Key) is not { } key || !await NodeTokens.IsSignedAsync(change.Proof ?? "", key, NodeName.Urn(peer.Node), settings.Issuer, clock.GetUtcNow()))
        {
            throw NodeGuard.Refused();
        }

        if (peer.Key != change.Key)
        {
            DateTimeOffset? until = clock.GetUtcNow() + PreviousKeyLives;
            await db.Peers.Where(row => row.Node == peer.Node && row.Key == peer.Key).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.PreviousKey, peer.Key).SetProperty(row => row.PreviousKeyUntil, until).SetProperty(row => row.Key, change.Key), http.RequestAborted);
        }

        return new MembershipView(settings.Node, await OwnHalfAsync(peer, http.RequestAborted), peer.State);
    }

    /// <summary>Holds a member back, lets it take part again, or ends it.</summary>
    public async Task SetAsync(Peer peer, string state, CancellationToken cancellationToken)
    {
        if (state == PeerState.Left)
        {
            await EndAsync(peer, cancellationToken);
            return;
        }

        if (await db.Peers.Where(row => row.Node == peer.Node && row.State != PeerState.Left).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state), cancellationToken) == 0)
        {
            throw Problem.Conflict("node-left", "This node takes part no longer. Invite it again.");
        }

        streams.Cut(stream => stream.Node == peer.Node && state != PeerState.Active);
        await queues.HoldAsync(peer, state != PeerState.Active, cancellationToken);
    }

    private async Task EndAsync(Peer peer, CancellationToken cancellationToken)
    {
        // First nothing of it is believed any more; then its people leave the cases. When that cannot be told now it stays held back, and whoever ends it tries again.
        var held = peer.State == PeerState.Left ? PeerState.Left : PeerState.Suspended;
        await db.Peers.Where(row => row.Node == peer.Node).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, held), cancellationToken);
        streams.Cut(stream => stream.Node == peer.Node);
        await queues.HoldAsync(peer, suspended: true, cancellationToken);
        try
        {
            await services.PostAsync<object>("directory", "/internal/nodes/_leave", new { node = peer.Node }, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw Problem.Unavailable("The node is held back, but its people could not be told to leave. Try again in a moment.");
        }

        await db.Peers.Where(row => row.Node == peer.Node).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, PeerState.Left), cancellationToken);
    }

    private async Task<NodeRequest> AskedByNodeAsync(HttpContext http)
    {
        var request = await guard.CheckAsync(http, alsoWithoutPart: true);
        return request.Speaker.Kind == NodeTokens.Node ? request : throw NodeGuard.Refused();
    }

    private async Task<Peer> AdmitAsync(HttpContext http, JoinRequest asked, PublicKey key)
    {
        Invitation invitation;
        try
        {
            invitation = await invitations.FindAsync(asked.Code, asked.Node, http.RequestAborted);
        }
        catch (ProblemException)
        {
            guesses.Wrong(http);
            throw;
        }

        var peer = await db.Peers.Include(row => row.Organisations).SingleOrDefaultAsync(row => row.Node == asked.Node, http.RequestAborted);
        if (peer is { Hosts: true } || (peer is { State: not PeerState.Left } && peer.Key != asked.Key))
        {
            throw Problem.Conflict("peer-known", "A node with this name is known here already, with another key. Choose another name, or have the old one ended first.");
        }

        if (invitation.OrganisationId is { } expected && expected != asked.Organisation.Id)
        {
            throw Problem.Conflict("organisation-known", "The invitation is for another organisation than the one that joins.");
        }

        await RegisterAsync(asked, invitation, http.RequestAborted);
        if (!await invitations.UseAsync(invitation, asked.Node, http.RequestAborted))
        {
            throw Problem.Conflict("invitation-used", "This code was used already. Ask for a new one.");
        }

        var kept = await KeepAsync(peer, asked, key, http.RequestAborted);
        if (kept.State == PeerState.Active && peer is not null)
        {
            await queues.HoldAsync(kept, suspended: false, http.RequestAborted);
        }

        return kept;
    }

    /// <summary>The directory decides whether the organisation may be this node's.</summary>
    private async Task RegisterAsync(JoinRequest asked, Invitation invitation, CancellationToken cancellationToken)
    {
        try
        {
            await services.PostAsync<object>("directory", "/internal/nodes/_join", new { node = asked.Node, organisation = asked.Organisation, existing = invitation.OrganisationId }, cancellationToken);
        }
        catch (HttpRequestException refused) when (refused.StatusCode == System.Net.HttpStatusCode.Conflict)
        {
            throw Problem.Conflict("organisation-known", "An organisation with this id is known here already, and the invitation is not for it.");
        }
        catch (HttpRequestException refused) when (refused.StatusCode == System.Net.HttpStatusCode.BadRequest)
        {
            throw Problem.Invalid("/organisation", "invalid-input", "Name, kind, municipality or phone of the organisation is not right.");
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw Problem.Unavailable("The organisation cannot be registered now. Try again in a moment.");
        }
    }

    private async Task<Peer> KeepAsync(Peer? peer, JoinRequest asked, PublicKey key, CancellationToken cancellationToken)
    {
        if (peer is null)
        {
            peer = new Peer
            {
                Node = asked.Node, Url = asked.Url, Hosts = false, State = PeerState.Active, Key = key.ToString(), OurKid = (await keys.NewestAsync(cancellationToken)).Kid, JoinedAt = clock.GetUtcNow(),
            };
            db.Peers.Add(peer);
        }
        else if (peer.State == PeerState.Left)
        {
            (peer.State, peer.Key, peer.PreviousKey, peer.JoinedAt, peer.OurKid) = (PeerState.Active, key.ToString(), null, clock.GetUtcNow(), (await keys.NewestAsync(cancellationToken)).Kid);
        }

        peer.Url = asked.Url.TrimEnd('/');
        if (peer.Organisations.All(known => known.OrganisationId != asked.Organisation.Id))
        {
            peer.Organisations.Add(new PeerOrganisation { OrganisationId = asked.Organisation.Id, Node = peer.Node, Name = asked.Organisation.Name });
        }

        await db.SaveChangesAsync(cancellationToken);
        return peer;
    }

    private async Task<string> OwnHalfAsync(Peer peer, CancellationToken cancellationToken) =>
        (await db.OwnKeys.AsNoTracking().SingleAsync(row => row.Kid == peer.OurKid, cancellationToken)).PublicHalf;

    /// <summary>Fields that an older node does not know are left alone: contracts only grow.</summary>
    /// <summary>What a node sent; fields that are not known here are ignored.</summary>
    public static T Parse<T>(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Json.Options) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw Problem.Invalid("", "not-json", "The body is not what this route takes.");
        }
    }
}
