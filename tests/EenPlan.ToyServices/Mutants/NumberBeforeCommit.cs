using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EenPlan.ToyServices.Mutants;

/// <summary>The mistake of an identity or sequence as number of the event: it is taken before the commit, and not given back when the change is undone.</summary>
internal sealed class NumberBeforeCommit : SaveChangesInterceptor
{
    private long _last;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var added = eventData.Context!.ChangeTracker.Entries<JournalEntry>().Where(entry => entry.State == EntityState.Added).ToList();
        foreach (var entry in added)
        {
            entry.Entity.Number = ++_last;
        }

        if (added.Count > 0)
        {
            await eventData.Context.Set<JournalHead>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Head, _last), cancellationToken);
        }

        return result;
    }
}
