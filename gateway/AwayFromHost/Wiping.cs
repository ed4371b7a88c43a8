using System.Data.Common;
using System.Runtime.CompilerServices;
using EenPlan.Gateway.Persistence;
using EenPlan.Kit.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>
/// Deleted is gone from the files too. SQLite leaves what was deleted in free space unless told otherwise, and in its write-ahead log until that is emptied.
/// On SQL Server the server itself clears deleted rows and reuses its log; its backups are the operator's.
/// </summary>
internal sealed class Wiping(DatabaseOptions options)
{
    // Whoever was killed before may have left something in the log.
    private volatile bool _needed = options.Provider == DatabaseProvider.Sqlite;

    /// <summary>Something was deleted.</summary>
    public void Need() => _needed = options.Provider == DatabaseProvider.Sqlite;

    /// <summary>Empties the log; false while somebody still reads in it, then it is tried again.</summary>
    public async Task<bool> TryAsync(GatewayDb db, CancellationToken cancellationToken)
    {
        if (!_needed)
        {
            return true;
        }

        _needed = false;
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await using var answer = await command.ExecuteReaderAsync(cancellationToken);
            _needed |= !await answer.ReadAsync(cancellationToken) || answer.GetInt32(0) != 0;
        }
        catch
        {
            _needed = true;
            throw;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return !_needed;
    }

    /// <summary>Makes every connection overwrite what it deletes.</summary>
    internal sealed class Overwriting : DbConnectionInterceptor
    {
        private static readonly ConditionalWeakTable<sqlite3, object> Told = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (connection is not SqliteConnection { Handle: { } handle } || Told.TryGetValue(handle, out _))
            {
                return;
            }

            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA secure_delete=ON";
            command.ExecuteNonQuery();
            Told.TryAdd(handle, handle);
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
