using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Kit.Data;

/// <summary>
/// The one way to change a service's data: read, decide, change, record events and audit rows, commit; all or nothing.
/// Once the commit has begun it is not cancelled by a caller who left, so that nobody is told "failed" about something that happened.
/// </summary>
public sealed class Change<TDb>(TDb db, WriteGate<TDb> gate, RelaySignal<TDb> relay)
    where TDb : ServiceDb
{
    /// <summary>The database inside the transaction.</summary>
    public TDb Db => db;

    private const int Attempts = 3;

    /// <summary>
    /// Runs the work in one transaction and commits it; an exception undoes everything. When another replica changed the same item in between,
    /// or made what may exist once, the work is done again on what is there now: its own check of versions or of the Idempotency-Key then decides.
    /// </summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(work, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Falls through to the next attempt.
            }
        }
    }

    private async Task<T> OnceAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            try
            {
                var result = await work();
                await db.SaveChangesAsync(CancellationToken.None);
                await transaction.CommitAsync(CancellationToken.None);
                relay.Wake();
                return result;
            }
            catch
            {
                db.ChangeTracker.Clear();
                throw;
            }
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public Task RunAsync(Func<Task> work, CancellationToken cancellationToken) =>
        RunAsync(async () => { await work(); return 0; }, cancellationToken);
}
