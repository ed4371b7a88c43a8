using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace EenPlan.Kit.Data;

/// <summary>Tells a database that cannot store or answer now, because its disk is full, it is locked or it is out of reach, from a mistake of ours.</summary>
internal static class StorageTrouble
{
    // SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN.
    private static readonly HashSet<int> Sqlite = [5, 6, 8, 10, 13, 14];

    // Timeout, network, no room for data, log full, no locks left, deadlock, and what a server in the cloud says when it is busy or moving.
    private static readonly HashSet<int> SqlServer = [-2, 2, 53, 64, 233, 1105, 9002, 1204, 1205, 1222, 10053, 10054, 10060, 40197, 40501, 40613, 49918, 49919, 49920];

    public static bool Caused(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException!)
        {
            if ((cause is SqliteException file && Sqlite.Contains(file.SqliteErrorCode)) || (cause is SqlException server && SqlServer.Contains(server.Number)))
            {
                return true;
            }
        }

        return false;
    }
}
