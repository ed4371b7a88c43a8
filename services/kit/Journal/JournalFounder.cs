using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EenPlan.Kit.Journal;

/// <summary>Gives a new database its epoch, before the relay starts.</summary>
internal sealed class JournalFounder<TDb>(IServiceScopeFactory scopes, WriteGate<TDb> gate) : IHostedService
    where TDb : ServiceDb
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        if (await db.JournalHeads.AnyAsync(cancellationToken))
        {
            return;
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.JournalHeads.AnyAsync(cancellationToken))
        {
            db.JournalHeads.Add(new JournalHead { Id = 1, Epoch = Guid.NewGuid(), LeaseUntil = DateTimeOffset.UnixEpoch });
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
