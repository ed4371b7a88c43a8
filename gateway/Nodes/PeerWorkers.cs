using EenPlan.Gateway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Nodes;

/// <summary>
/// Keeps one piece of work going for every peer that it is meant for, each by itself: one that does not answer holds nobody else up.
/// Between failures the pause doubles up to a minute, and every pause has a part that is chance, so that after an outage they do not all come at once.
/// </summary>
/// <param name="which">For which peers.</param>
/// <param name="step">One step; true when the next one may follow at once.</param>
internal sealed partial class PeerWorkers(string what, Func<Peer, bool> which, Func<Peer, CancellationToken, Task<bool>> step, IServiceScopeFactory scopes, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, (CancellationTokenSource Ends, Task Work)> _working = new(StringComparer.Ordinal);

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await LookAsync(stoppingToken);
                await Task.Delay(LookEvery, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(_working.Values.Select(working => working.Work));
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        List<string> wanted;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var peers = await scope.ServiceProvider.GetRequiredService<GatewayDb>().Peers.AsNoTracking().ToListAsync(stoppingToken);
            wanted = [.. peers.Where(which).Select(peer => peer.Node)];
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            CannotLook(what, failure.GetType().Name);
            return;
        }

        foreach (var node in _working.Keys.Except(wanted).ToList())
        {
            await _working[node].Ends.CancelAsync();
            _working.Remove(node);
        }

        foreach (var node in wanted.Except(_working.Keys).ToList())
        {
            var ends = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            _working[node] = (ends, WorkAsync(node, ends.Token));
        }
    }

    private async Task WorkAsync(string node, CancellationToken cancellationToken)
    {
        var (pause, complained) = (ShortestPause, false);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var more = await StepAsync(node, cancellationToken);
                (pause, complained) = (ShortestPause, false);
                if (more)
                {
                    continue;
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // Once: a peer may be away for a week.
                if (!complained)
                {
                    complained = true;
                    Failed(what, node, failure is PeerFailure known ? known.Code : failure.GetType().Name);
                }

                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }

            await Task.Delay(pause / 2 + pause / 2 * Random.Shared.NextDouble(), clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> StepAsync(string node, CancellationToken cancellationToken)
    {
        Peer? peer;
        await using (var scope = scopes.CreateAsyncScope())
        {
            peer = await scope.ServiceProvider.GetRequiredService<GatewayDb>().Peers.AsNoTracking().Include(row => row.Organisations).SingleOrDefaultAsync(row => row.Node == node, cancellationToken);
        }

        return peer is not null && await step(peer, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "{What}: the list of nodes could not be read ({Failure})")]
    private partial void CannotLook(string what, string failure);

    [LoggerMessage(LogLevel.Warning, "{What} with {Node} does not work now ({Failure}); it keeps trying")]
    private partial void Failed(string what, string node, string failure);
}
