using EenPlan.Gateway.Persistence;
using EenPlan.Kit.Api;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Nodes;

/// <summary>
/// Gives this node a new key. Every peer is told with a request that the old key signs; a peer that is away is told later, and until it confirmed we go on signing for it with the key it knows.
/// The old key goes when nobody knows it any more; a node that left may still ask how it stands.
/// </summary>
internal sealed class KeyRotation(NodeKeys keys, PeerClient client, GatewaySettings settings, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Makes the new key; refused while peers still have to hear of the last one.</summary>
    public async Task<OwnKey> RotateAsync(GatewayDb db, CancellationToken cancellationToken)
    {
        var newest = await keys.NewestAsync(cancellationToken);
        if (await db.Peers.AnyAsync(row => row.State != PeerState.Left && row.State != PeerState.Leaving && row.OurKid != newest.Kid, cancellationToken))
        {
            throw Problem.Conflict("key-under-way", "Not every node knows the last new key yet. Wait until they do, or end the ones that stay away.");
        }

        var made = keys.Make();
        db.OwnKeys.Add(made);
        await db.SaveChangesAsync(cancellationToken);
        return made;
    }

    /// <summary>Tells one peer when it does not know the newest key.</summary>
    public async Task<bool> TellAsync(Peer peer, CancellationToken cancellationToken)
    {
        var newest = await keys.NewestAsync(cancellationToken);
        if (peer.OurKid == newest.Kid)
        {
            return false;
        }

        var change = new KeyChange(newest.PublicHalf, NodeTokens.ForNewKey(keys.Signing(newest), settings.Issuer, NodeName.Urn(peer.Node), clock.GetUtcNow()));
        var answer = await SendAsync(peer, change, cancellationToken);
        if (!answer.IsSuccess)
        {
            // It may have taken the key while its answer was lost, and believe the old one no longer: then it believes the new one.
            answer = await SendAsync(WithKey(peer, newest.Kid), change, cancellationToken);
        }

        if (!answer.IsSuccess)
        {
            throw new PeerFailure("signature-refused", $"{peer.Node} takes neither key.");
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();
        await db.Peers.Where(row => row.Node == peer.Node).ExecuteUpdateAsync(set => set.SetProperty(row => row.OurKid, newest.Kid), cancellationToken);
        await db.OwnKeys.Where(row => row.Kid != newest.Kid && !db.Peers.Any(known => known.OurKid == row.Kid)).ExecuteDeleteAsync(cancellationToken);
        return false;
    }

    private Task<PeerAnswer> SendAsync(Peer peer, KeyChange change, CancellationToken cancellationToken) =>
        client.SendAsync(peer, new NodeSpeaker(NodeTokens.Node, settings.Node, null), HttpMethod.Put, AnswerSigning.Prefix + "/key", change, cancellationToken);

    private static Peer WithKey(Peer peer, string kid) => new()
    {
        Node = peer.Node, Url = peer.Url, Hosts = peer.Hosts, State = peer.State, Key = peer.Key, PreviousKey = peer.PreviousKey, PreviousKeyUntil = peer.PreviousKeyUntil, OurKid = kid, JoinedAt = peer.JoinedAt,
    };
}
