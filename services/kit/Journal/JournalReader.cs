using System.Text.Json;
using EenPlan.Contracts.Journal;
using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EenPlan.Kit.Journal;

/// <summary>
/// Reads one source for one service: every event has its effect once and in order, whatever the bus loses, repeats or delays.
/// The effects and the watermark are one transaction; a gap is pulled from the source; an event that fails is parked and the stream goes on.
/// </summary>
internal sealed partial class JournalReader<TDb>(
    IServiceScopeFactory scopes, WriteGate<TDb> gate, JournalHandlers<TDb> handlers, string source, SourceProgress progress, ISourceClient client,
    RelaySignal<TDb> relay, TimeProvider clock, ILogger log) : IJournalReader
    where TDb : ServiceDb
{
    private const int PullSize = 512;
    private const int Attempts = 3;
    private readonly SemaphoreSlim _one = new(1, 1);

    public string Source => source;

    public SourceProgress Progress => progress;

    public async Task ReceiveAsync(JournalBatch batch, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var mark = await MarkAsync(cancellationToken);
            if (mark.Epoch == batch.Epoch && batch.From <= mark.Number + 1)
            {
                await ApplyAsync(batch.Epoch, batch.Events, cancellationToken);
                progress.Reached(batch.Epoch, Math.Max(mark.Number, batch.To), batch.Head, batch.CompleteAt);
            }
            else
            {
                await PullAsync(cancellationToken);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task ReceiveAsync(JournalHeartbeat heartbeat, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var mark = await MarkAsync(cancellationToken);
            if (mark.Epoch == heartbeat.Epoch && mark.Number >= heartbeat.Head)
            {
                progress.Reached(heartbeat.Epoch, mark.Number, heartbeat.Head, heartbeat.CompleteAt);
            }
            else
            {
                await PullAsync(cancellationToken);
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // The source cannot be asked now. A heartbeat holds nothing that could be lost: the next one, or catching up, asks again.
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await PullAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task PullAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var mark = await MarkAsync(cancellationToken);
            var page = await client.PullAsync(source, mark.Number, PullSize, cancellationToken);
            if (page.Epoch != mark.Epoch)
            {
                await StartEpochAsync(page.Epoch, cancellationToken);
                continue;
            }

            await ApplyAsync(page.Epoch, page.Events, cancellationToken);
            var reached = page.Events.Count > 0 ? page.Events[^1].Number : mark.Number;
            progress.Reached(page.Epoch, reached, page.Head, page.CompleteAt);
            if (page.Events.Count < PullSize)
            {
                return;
            }
        }
    }

    private async Task<Watermark> MarkAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        return await db.Watermarks.AsNoTracking().SingleOrDefaultAsync(row => row.Source == source, cancellationToken) ?? new Watermark { Source = source };
    }

    private Task StartEpochAsync(Guid epoch, CancellationToken cancellationToken) => InTransactionAsync(async db =>
    {
        var mark = await db.Watermarks.SingleOrDefaultAsync(row => row.Source == source, cancellationToken);
        if (mark is null)
        {
            db.Watermarks.Add(new Watermark { Source = source, Epoch = epoch });
            return;
        }

        EpochChanged(source);
        mark.Epoch = epoch;
        mark.Number = 0;
        await db.ParkedEvents.Where(row => row.Source == source).ExecuteDeleteAsync(cancellationToken);
        if (handlers.OnReset is { } reset)
        {
            await reset(db, cancellationToken);
        }
    }, cancellationToken);

    private async Task ApplyAsync(Guid epoch, IReadOnlyList<JournalEvent> events, CancellationToken cancellationToken)
    {
        if (events.Count == 0)
        {
            return;
        }

        try
        {
            await ApplyTogetherAsync(epoch, events, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            OneByOne(source, events[0].Number, events[^1].Number);
            foreach (var happened in events)
            {
                await ApplyOneAsync(epoch, happened, cancellationToken);
            }
        }

        relay.Wake();
    }

    private Task ApplyTogetherAsync(Guid epoch, IReadOnlyList<JournalEvent> events, CancellationToken cancellationToken) => InTransactionAsync(async db =>
    {
        var mark = await db.Watermarks.SingleAsync(row => row.Source == source && row.Epoch == epoch, cancellationToken);
        foreach (var happened in events.Where(candidate => candidate.Number > mark.Number))
        {
            if (happened.Number != mark.Number + 1)
            {
                throw new InvalidOperationException($"Journal of {source} goes from {mark.Number} to {happened.Number}.");
            }

            if (!await ParkBehindAsync(db, happened, cancellationToken))
            {
                await handlers.HandleAsync(db, happened, cancellationToken);
            }

            mark.Number = happened.Number;
            // Queries of the next handler must see what this one did.
            await db.SaveChangesAsync(cancellationToken);
        }
    }, cancellationToken);

    private async Task ApplyOneAsync(Guid epoch, JournalEvent happened, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ApplyTogetherAsync(epoch, [happened], cancellationToken);
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                if (attempt < Attempts)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt), cancellationToken);
                    continue;
                }

                Parked(failure, source, happened.Number);
                await ParkAsync(epoch, happened, failure.GetType().Name, cancellationToken);
                return;
            }
        }
    }

    /// <summary>Later events of a case wait behind the parked one, so that their order holds.</summary>
    private async Task<bool> ParkBehindAsync(TDb db, JournalEvent happened, CancellationToken cancellationToken)
    {
        if (happened.CaseId is null || !await db.ParkedEvents.AnyAsync(row => row.CaseId == happened.CaseId && row.Source == source, cancellationToken))
        {
            return false;
        }

        Add(db, happened, "waits behind an earlier event of its case");
        return true;
    }

    private Task ParkAsync(Guid epoch, JournalEvent happened, string reason, CancellationToken cancellationToken) => InTransactionAsync(async db =>
    {
        var mark = await db.Watermarks.SingleAsync(row => row.Source == source && row.Epoch == epoch, cancellationToken);
        if (happened.Number == mark.Number + 1)
        {
            Add(db, happened, reason);
            mark.Number = happened.Number;
        }
    }, cancellationToken);

    private void Add(TDb db, JournalEvent happened, string reason) => db.ParkedEvents.Add(new ParkedEvent
    {
        Source = source,
        CaseId = happened.CaseId,
        Number = happened.Number,
        Reason = reason,
        Event = JsonSerializer.Serialize(happened, Json.Options),
        ParkedAt = clock.GetUtcNow(),
    });

    /// <summary>Tries one parked event again; false when it failed again and stays.</summary>
    public async Task<bool> RetryAsync(ParkedEvent parked, CancellationToken cancellationToken)
    {
        try
        {
            await InTransactionAsync(async db =>
            {
                await handlers.HandleAsync(db, JsonSerializer.Deserialize<JournalEvent>(parked.Event, Json.Options)!, cancellationToken);
                await db.ParkedEvents.Where(row => row.Id == parked.Id).ExecuteDeleteAsync(cancellationToken);
            }, cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Parked(failure, source, parked.Number);
            return false;
        }
    }

    private async Task InTransactionAsync(Func<TDb, Task> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await work(db);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Events {From} to {To} of {Source} failed together; trying them one by one")]
    private partial void OneByOne(string source, long from, long to);

    [LoggerMessage(LogLevel.Error, "Event {Number} of {Source} could not be handled and is parked")]
    private partial void Parked(Exception failure, string source, long number);

    [LoggerMessage(LogLevel.Warning, "{Source} was restored: its journal is read again from the start")]
    private partial void EpochChanged(string source);
}
