using EenPlan.Gateway.Persistence;
using EenPlan.Gateway.Sessions;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Nodes;

/// <summary>This node and the others, for whoever looks after it.</summary>
/// <param name="Node">Name of this node.</param>
/// <param name="Url">Where others reach it.</param>
/// <param name="Kid">Thumbprint of its key, to compare by phone.</param>
/// <param name="KeySince">Since when it has that key.</param>
/// <param name="Runs">The services that it runs.</param>
/// <param name="Role">host: it holds plans. member: its people work in plans elsewhere.</param>
/// <param name="SuggestedUrl">Address of a node to join, as it was set up.</param>
/// <param name="Peers">The nodes that it exchanges with.</param>
/// <param name="Invitations">Codes that were given out, without the codes.</param>
internal sealed record NodeView(string Node, string Url, string Kid, DateTimeOffset KeySince, IReadOnlyList<string> Runs, string Role, string? SuggestedUrl, IReadOnlyList<PeerView> Peers,
    IReadOnlyList<InvitationView> Invitations);

/// <summary>Another node.</summary>
/// <param name="Node">Its name.</param>
/// <param name="Url">Where it listens.</param>
/// <param name="Hosts">True when it holds the plans that our people work in.</param>
/// <param name="State">active, suspended or left.</param>
/// <param name="Organisations">For whom it speaks; for a host: for whom we speak there.</param>
/// <param name="Kid">Thumbprint of its key.</param>
/// <param name="JoinedAt">Since when.</param>
/// <param name="LastHeardAt">When it last answered or asked something, give or take ten seconds.</param>
/// <param name="DirectoryNumber">How far its directory was read.</param>
/// <param name="DirectoryHead">Of how much.</param>
/// <param name="Refused">How many of its directory's events were refused.</param>
/// <param name="Away">True when it did not answer the last time.</param>
internal sealed record PeerView(string Node, string Url, bool Hosts, string State, IReadOnlyList<PeerOrganisationView> Organisations, string Kid, DateTimeOffset JoinedAt, DateTimeOffset? LastHeardAt,
    long? DirectoryNumber, long? DirectoryHead, long Refused, bool Away);

internal sealed record PeerOrganisationView(Guid Id, string Name);

internal sealed record InvitationView(Guid Id, string OrganisationName, Guid? OrganisationId, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string State);

/// <summary>A new invitation; the code is shown this once.</summary>
internal sealed record InvitationMade(Guid Id, string Code, DateTimeOffset ExpiresAt);

/// <summary>A new key of this node.</summary>
/// <param name="Kid">Its thumbprint.</param>
/// <param name="WaitingFor">The nodes that still have to confirm it.</param>
internal sealed record KeyMade(string Kid, IReadOnlyList<string> WaitingFor);

/// <summary>What the administrator of a node does.</summary>
internal sealed class NodeDesk(GatewayDb db, CurrentSession current, Identities identities, NodeKeys keys, PeerHealth health, GatewaySettings settings, OwnAddress own, TimeProvider clock)
{
    /// <summary>Who looks after this node; everybody else is refused.</summary>
    public async Task<Identity> RequireAdministratorAsync(HttpContext http)
    {
        var session = await current.FindAsync(http) ?? throw SessionDesk.NotSignedIn();
        var identity = session.IdentityId is { } id ? await identities.FindAsync(session.Account, id, session.IdentityKind) : null;
        return identity?.Roles?.Contains(Caller.NodeAdministratorRole) == true ? identity : throw new ProblemException(StatusCodes.Status403Forbidden, "not-for-you", "This is for whoever looks after this part of EenPlan.");
    }

    public async Task<NodeView> ShowAsync(CancellationToken cancellationToken)
    {
        var key = await keys.NewestAsync(cancellationToken);
        var peers = await db.Peers.AsNoTracking().Include(row => row.Organisations).OrderBy(row => row.Node).ToListAsync(cancellationToken);
        var invitations = await db.Invitations.AsNoTracking().OrderByDescending(row => row.CreatedAt).Take(100).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return new NodeView(settings.Node, own.Url, key.Kid, key.MadeAt, settings.Runs.Services, settings.Runs.Plans ? "host" : "member", settings.SuggestedHost is { } host ? PeerAddress.Text(host) : null,
            [.. peers.Select(View)],
            [.. invitations.Select(row => new InvitationView(row.Id, row.OrganisationName, row.OrganisationId, row.CreatedAt, row.ExpiresAt, row.StateAt(now)))]);
    }

    public async Task<Peer> FindAsync(string node, CancellationToken cancellationToken) =>
        await db.Peers.AsNoTracking().Include(row => row.Organisations).SingleOrDefaultAsync(row => row.Node == node, cancellationToken) ?? throw Problem.NotFound();

    public PeerView View(Peer peer) => new(peer.Node, peer.Url, peer.Hosts, PeerState.Told(peer.State), [.. peer.Organisations.Select(row => new PeerOrganisationView(row.OrganisationId, row.Name))],
        PublicKey.Read(peer.Key)!.Kid, peer.JoinedAt, peer.LastHeardAt, peer.DirectoryNumber, peer.DirectoryHead, peer.Refused, health.IsAway(peer.Node));

    public async Task<KeyMade> KeyMadeAsync(OwnKey made, CancellationToken cancellationToken) =>
        new(made.Kid, await db.Peers.Where(row => row.State != PeerState.Left && row.State != PeerState.Leaving && row.OurKid != made.Kid).Select(row => row.Node).OrderBy(node => node).ToListAsync(cancellationToken));
}
