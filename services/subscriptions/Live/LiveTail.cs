using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using EenPlan.Subscriptions.Persistence;
using EenPlan.Subscriptions.Updates;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Live;

/// <summary>
/// Tails the tables for all streams of this process together: at every commit here the streams of whom it moved, and every half second all of them when another process
/// has read on in a journal. So any replica can serve any stream. Every ten seconds all of them anyhow, because another process also writes what it had parked.
/// </summary>
internal sealed partial class LiveTail(IServiceScopeFactory scopes, MovedPeople moved, OwnStretches<SubscriptionsDb> own, RelaySignal<SubscriptionsDb> commits, TimeProvider clock,
    ILogger<LiveTail> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AllEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WakeEvery = TimeSpan.FromMilliseconds(100);
    private const int AtOnce = 500;
    private static readonly Func<SubscriptionsDb, List<Guid>, CancellationToken, Task<List<Recipient>>> RecipientsOf = Hot.List((SubscriptionsDb db, List<Guid> ids) =>
        db.Recipients.AsNoTracking().Where(row => ids.Contains(row.HolderId)));

    private static readonly Func<SubscriptionsDb, CancellationToken, Task<List<Watermark>>> MarksOf = Hot.List((SubscriptionsDb db) => db.Watermarks.AsNoTracking());

    private readonly ConcurrentDictionary<Holder, ImmutableArray<LiveWatch>> _watches = [];

    /// <summary>Streams that are open in this process.</summary>
    public int Open => _watches.Values.Sum(watches => watches.Length);

    /// <summary>Begins to watch for a person; the state is that of this moment.</summary>
    public async Task<LiveWatch> OpenAsync(Holder holder, CancellationToken cancellationToken)
    {
        var watch = new LiveWatch(holder);
        // Watched before it looks: what is committed in between is told by the tail.
        _watches.AddOrUpdate(holder, [watch], (_, others) => others.Add(watch));
        try
        {
            watch.Begin((await StatesAsync([holder], cancellationToken)).GetValueOrDefault(holder, LiveState.Nothing));
            return watch;
        }
        catch
        {
            Close(watch);
            throw;
        }
    }

    public void Close(LiveWatch watch)
    {
        var others = _watches.AddOrUpdate(watch.Holder, [], (_, watches) => watches.Remove(watch));
        if (others.IsEmpty)
        {
            // Only when nobody came meanwhile.
            _watches.TryRemove(new KeyValuePair<Holder, ImmutableArray<LiveWatch>>(watch.Holder, others));
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(TailAsync(stoppingToken), WakeWhoWantsToAsync(stoppingToken));

    private async Task TailAsync(CancellationToken stoppingToken)
    {
        var (sincePoll, sinceAll, all) = (Stopwatch.StartNew(), Stopwatch.StartNew(), false);
        while (!stoppingToken.IsCancellationRequested)
        {
            var commit = commits.Next;
            try
            {
                var some = moved.Take();
                if (sincePoll.Elapsed >= Poll)
                {
                    sincePoll.Restart();
                    all |= await OthersMovedAsync(stoppingToken) || sinceAll.Elapsed >= AllEvery;
                }

                await ShowAsync(all ? _watches.Keys : some.Where(_watches.ContainsKey), stoppingToken);
                if (all)
                {
                    (all, sinceAll) = (false, Stopwatch.StartNew());
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                TailFailed(failure);
                // Who was to be told is not known any more.
                all = true;
                commit = Task.Delay(Poll, CancellationToken.None);
            }

            var rest = Poll - sincePoll.Elapsed;
            await Task.WhenAny(commit, Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, stoppingToken));
        }
    }

    private async Task<bool> OthersMovedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return own.OthersMoved(await MarksOf(scope.ServiceProvider.GetRequiredService<SubscriptionsDb>(), cancellationToken));
    }

    /// <summary>A few at a time: thousands that all send their heartbeat in the same moment would keep everybody else waiting.</summary>
    private async Task WakeWhoWantsToAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(WakeEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = clock.GetUtcNow();
            foreach (var (_, watches) in _watches)
            {
                foreach (var watch in watches)
                {
                    watch.WakeWhenDue(now);
                }
            }
        }
    }

    private async Task ShowAsync(IEnumerable<Holder> holders, CancellationToken cancellationToken)
    {
        foreach (var some in holders.Chunk(AtOnce))
        {
            var states = await StatesAsync(some, cancellationToken);
            foreach (var watch in some.SelectMany(holder => _watches.GetValueOrDefault(holder, [])))
            {
                watch.Show(states.GetValueOrDefault(watch.Holder, LiveState.Nothing));
            }
        }
    }

    private async Task<Dictionary<Holder, LiveState>> StatesAsync(Holder[] holders, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var recipients = await RecipientsOf(scope.ServiceProvider.GetRequiredService<SubscriptionsDb>(), [.. holders.Select(holder => holder.Id)], cancellationToken);
        return recipients.ToDictionary(row => new Holder(row.HolderKind, row.HolderId), row => new LiveState(row.LastNumber, row.AccessEnds));
    }

    [LoggerMessage(LogLevel.Warning, "Open streams could not be told for a moment; they are told at the next turn")]
    private partial void TailFailed(Exception failure);
}
