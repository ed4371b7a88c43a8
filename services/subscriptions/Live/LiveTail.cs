using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using EenPlan.Kit.Journal;
using EenPlan.Subscriptions.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Live;

/// <summary>
/// Tails the tables for all streams of this process together: at every commit here the streams of whom it moved, and every half second all of them,
/// for what another process wrote. So any replica can serve any stream.
/// </summary>
internal sealed partial class LiveTail(IServiceScopeFactory scopes, MovedPeople moved, RelaySignal<SubscriptionsDb> commits, TimeProvider clock, ILogger<LiveTail> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private const int AtOnce = 500;
    private readonly ConcurrentDictionary<Holder, ImmutableList<LiveWatch>> _watches = [];

    /// <summary>Streams that are open in this process.</summary>
    public int Open => _watches.Values.Sum(watches => watches.Count);

    /// <summary>Begins to watch for a person; the state is that of this moment.</summary>
    public async Task<LiveWatch> OpenAsync(Holder holder, CancellationToken cancellationToken)
    {
        var watch = new LiveWatch(holder);
        await ShowAsync([holder], [watch], cancellationToken);
        _watches.AddOrUpdate(holder, [watch], (_, others) => others.Add(watch));
        return watch;
    }

    public void Close(LiveWatch watch)
    {
        var others = _watches.AddOrUpdate(watch.Holder, [], (_, watches) => watches.Remove(watch));
        if (others.IsEmpty)
        {
            // Only when nobody came meanwhile.
            _watches.TryRemove(new KeyValuePair<Holder, ImmutableList<LiveWatch>>(watch.Holder, others));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sinceAll = Stopwatch.StartNew();
        while (!stoppingToken.IsCancellationRequested)
        {
            var commit = commits.Next;
            try
            {
                var some = moved.Take();
                if (sinceAll.Elapsed >= Poll)
                {
                    sinceAll.Restart();
                    await ShowAsync(_watches.Keys, stoppingToken);
                }
                else
                {
                    await ShowAsync(some.Where(_watches.ContainsKey), stoppingToken);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                TailFailed(failure);
                commit = Task.Delay(Poll, CancellationToken.None);
            }

            var rest = Poll - sinceAll.Elapsed;
            await Task.WhenAny(commit, Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, stoppingToken));
        }
    }

    private async Task ShowAsync(IEnumerable<Holder> holders, CancellationToken cancellationToken)
    {
        foreach (var some in holders.Chunk(AtOnce))
        {
            await ShowAsync(some, [.. some.SelectMany(holder => _watches.GetValueOrDefault(holder, []))], cancellationToken);
        }
    }

    private async Task ShowAsync(Holder[] holders, IReadOnlyList<LiveWatch> watches, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var ids = holders.Select(holder => holder.Id).ToList();
        var states = await scope.ServiceProvider.GetRequiredService<SubscriptionsDb>().Recipients.AsNoTracking().Where(row => ids.Contains(row.HolderId))
            .ToDictionaryAsync(row => new Holder(row.HolderKind, row.HolderId), row => new LiveState(row.LastNumber, row.AccessEnds), cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var watch in watches)
        {
            watch.Show(states.GetValueOrDefault(watch.Holder, LiveState.Nothing), now);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Open streams could not be told for a moment; they are told at the next turn")]
    private partial void TailFailed(Exception failure);
}
