using System.Collections.Concurrent;
using EenPlan.Kit.Journal;
using EenPlan.Subscriptions.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Live;

/// <summary>
/// Tails the tables for all streams of this process together: at every commit here, and every half second for what another process wrote.
/// So any replica can serve any stream.
/// </summary>
internal sealed partial class LiveTail(IServiceScopeFactory scopes, RelaySignal<SubscriptionsDb> commits, TimeProvider clock, ILogger<LiveTail> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private const int AtOnce = 500;
    private readonly ConcurrentDictionary<LiveWatch, bool> _watches = [];

    /// <summary>Streams that are open in this process.</summary>
    public int Open => _watches.Count;

    /// <summary>Begins to watch for a person; the state is that of this moment.</summary>
    public async Task<LiveWatch> OpenAsync(string holderKind, Guid holderId, CancellationToken cancellationToken)
    {
        var watch = new LiveWatch(holderKind, holderId);
        await ShowAsync([watch], cancellationToken);
        _watches[watch] = true;
        return watch;
    }

    public void Close(LiveWatch watch) => _watches.TryRemove(watch, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var commit = commits.Next;
            try
            {
                foreach (var some in _watches.Keys.Chunk(AtOnce))
                {
                    await ShowAsync(some, stoppingToken);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                TailFailed(failure);
                commit = Task.Delay(Poll, CancellationToken.None);
            }

            await Task.WhenAny(commit, Task.Delay(Poll, stoppingToken));
        }
    }

    private async Task ShowAsync(LiveWatch[] watches, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var ids = watches.Select(watch => watch.HolderId).Distinct().ToList();
        var states = await scope.ServiceProvider.GetRequiredService<SubscriptionsDb>().Recipients.AsNoTracking().Where(row => ids.Contains(row.HolderId))
            .ToDictionaryAsync(row => (row.HolderKind, row.HolderId), row => new LiveState(row.LastNumber, row.AccessEnds), cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var watch in watches)
        {
            watch.Show(states.GetValueOrDefault((watch.HolderKind, watch.HolderId), LiveState.Nothing), now);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Open streams could not be told for a moment; they are told at the next turn")]
    private partial void TailFailed(Exception failure);
}
