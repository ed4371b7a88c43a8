using EenPlan.Kit.Data;
using Microsoft.Extensions.Hosting;

namespace EenPlan.Kit.Audit;

/// <summary>Brings the audit store up to date before anything can be read.</summary>
internal sealed class AuditStoreMigrator(AuditStore store, DatabaseOptions options) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var db = store.Open();
        await Migration.RunAsync(db, options, $"{store.Service}.audit", cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
