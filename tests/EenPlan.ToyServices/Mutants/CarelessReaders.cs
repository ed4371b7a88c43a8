using EenPlan.Contracts.Journal;
using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.ToyServices.Mutants;

/// <summary>How a reader goes wrong.</summary>
internal enum Carelessness
{
    /// <summary>Moves the watermark in a transaction of its own, before the effects: what fails in between is never read again.</summary>
    WatermarkMovedEarly,

    /// <summary>Keeps no watermark: whatever comes again has its effect again.</summary>
    NoWatermark,
}

/// <summary>Takes the place of the product's reader of a toy service, around the same handlers, source and database.</summary>
internal sealed class CarelessReader(IServiceProvider services, string service, Carelessness how, Action? stumble) : IJournalReader
{
    private const int PageSize = 512;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly JournalHandlers<ReaderDb> _handlers = Toy.Handlers(stumble);

    public string Source => "cases";

    public SourceProgress Progress { get; } = new(services.GetRequiredService<TimeProvider>());

    /// <summary>Puts it in the place of the real one.</summary>
    public static void Replace(IServiceCollection services, string service, Carelessness how, Action? stumble)
    {
        services.Remove(services.Single(descriptor => descriptor.ServiceType == typeof(JournalSubscription)));
        services.AddSingleton(provider => new JournalSubscription(service, new CarelessReader(provider, service, how, stumble)));
    }

    public Task ReceiveAsync(JournalBatch batch, CancellationToken cancellationToken) => AloneAsync(() => ApplyAsync(batch.Events, cancellationToken), cancellationToken);

    public Task ReceiveAsync(JournalHeartbeat heartbeat, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task CatchUpAsync(CancellationToken cancellationToken) => AloneAsync(async () =>
    {
        var after = await AfterAsync(cancellationToken);
        var page = await services.GetRequiredKeyedService<Kit.Identity.ServiceClient>(service).GetAsync<JournalPage>(Source, $"/internal/journal?after={after}&limit={PageSize}", cancellationToken);
        await ApplyAsync(page!.Events, cancellationToken);
    }, cancellationToken);

    private async Task AloneAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await work();
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<long> AfterAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReaderDb>().Watermarks.Where(row => row.Source == Source).Select(row => row.Number).SingleOrDefaultAsync(cancellationToken);
    }

    private async Task ApplyAsync(IReadOnlyList<JournalEvent> events, CancellationToken cancellationToken)
    {
        if (how == Carelessness.WatermarkMovedEarly)
        {
            var after = await AfterAsync(cancellationToken);
            events = [.. events.Where(happened => happened.Number > after)];
            if (events.Count > 0)
            {
                await InTransactionAsync(db => MoveAsync(db, events[^1].Number, cancellationToken), cancellationToken);
            }
        }

        await InTransactionAsync(async db =>
        {
            foreach (var happened in events)
            {
                await _handlers.HandleAsync(db, happened, DateTimeOffset.UtcNow, cancellationToken);
            }
        }, cancellationToken);
    }

    private async Task MoveAsync(ReaderDb db, long to, CancellationToken cancellationToken)
    {
        var mark = await db.Watermarks.SingleOrDefaultAsync(row => row.Source == Source, cancellationToken);
        if (mark is null)
        {
            db.Watermarks.Add(mark = new Watermark { Source = Source });
        }

        mark.Number = to;
    }

    private async Task InTransactionAsync(Func<ReaderDb, Task> work, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReaderDb>();
        using var turn = await services.GetRequiredService<WriteGate<ReaderDb>>().EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await work(db);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
