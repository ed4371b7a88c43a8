using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using EenPlan.Testing;
using EenPlan.ToyServices;
using Microsoft.Data.Sqlite;

namespace EenPlan.Properties.Tests.Relays;

/// <summary>Databases as they are before anything happened, made once and copied for each list of steps.</summary>
public sealed class RelayTemplate : IAsyncLifetime
{
    internal string Folder { get; } = InMemory.NewFolder();

    public async ValueTask InitializeAsync()
    {
        var store = new ToyStore(new DatabaseOptions(DatabaseProvider.Sqlite, null, Folder));
        await store.CreateAsync("cases", "network");
        await using (var source = store.OpenSource())
        {
            source.JournalHeads.Add(new JournalHead { Id = 1, Epoch = Guid.NewGuid(), LeaseUntil = DateTimeOffset.UnixEpoch });
            source.Cases.AddRange(Writing.Cases(3).Select(id => new ToyCase { Id = id }));
            await source.SaveChangesAsync();
        }

        // Closed, so that everything is in the files.
        SqliteConnection.ClearAllPools();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
