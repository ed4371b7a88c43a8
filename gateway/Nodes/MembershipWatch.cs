using EenPlan.Gateway.Persistence;
using EenPlan.Gateway.Sessions;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Nodes;

/// <summary>
/// At a member: asks every host now and then how this node stands there. At a host: cuts the streams of members that were held back at another gateway of this node.
/// Also tells peers a new key of ours until all know it, finishes endings that broke off, and clears away tokens that ended.
/// </summary>
internal sealed partial class MembershipWatch(PeerClient client, KeyRotation rotation, LiveStreams streams, IServiceScopeFactory scopes, TimeProvider clock, GatewaySettings settings, ILogger<MembershipWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        new PeerWorkers("Membership", peer => peer.Hosts && !PeerState.IsOver(peer.State), AskAsync, scopes, clock, log).RunAsync(stoppingToken),
        new PeerWorkers("A new key", peer => !PeerState.IsOver(peer.State), rotation.TellAsync, scopes, clock, log).RunAsync(stoppingToken),
        TidyAsync(stoppingToken));

    private async Task<bool> AskAsync(Peer peer, CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(peer, new NodeSpeaker(NodeTokens.Node, settings.Node, null), HttpMethod.Get, AnswerSigning.Prefix + "/membership", null, cancellationToken);
        if (!answer.IsSuccess)
        {
            // Most often: the clocks of the two nodes are too far apart.
            throw new PeerFailure(answer.Code ?? "peer-refuses", $"{peer.Node} does not say how this node stands there.");
        }

        if (answer.Read<MembershipView>() is { State: PeerState.Active or PeerState.Suspended or PeerState.Left } view)
        {
            await using var scope = scopes.CreateAsyncScope();
            DateTimeOffset? now = clock.GetUtcNow();
            await scope.ServiceProvider.GetRequiredService<GatewayDb>().Peers.Where(row => row.Node == peer.Node && row.State == peer.State && row.JoinedAt == peer.JoinedAt)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, view.State).SetProperty(row => row.LastHeardAt, now), cancellationToken);
        }

        await Task.Delay(Between, clock, cancellationToken);
        return true;
    }

    private async Task TidyAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(tick => tick.Status == TaskStatus.RanToCompletion && tick.Result, TaskScheduler.Default))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();
                var now = clock.GetUtcNow();
                await db.UsedTokens.Where(row => row.Until < now).ExecuteDeleteAsync(stoppingToken);
                foreach (var peer in await db.Peers.AsNoTracking().Include(row => row.Organisations).Where(row => row.State == PeerState.Leaving).ToListAsync(stoppingToken))
                {
                    await scope.ServiceProvider.GetRequiredService<Membership>().EndAsync(peer, stoppingToken);
                }

                if (streams.Nodes is { Count: > 0 } nodes)
                {
                    var active = await db.Peers.Where(row => nodes.Contains(row.Node) && row.State == PeerState.Active).Select(row => row.Node).ToListAsync(stoppingToken);
                    streams.Cut(stream => stream.Node is { } node && nodes.Contains(node) && !active.Contains(node));
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                NotTidied(failure.GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "What nodes left behind could not be cleared away now ({Failure})")]
    private partial void NotTidied(string failure);
}
