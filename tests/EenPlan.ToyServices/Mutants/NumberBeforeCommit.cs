using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EenPlan.ToyServices.Mutants;

/// <summary>The mistake of an identity or sequence as number of the event: it is taken before the commit, and not given back when the change is undone.</summary>
internal sealed class NumberBeforeCommit(string sequence) : SaveChangesInterceptor
{
    private static readonly AsyncLocal<Queue<long>?> Reserved = new();

    /// <summary>Takes the next numbers from a file that all processes share, as a database's sequence would.</summary>
    public void Reserve(int count)
    {
        while (true)
        {
            try
            {
                using var file = new FileStream(sequence, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                var last = file.Length == 0 ? 0 : new BinaryReader(file).ReadInt64();
                file.Position = 0;
                new BinaryWriter(file).Write(last + count);
                Reserved.Value = new Queue<long>(Enumerable.Range(1, count).Select(next => last + next));
                return;
            }
            catch (IOException)
            {
                Thread.Sleep(1);
            }
        }
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var added in eventData.Context!.ChangeTracker.Entries<JournalEntry>().Where(entry => entry.State == EntityState.Added))
        {
            added.Entity.Number = Reserved.Value!.Dequeue();
        }

        return ValueTask.FromResult(result);
    }
}
