using Microsoft.EntityFrameworkCore;

namespace EenPlan.Kit.Data;

/// <summary>
/// Brings a database up to date. One process at a time migrates (a lock on a file, released by the system when a process dies);
/// whoever holds it removes the lock row that EF Core leaves behind when it is killed half-way and would then wait for, for ever.
/// </summary>
internal static class Migration
{
    public static async Task RunAsync(DbContext db, DatabaseOptions options, string database, CancellationToken cancellationToken)
    {
        if (options.Provider == DatabaseProvider.SqlServer)
        {
            await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        await using var held = await HoldFileAsync(Path.Combine(options.DataFolder, database + ".migration.lock"), cancellationToken);
        // Before EF Core looks: it looks read-only, and then SQLite cannot undo what a process left that was killed while it made the file.
        await db.Database.OpenConnectionAsync(cancellationToken);
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }

        await db.Database.CloseConnectionAsync();
    }

    private static async Task<FileStream> HoldFileAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }
}
