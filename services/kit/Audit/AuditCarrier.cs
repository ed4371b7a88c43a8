using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EenPlan.Kit.Audit;

/// <summary>Carries audit rows of committed changes to the store, in order; storing a line twice stores it once, so it may stop anywhere.</summary>
internal sealed partial class AuditCarrier<TDb>(IServiceScopeFactory scopes, WriteGate<TDb> gate, RelaySignal<TDb> commits, AuditStore store, ILogger log) : BackgroundService
    where TDb : ServiceDb
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = commits.Next;
            try
            {
                if (await CarryAsync(stoppingToken) < AtOnce)
                {
                    // A commit of this process wakes it; rows of another process wait for the pause.
                    await Task.WhenAny(next, Task.Delay(Pause, stoppingToken));
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                CarryFailed(failure, store.Service);
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    private async Task<int> CarryAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var rows = await db.AuditOutbox.AsNoTracking().OrderBy(row => row.Seq).Take(AtOnce).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return 0;
        }

        await Task.WhenAll(rows.Select(row => store.AppendAsync(row)));
        var last = rows[^1].Seq;
        var carried = rows.ConvertAll(row => row.Seq);
        using (await gate.EnterAsync(cancellationToken))
        {
            await db.AuditOutbox.Where(row => row.Seq <= last && carried.Contains(row.Seq)).ExecuteDeleteAsync(cancellationToken);
        }

        return rows.Count;
    }

    [LoggerMessage(LogLevel.Warning, "Audit rows of {Service} could not be carried; they stay until they can")]
    private partial void CarryFailed(Exception failure, string service);
}
