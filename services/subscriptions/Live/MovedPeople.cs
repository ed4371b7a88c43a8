using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using EenPlan.Subscriptions.Updates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EenPlan.Subscriptions.Live;

/// <summary>
/// Whose numbers a commit of this process moved, so that the tail looks at their streams only. Told after the commit: whoever looks then sees it.
/// </summary>
internal sealed class MovedPeople : DbTransactionInterceptor, ISaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, HashSet<Holder>> _saved = [];
    private readonly ConcurrentQueue<Holder> _moved = [];

    /// <summary>Everybody since the last time; each once.</summary>
    public IReadOnlySet<Holder> Take()
    {
        var taken = new HashSet<Holder>();
        while (_moved.TryDequeue(out var holder))
        {
            taken.Add(holder);
        }

        return taken;
    }

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var saved = _saved.GetOrCreateValue(eventData.Context!);
        saved.UnionWith(eventData.Context!.ChangeTracker.Entries<Recipient>().Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .Select(entry => new Holder(entry.Entity.HolderKind, entry.Entity.HolderId)));
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (_saved.TryGetValue(eventData.Context!, out var saved))
        {
            foreach (var holder in saved)
            {
                _moved.Enqueue(holder);
            }

            // Somebody whose transaction was undone is still in it: then they are looked at once for nothing.
            saved.Clear();
        }

        return Task.CompletedTask;
    }
}
