using System.Net;
using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using EenPlan.Subscriptions.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Queues;

/// <summary>Keeps the queues of organisations and fills them, one process at a time for each. While the broker is away it tries again, ever less often; so it does for one queue that is full.</summary>
internal sealed partial class QueueWork(IServiceScopeFactory scopes, QueueKeeper keeper, QueueChannel channel, QueueFigures figures, RelaySignal<SubscriptionsDb> commits,
    TimeProvider clock, ILogger<QueueWork> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private readonly QueueLease _lease = new(clock);
    private readonly Waits _waits = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var away = new Waits.Wait();
        while (!stoppingToken.IsCancellationRequested)
        {
            var commit = commits.Next;
            var more = false;
            try
            {
                more = await TurnAsync(stoppingToken);
                away = new Waits.Wait();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                if (away.Times == 0)
                {
                    BrokerAway(failure.GetType().Name);
                }

                keeper.Forget();
                await channel.CloseAsync();
                away = away.Longer();
                await Task.Delay(away.For, stoppingToken);
            }

            if (!more)
            {
                await Task.WhenAny(commit, Task.Delay(Poll, stoppingToken));
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await channel.CloseAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await _lease.ReleaseAsync(scope.ServiceProvider.GetRequiredService<Change<SubscriptionsDb>>(), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // No time left to give the leases back: they end by themselves in a few seconds.
        }
    }

    /// <summary>One round over all queues; true when there may be more to do at once.</summary>
    private async Task<bool> TurnAsync(CancellationToken cancellationToken)
    {
        if (channel.IsBroken)
        {
            keeper.Forget();
            await channel.CloseAsync();
        }

        var rows = await RowsAsync(cancellationToken);
        figures.Show(rows.Sum(row => row.Waiting), clock.GetUtcNow());
        var more = false;
        foreach (var row in rows.Where(row => row.Waiting > 0 || keeper.Doubts(row.Queue)).Where(row => !_waits.IsWaiting(row.Queue.OrganisationId)))
        {
            more |= await TendAsync(row.Queue, cancellationToken);
        }

        return more;
    }

    private async Task<bool> TendAsync(OrganisationQueue queue, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var change = scope.ServiceProvider.GetRequiredService<Change<SubscriptionsDb>>();
        if (!await _lease.HoldAsync(change, queue, cancellationToken))
        {
            return false;
        }

        if (keeper.Doubts(queue))
        {
            return await MakeAsync(change, queue, cancellationToken);
        }

        var filled = await FillAsync(scope.ServiceProvider, queue, cancellationToken);
        if (filled != Filled.Nothing)
        {
            _waits.Over(queue.OrganisationId);
        }

        if (filled is Filled.Nothing or Filled.Brimming)
        {
            _waits.Longer(queue.OrganisationId);
        }

        return filled == Filled.Some;
    }

    private async Task<bool> MakeAsync(Change<SubscriptionsDb> change, OrganisationQueue queue, CancellationToken cancellationToken)
    {
        await keeper.CleanAsync(change.Db, cancellationToken);
        try
        {
            await keeper.MakeAsync(change, _lease, queue, cancellationToken);
        }
        catch (HttpRequestException refused) when (refused.StatusCode == HttpStatusCode.BadRequest)
        {
            // A queue that the broker will not have as we ask for it keeps no other waiting.
            NotAsAsked();
            _waits.Longer(queue.OrganisationId);
            return false;
        }

        _waits.Over(queue.OrganisationId);
        await channel.ListenAsync(cancellationToken);
        return true;
    }

    private async Task<Filled> FillAsync(IServiceProvider services, OrganisationQueue queue, CancellationToken cancellationToken)
    {
        try
        {
            return await services.GetRequiredService<QueueFiller>().FillAsync(queue, _lease, channel, cancellationToken);
        }
        catch (Kit.Api.ProblemException)
        {
            // What may be told cannot be decided now: as for whoever reads the feed, nothing is told, and later everything.
            return Filled.Nothing;
        }
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SubscriptionsDb>();
        var queues = await db.Queues.AsNoTracking().ToListAsync(cancellationToken);
        if (queues.Count == 0)
        {
            return [];
        }

        var ids = queues.ConvertAll(queue => queue.OrganisationId);
        var heads = await db.Feeds.AsNoTracking().Where(feed => ids.Contains(feed.OrganisationId)).ToDictionaryAsync(feed => feed.OrganisationId, feed => feed.Head, cancellationToken);
        // For a queue that may not be there, nothing waits.
        return [.. queues.Select(queue => new Row(queue, queue.GivenUp || queue.Suspended ? 0 : Math.Max(0, heads.GetValueOrDefault(queue.OrganisationId) - queue.Published)))];
    }

    [LoggerMessage(LogLevel.Warning, "The broker refuses the queue of an organisation as it should be: it has one of that name that is another kind")]
    private partial void NotAsAsked();

    private sealed record Row(OrganisationQueue Queue, long Waiting);

    [LoggerMessage(LogLevel.Warning, "The broker of the organisations' queues cannot be used ({Failure}); it is tried again until it can")]
    private partial void BrokerAway(string failure);
}
