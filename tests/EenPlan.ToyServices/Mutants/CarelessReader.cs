using EenPlan.Contracts.Journal;
using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.ToyServices.Mutants;

/// <summary>How a reader goes wrong.</summary>
internal enum Carelessness
{
    /// <summary>Moves the watermark in a transaction of its own, before the effects: what stops in between is never read again.</summary>
    WatermarkMovedEarly,

    /// <summary>Does not look at the watermark: whatever comes again has its effect again.</summary>
    NoWatermark,
}

/// <summary>Takes the place of the product's reader of a toy service, around the same handlers, source and database.</summary>
internal sealed class CarelessReader(
    IServiceScopeFactory scopes, WriteGate<ReaderDb> gate, JournalHandlers<ReaderDb> handlers, SourceProgress progress, ISourceClient client, Carelessness how) : IJournalReader
{
    private const int PageSize = 512;

    public string Source => "cases";

    public SourceProgress Progress => progress;

    public Task ReceiveAsync(JournalBatch batch, CancellationToken cancellationToken) => ApplyAsync(batch.Epoch, batch.Events, batch.Head, batch.CompleteAt, cancellationToken);

    public async Task ReceiveAsync(JournalHeartbeat heartbeat, CancellationToken cancellationToken)
    {
        if (heartbeat.Head > await MarkAsync(cancellationToken))
        {
            await CatchUpAsync(cancellationToken);
        }
        else
        {
            progress.Reached(heartbeat.Epoch, heartbeat.Head, heartbeat.Head, heartbeat.CompleteAt);
        }
    }

    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var page = await client.PullAsync(Source, await MarkAsync(cancellationToken), PageSize, cancellationToken);
        await ApplyAsync(page.Epoch, page.Events, page.Head, page.CompleteAt, cancellationToken);
    }

    private async Task<long> MarkAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReaderDb>().Watermarks.Where(row => row.Source == Source).Select(row => row.Number).SingleOrDefaultAsync(cancellationToken);
    }

    private async Task ApplyAsync(Guid epoch, IReadOnlyList<JournalEvent> events, long head, DateTimeOffset completeAt, CancellationToken cancellationToken)
    {
        var mark = await MarkAsync(cancellationToken);
        var to = events.Count == 0 ? mark : Math.Max(mark, events[^1].Number);
        if (how == Carelessness.WatermarkMovedEarly)
        {
            events = [.. events.Where(happened => happened.Number > mark)];
            await InTransactionAsync(db => MoveAsync(db, epoch, to, cancellationToken), cancellationToken);
        }

        await InTransactionAsync(async db =>
        {
            foreach (var happened in events)
            {
                await handlers.HandleAsync(db, happened, DateTimeOffset.MinValue, cancellationToken);
            }

            await MoveAsync(db, epoch, to, cancellationToken);
        }, cancellationToken);
        progress.Reached(epoch, to, head, completeAt);
    }

    private async Task MoveAsync(ReaderDb db, Guid epoch, long to, CancellationToken cancellationToken)
    {
        var mark = await db.Watermarks.SingleOrDefaultAsync(row => row.Source == Source, cancellationToken);
        if (mark is null)
        {
            db.Watermarks.Add(mark = new Watermark { Source = Source });
        }

        (mark.Epoch, mark.Number) = (epoch, to);
    }

    private async Task InTransactionAsync(Func<ReaderDb, Task> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReaderDb>();
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await work(db);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
