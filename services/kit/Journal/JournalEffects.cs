using System.Text.Json;
using EenPlan.Contracts.Journal;
using EenPlan.Kit.Data;
using EenPlan.Kit.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EenPlan.Kit.Journal;

/// <summary>
/// The effects of one source's events in one service, each once and in order: effects and watermark are one transaction.
/// An event that fails is parked and the stream goes on.
/// </summary>
internal sealed partial class JournalEffects<TDb>(
    string service, IServiceScopeFactory scopes, WriteGate<TDb> gate, JournalHandlers<TDb> handlers, string source, RelaySignal<TDb> relay, TimeProvider clock, ILogger log,
    OwnStretches<TDb>? own = null)
    where TDb : ServiceDb
{
    private const int Attempts = 3;
    private const int TrackedAtMost = 32;
    private static readonly Func<TDb, string, CancellationToken, Task<Watermark?>> MarkOf = Hot.One((TDb db, string source, CancellationToken _) =>
        db.Watermarks.AsNoTracking().SingleOrDefault(row => row.Source == source));

    private static readonly Func<TDb, string, Guid, CancellationToken, Task<long>> NumberOf = Hot.One((TDb db, string source, Guid epoch, CancellationToken _) =>
        db.Watermarks.Where(row => row.Source == source && row.Epoch == epoch).Select(row => row.Number).Single());

    private readonly Parking _parking = new(source, clock);

    public string Source => source;

    public async Task<Watermark> MarkAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        return await MarkOf(db, source, cancellationToken) ?? new Watermark { Source = source };
    }

    public Task StartEpochAsync(Guid epoch, CancellationToken cancellationToken) => InTransactionAsync(async db =>
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

    public async Task ApplyAsync(Guid epoch, IReadOnlyList<JournalEvent> events, CancellationToken cancellationToken)
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

    private async Task ApplyTogetherAsync(Guid epoch, IReadOnlyList<JournalEvent> events, CancellationToken cancellationToken)
    {
        var (from, to) = (0L, 0L);
        await InTransactionAsync(async db => (from, to) = await ApplyInAsync(db, epoch, events, cancellationToken), cancellationToken);
        own?.Add(source, epoch, from, to);
    }

    /// <summary>The number from which, and the number to which the watermark moved.</summary>
    private async Task<(long From, long To)> ApplyInAsync(TDb db, Guid epoch, IReadOnlyList<JournalEvent> events, CancellationToken cancellationToken)
    {
        var from = await NumberOf(db, source, epoch, cancellationToken);
        var held = await _parking.CasesAsync(db, cancellationToken);
        var (number, tracked) = (from, 0);
        foreach (var happened in events.Where(candidate => candidate.Number > from))
        {
            if (happened.Number != number + 1)
            {
                throw new InvalidOperationException($"Journal of {source} goes from {number} to {happened.Number}.");
            }

            number = happened.Number;
            if (await HandleAsync(db, happened, held, cancellationToken) && ++tracked == TrackedAtMost)
            {
                await db.SaveChangesAsync(cancellationToken);
                // Looking for changes takes as long as there are rows to look at.
                db.ChangeTracker.Clear();
                tracked = 0;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await MoveAsync(db, epoch, from, number, cancellationToken);
        return (from, number);
    }

    /// <summary>The effects of one event: its queries see what those before it did, unless it does not need to. False when it has none here.</summary>
    private async Task<bool> HandleAsync(TDb db, JournalEvent happened, IReadOnlySet<Guid> held, CancellationToken cancellationToken)
    {
        if (happened.CaseId is { } caseId && held.Contains(caseId))
        {
            _parking.ParkBehind(db, happened);
        }
        else if (handlers.Handles(happened))
        {
            await TracedAsync(happened, async () =>
            {
                var together = handlers.SavesTogether(happened);
                if (!together)
                {
                    await db.SaveChangesAsync(cancellationToken);
                }

                await handlers.HandleAsync(db, happened, clock.GetUtcNow(), cancellationToken);
                if (!together)
                {
                    await db.SaveChangesAsync(cancellationToken);
                }
            });
            return true;
        }
        else
        {
            return false;
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task MoveAsync(TDb db, Guid epoch, long from, long to, CancellationToken cancellationToken)
    {
        if (to > from && await db.Watermarks.Where(row => row.Source == source && row.Epoch == epoch && row.Number == from)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Number, to), cancellationToken) != 1)
        {
            throw new InvalidOperationException($"The watermark of {source} moved away from {from} meanwhile.");
        }
    }

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
                    await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt), clock, cancellationToken);
                    continue;
                }

                Parked(failure, source, happened.Number);
                await ParkAsync(epoch, happened, failure.GetType().Name, cancellationToken);
                return;
            }
        }
    }

    private Task ParkAsync(Guid epoch, JournalEvent happened, string reason, CancellationToken cancellationToken) => InTransactionAsync(async db =>
    {
        var mark = await db.Watermarks.SingleAsync(row => row.Source == source && row.Epoch == epoch, cancellationToken);
        if (happened.Number == mark.Number + 1)
        {
            _parking.Park(db, happened, reason);
            mark.Number = happened.Number;
        }
    }, cancellationToken);

    /// <summary>Tries one parked event again; false when it failed again and stays.</summary>
    public async Task<bool> RetryAsync(ParkedEvent parked, CancellationToken cancellationToken)
    {
        try
        {
            await InTransactionAsync(async db =>
            {
                // Taken out first: whoever finds it gone must not repeat its effect.
                if (await db.ParkedEvents.Where(row => row.Id == parked.Id).ExecuteDeleteAsync(cancellationToken) == 1)
                {
                    var happened = JsonSerializer.Deserialize<JournalEvent>(parked.Event, Json.Options)!;
                    await TracedAsync(happened, () => handlers.HandleAsync(db, happened, clock.GetUtcNow(), cancellationToken));
                }
            }, cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Parked(failure, source, parked.Number);
            return false;
        }
    }

    private async Task TracedAsync(JournalEvent happened, Func<Task> work)
    {
        using var span = handlers.Handles(happened) ? Spans.Handling(service, source, happened, clock.GetUtcNow()) : null;
        try
        {
            await work();
        }
        catch (Exception failure)
        {
            span.Failed(failure);
            throw;
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
