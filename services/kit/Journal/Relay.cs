using EenPlan.Contracts.Journal;
using EenPlan.Kit.Bus;
using EenPlan.Kit.Data;
using EenPlan.Kit.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EenPlan.Kit.Journal;

/// <summary>
/// Carries the journal of one service to the bus: gives committed rows their gap-free number, then publishes them in order, one batch in flight.
/// It may stop between any two steps; the next one goes on from what is in the database. A broker that holds a batch back does not hold up the numbers:
/// readers that hear nothing pull from the journal.
/// </summary>
internal sealed partial class Relay<TDb>(
    IServiceScopeFactory scopes, WriteGate<TDb> gate, RelaySignal<TDb> signal, ServiceName<TDb> service, IJournalBus bus, TimeProvider clock, ILogger<Relay<TDb>> log)
    : BackgroundService
    where TDb : ServiceDb
{
    private const int NumberAtOnce = 512;
    private static readonly TimeSpan SafetyNet = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan HeartbeatEvery = TimeSpan.FromMilliseconds(500);
    private readonly RelayLease _lease = new(clock);
    private DateTimeOffset _lastHeartbeat;
    private JournalHead? _head;
    private Task<bool>? _carrying;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var complained = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var more = await TurnAsync(stoppingToken);
                complained = false;
                if (!more)
                {
                    await signal.WaitAsync(SafetyNet, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                _head = null;
                // Once: while a disk is full or a broker away every round fails, four a second.
                if (!complained)
                {
                    complained = true;
                    TurnFailed(failure, service.Name);
                }

                await Task.Delay(SafetyNet, CancellationToken.None);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_carrying is not null)
        {
            await ((Task)_carrying).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            using (await gate.EnterAsync(cancellationToken))
            {
                await _lease.ReleaseAsync(scope.ServiceProvider.GetRequiredService<TDb>(), cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // No time left to give the lease back: it ends by itself in a few seconds.
        }
    }

    /// <summary>One round; true when there may be more to do at once.</summary>
    internal async Task<bool> TurnAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var completeAt = clock.GetUtcNow();
        var numbered = 0;
        // An idle round costs one small query: no lock, no write.
        if (_head is null || _lease.IsDue(completeAt) || await db.Journal.AnyAsync(row => row.Number == null, cancellationToken))
        {
            numbered = await NumberAsync(db, cancellationToken) ?? -1;
            _head = numbered < 0 ? null : await db.JournalHeads.AsNoTracking().SingleAsync(cancellationToken);
        }

        if (_head is null)
        {
            return false;
        }

        var heldBack = _carrying is not null;
        // A full round may have left rows without a number: then nothing is proved about this instant.
        _carrying ??= CarryAsync(_head, numbered < NumberAtOnce ? completeAt : DateTimeOffset.UnixEpoch, cancellationToken);
        if (!_carrying.IsCompleted && await Task.WhenAny(_carrying, Task.Delay(SafetyNet, cancellationToken)) != _carrying)
        {
            return false;
        }

        var carried = _carrying;
        _carrying = null;
        // Since it left, numbers were given: this head does not know how far it came.
        _head = heldBack ? null : _head;
        return await carried || heldBack || numbered == NumberAtOnce;
    }

    /// <summary>Brings the next batch to the bus, or a sign of life when there is none and the round was not full; true when there may be more.</summary>
    private async Task<bool> CarryAsync(JournalHead head, DateTimeOffset completeAt, CancellationToken cancellationToken)
    {
        var published = await PublishAsync(head, _lease.Generation!.Value, completeAt, cancellationToken);
        if (!published && completeAt != DateTimeOffset.UnixEpoch)
        {
            await HeartbeatAsync(head, completeAt, cancellationToken);
        }

        return published;
    }

    /// <summary>Numbers what was committed since the last round; null when another relay holds the lease.</summary>
    private async Task<int?> NumberAsync(TDb db, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await _lease.HoldAsync(db, cancellationToken))
        {
            return null;
        }

        var rows = JournalOrder.Arrange(await db.Journal.Where(row => row.Number == null).OrderBy(row => row.Seq).Take(NumberAtOnce).ToListAsync(cancellationToken));
        if (rows.Count > 0)
        {
            var generation = _lease.Generation!.Value;
            if (await _lease.Mine(db, generation).ExecuteUpdateAsync(set => set.SetProperty(row => row.Head, row => row.Head + rows.Count), cancellationToken) != 1)
            {
                return null;
            }

            var number = await _lease.Mine(db, generation).Select(row => row.Head).SingleAsync(cancellationToken) - rows.Count;
            foreach (var row in rows)
            {
                row.Number = ++number;
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return rows.Count;
    }

    private async Task<bool> PublishAsync(JournalHead head, long generation, DateTimeOffset completeAt, CancellationToken cancellationToken)
    {
        if (head.PublishedTo >= head.Head)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var events = await JournalPages.AfterAsync(db, head.PublishedTo, JournalPages.BatchSize, cancellationToken);
        var to = events[^1].Number;
        using var span = Spans.Publishing(service.Name, events);
        await bus.PublishAsync(new JournalBatch(service.Node, service.Name, head.Epoch, events[0].Number, to, head.Head, completeAt, events), cancellationToken);
        using (await gate.EnterAsync(cancellationToken))
        {
            await _lease.Mine(db, generation).ExecuteUpdateAsync(set => set.SetProperty(row => row.PublishedTo, to), cancellationToken);
        }

        head.PublishedTo = to;
        return true;
    }

    private async Task HeartbeatAsync(JournalHead head, DateTimeOffset completeAt, CancellationToken cancellationToken)
    {
        if (completeAt >= _lastHeartbeat + HeartbeatEvery || completeAt < _lastHeartbeat)
        {
            _lastHeartbeat = completeAt;
            await bus.PublishAsync(new JournalHeartbeat(service.Node, service.Name, head.Epoch, head.Head, completeAt), cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Relay of {Service} could not finish its round; it keeps trying")]
    private partial void TurnFailed(Exception failure, string service);
}
