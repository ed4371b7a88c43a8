using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace EenPlan.Kit.Data;

/// <summary>
/// Durability of every SQLite connection, set once: WAL so that readers do not block the writer, FULL so that an accepted change survives a power cut.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

    // What comes out of the pool was set when it was new, and opening happens for every query.
    private static readonly ConditionalWeakTable<sqlite3, object> Set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SetOn((SqliteConnection)connection);

    /// <summary>The same for a connection that no context opens.</summary>
    public static void SetOn(SqliteConnection connection)
    {
        var handle = connection.Handle!;
        if (Set.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
        Set.TryAdd(handle, handle);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
