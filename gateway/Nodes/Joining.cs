using System.Text.Json;
using EenPlan.Gateway.Persistence;
using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Nodes;

/// <summary>The member's side of membership: joining a node that holds plans, and leaving it.</summary>
internal sealed class Joining(GatewayDb db, NodeKeys keys, PeerClient client, GatewaySettings settings, TimeProvider clock, [FromKeyedServices("gateway")] ServiceClient services, OwnAddress own)
{
    private const string Route = AnswerSigning.Prefix + "/membership";
    private static readonly HashSet<string> Passed = ["invitation-unknown", "invitation-expired", "invitation-used", "organisation-known", "peer-known", "tls-needed", "not-a-node", "too-many-requests"];

    /// <summary>Joins on behalf of one organisation of this node, with the code that it was given.</summary>
    public async Task<Peer> JoinAsync(Uri url, string code, Guid organisationId, CancellationToken cancellationToken)
    {
        var organisations = await services.GetAsync<List<NodeOrganisation>>("directory", "/internal/own-organisations", cancellationToken) ?? [];
        var organisation = organisations.SingleOrDefault(candidate => candidate.Id == organisationId)
            ?? throw Problem.Conflict("no-organisation", "Your organisation is not maintained at this node.");
        var key = await keys.NewestAsync(cancellationToken);
        var body = JsonSerializer.SerializeToUtf8Bytes(new JoinRequest(code, settings.Node, own.Url, key.PublicHalf, organisation), Json.Options);
        var tokenId = PeerClient.NewId();
        var token = NodeTokens.For(keys.Signing(key), settings.Issuer, NodeTokens.JoinAudience, new NodeSpeaker(NodeTokens.Node, settings.Node, organisationId), HttpMethod.Post.Method, Route, body, tokenId,
            clock.GetUtcNow());
        var host = await AskAsync(url, token, tokenId, body, cancellationToken);
        return await KeepAsync(url, host, key, organisation, cancellationToken);
    }

    /// <summary>Tells the host that this node leaves. When it cannot be reached it stays as it is, and the caller hears so.</summary>
    public async Task LeaveAsync(Peer peer, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.SendAsync(peer, new NodeSpeaker(NodeTokens.Node, settings.Node, null), HttpMethod.Delete, Route, null, cancellationToken);
            if (!answer.IsSuccess)
            {
                throw Problem.Unavailable("The other node did not take it. Try again in a moment.");
            }
        }
        catch (PeerFailure failure)
        {
            throw Unreachable(failure);
        }

        await db.Peers.Where(row => row.Node == peer.Node).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, PeerState.Left), cancellationToken);
    }

    public static ProblemException Unreachable(PeerFailure failure) =>
        new(StatusCodes.Status503ServiceUnavailable, failure.Code == "peer-unreachable" ? "peer-unreachable" : "not-a-node", failure.Message) { RetryAfterSeconds = 5 };

    private async Task<MembershipView> AskAsync(Uri url, string token, string tokenId, byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            var (answer, signature) = await client.JoinAsync(url, token, Route, body, cancellationToken);
            if (!answer.IsSuccess)
            {
                throw answer.Code is { } code && Passed.Contains(code)
                    ? Problem.Conflict(code, "The other node refuses: " + code.Replace('-', ' ') + ".")
                    : new PeerFailure("not-a-node", "What answers there is no node of EenPlan that can be joined.");
            }

            var host = answer.Read<MembershipView>();
            return NodeName.IsGood(host.Node) && host.Node != settings.Node && PublicKey.Read(host.Key) is { } hostKey && await client.IsSignedAsync(hostKey, host.Node, signature, tokenId, answer)
                ? host
                : throw new PeerFailure("not-a-node", "What answers there did not sign its answer.");
        }
        catch (JsonException)
        {
            throw Unreachable(new PeerFailure("not-a-node", "What answers there is no node of EenPlan."));
        }
        catch (PeerFailure failure)
        {
            throw Unreachable(failure);
        }
    }

    private async Task<Peer> KeepAsync(Uri url, MembershipView host, OwnKey key, NodeOrganisation organisation, CancellationToken cancellationToken)
    {
        var peer = await db.Peers.Include(row => row.Organisations).SingleOrDefaultAsync(row => row.Node == host.Node, cancellationToken);
        if (peer is null)
        {
            peer = new Peer { Node = host.Node, Url = PeerAddress.Text(url), Hosts = true, State = host.State, Key = host.Key, OurKid = key.Kid, JoinedAt = clock.GetUtcNow() };
            db.Peers.Add(peer);
        }
        else if (!peer.Hosts)
        {
            throw Problem.Conflict("peer-known", "That node takes part in ours: it cannot hold our plans too.");
        }

        if (!PeerState.IsOver(peer.State) && peer.Key != host.Key)
        {
            throw Problem.Conflict("peer-known", "A node with this name is known here already, with another key. Leave that one first.");
        }

        (peer.Url, peer.JoinedAt) = (PeerAddress.Text(url), clock.GetUtcNow());
        (peer.State, peer.Key, peer.PreviousKey, peer.OurKid) = (host.State, host.Key, null, key.Kid);
        if (peer.Organisations.All(known => known.OrganisationId != organisation.Id))
        {
            peer.Organisations.Add(new PeerOrganisation { OrganisationId = organisation.Id, Node = host.Node, Name = organisation.Name });
        }

        await db.SaveChangesAsync(cancellationToken);
        return peer;
    }
}
