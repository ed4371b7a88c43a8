using EenPlan.Gateway.Persistence;
using EenPlan.Gateway.Sessions;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Nodes;

/// <summary>In whose plans the people of this node work. One host is no choice; with several, somebody is here as the same person once for each.</summary>
internal sealed class Hosts(GatewayDb db, GatewaySettings settings)
{
    /// <summary>The identities, each once for every host.</summary>
    public async Task<IReadOnlyList<Identity>> SpreadAsync(IReadOnlyList<Identity> identities, CancellationToken cancellationToken)
    {
        var hosts = settings.Runs.Plans ? [] : await AllAsync(cancellationToken);
        return hosts.Count == 0 ? identities : [.. identities.SelectMany(identity => hosts.Select(host => identity with { Host = host.Node }))];
    }

    /// <summary>The host of a session; null when there is none, or when there are several and the person chose none of them.</summary>
    public async Task<Peer?> OfAsync(Session session, CancellationToken cancellationToken)
    {
        var hosts = settings.Runs.Plans ? [] : await AllAsync(cancellationToken);
        return session.Host is { } chosen ? hosts.FirstOrDefault(host => host.Node == chosen) : hosts.Count == 1 ? hosts[0] : null;
    }

    private Task<List<Peer>> AllAsync(CancellationToken cancellationToken) =>
        db.Peers.AsNoTracking().Where(row => row.Hosts && row.State != PeerState.Left).OrderBy(row => row.JoinedAt).ToListAsync(cancellationToken);
}
