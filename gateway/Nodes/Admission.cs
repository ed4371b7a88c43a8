using EenPlan.Gateway.Forwarding;
using EenPlan.Gateway.Persistence;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Nodes;

/// <summary>Lets a node in that has a code. What it signs from then on is believed for the organisation of the invitation.</summary>
internal sealed class Admission(GatewayDb db, Invitations invitations, NodeGuard guard, NodeKeys keys, Guesses guesses, PeerQueues queues, GatewaySettings settings, TimeProvider clock,
    [FromKeyedServices("gateway")] ServiceClient services)
{
    public async Task<Peer> AdmitAsync(HttpContext http)
    {
        guard.RequireProtection(http);
        guesses.Check(http);
        var (token, read, body) = await NodeGuard.ReadAsync(http);
        var asked = NodeBody.Parse<JoinRequest>(body);
        var key = PublicKey.Read(asked.Key);
        if (!NodeName.IsGood(asked.Node) || asked.Node == settings.Node || key is null || !PeerAddress.MayCall(asked.Url, http, settings) || asked.Organisation is null
            || asked.Code is not { Length: > 0 and <= 100 })
        {
            throw Problem.Invalid("", "not-a-node", "Node, url, key, code and organisation must be those of a node that is not this one.");
        }

        if (!NodeGuard.IsFor(read, http, body) || !await NodeTokens.IsSignedAsync(token, key, NodeName.Urn(asked.Node), NodeTokens.JoinAudience, clock.GetUtcNow()))
        {
            throw NodeGuard.Refused();
        }

        await guard.UseOnceAsync(asked.Node, read.Id, http.RequestAborted);
        var invitation = await InvitationAsync(http, asked);
        var peer = await AdmitAsync(asked, key, invitation, http.RequestAborted);
        new NodeRequest(peer, new NodeSpeaker(NodeTokens.Node, peer.Node, null), read.Id, key.Kid).KeepWith(http);
        return peer;
    }

    private async Task<Invitation> InvitationAsync(HttpContext http, JoinRequest asked)
    {
        try
        {
            return await invitations.FindAsync(asked.Code, asked.Node, http.RequestAborted);
        }
        catch (ProblemException)
        {
            guesses.Wrong(http);
            throw;
        }
    }

    private async Task<Peer> AdmitAsync(JoinRequest asked, PublicKey key, Invitation invitation, CancellationToken cancellationToken)
    {
        var peer = await db.Peers.Include(row => row.Organisations).SingleOrDefaultAsync(row => row.Node == asked.Node, cancellationToken);
        var takesPart = peer is not null && !PeerState.IsOver(peer.State);
        if (peer is { Hosts: true } || peer?.State == PeerState.Leaving || (takesPart && peer!.Key != asked.Key))
        {
            throw Problem.Conflict("peer-known", "A node with this name is known here already, with another key. Choose another name, or have the old one ended first.");
        }

        // A code that was used only repeats its answer, to whom it was given.
        if (invitation.UsedAt is not null && !takesPart)
        {
            throw Invitations.Used();
        }

        if (invitation.OrganisationId is { } expected && expected != asked.Organisation.Id)
        {
            throw Problem.Conflict("organisation-known", "The invitation is for another organisation than the one that joins.");
        }

        await RegisterAsync(asked, invitation, cancellationToken);
        // Before the transaction: the first key of a node is written by a connection of its own.
        var ownKid = (await keys.NewestAsync(cancellationToken)).Kid;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            if (!await invitations.UseAsync(invitation, asked.Node, cancellationToken))
            {
                throw Invitations.Used();
            }

            peer = await KeepAsync(peer, asked, key, ownKid, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        if (peer.State == PeerState.Active)
        {
            await queues.HoldAsync(asked.Organisation.Id, suspended: false, cancellationToken);
        }

        return peer;
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

    private async Task<Peer> KeepAsync(Peer? peer, JoinRequest asked, PublicKey key, string ownKid, CancellationToken cancellationToken)
    {
        if (peer is null)
        {
            peer = new Peer
            {
                Node = asked.Node, Url = asked.Url, Hosts = false, State = PeerState.Active, Key = key.ToString(), OurKid = ownKid, JoinedAt = clock.GetUtcNow(),
            };
            db.Peers.Add(peer);
        }
        else if (peer.State == PeerState.Left)
        {
            (peer.State, peer.Key, peer.PreviousKey, peer.JoinedAt, peer.OurKid) = (PeerState.Active, key.ToString(), null, clock.GetUtcNow(), ownKid);
            // Whom it spoke for before may have another node by now.
            peer.Organisations.Clear();
        }

        peer.Url = asked.Url.TrimEnd('/');
        if (peer.Organisations.All(known => known.OrganisationId != asked.Organisation.Id))
        {
            peer.Organisations.Add(new PeerOrganisation { OrganisationId = asked.Organisation.Id, Node = peer.Node, Name = asked.Organisation.Name });
        }

        await db.SaveChangesAsync(cancellationToken);
        return peer;
    }
}
