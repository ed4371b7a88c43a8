using EenPlan.Kit.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Load.Writing;

/// <summary>
/// One new database file while it is filled: made by the product's migrations, without safety (nothing is lost that cannot be made again) and without
/// secondary indexes, which are built in one go at the end. <see cref="Finish"/> leaves it as the product keeps it.
/// </summary>
internal sealed class BulkDatabase : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<string> _indexes = [];
    private readonly List<IDisposable> _tables = [];
    private readonly DbContext _db;

    private BulkDatabase(DbContext db, SqliteConnection connection) => (_db, _connection) = (db, connection);

    /// <param name="folder">The data folder.</param>
    /// <param name="name">Name of the database, for instance "cases" or "cases.audit".</param>
    /// <param name="make">Makes the context of this database.</param>
    /// <param name="cacheMegabytes">Pages that are kept in memory.</param>
    public static BulkDatabase Create<TDb>(string folder, string name, Func<DbContextOptions<TDb>, TDb> make, int cacheMegabytes = 64)
        where TDb : DbContext
    {
        PrivateFolder.Create(folder);
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, name + ".db")};Pooling=False");
        connection.Open();
        var db = make(new DbContextOptionsBuilder<TDb>().UseSqlite(connection).Options);
        db.Database.Migrate();
        var bulk = new BulkDatabase(db, connection);
        bulk.Run($"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA temp_store=FILE; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-{cacheMegabytes * 1024};");
        bulk.TakeIndexesAway();
        return bulk;
    }

    public BulkTable<T> Table<T>()
        where T : class
    {
        var table = new BulkTable<T>(_db, _connection);
        _tables.Add(table);
        return table;
    }

    /// <summary>Writes a lot together.</summary>
    public void Together(Action write)
    {
        Run("BEGIN");
        write();
        Run("COMMIT");
    }

    /// <summary>Builds the indexes, checks references, and puts the file in the mode that the product works in.</summary>
    public void Finish()
    {
        foreach (var index in _indexes)
        {
            Run(index);
        }

        var broken = Ask("PRAGMA foreign_key_check");
        if (broken is not null)
        {
            throw new InvalidOperationException($"A row of {broken} refers to a row that is not there.");
        }

        Run("PRAGMA locking_mode=NORMAL; PRAGMA journal_mode=WAL;");
    }

    public void Dispose()
    {
        _tables.ForEach(table => table.Dispose());
        _db.Dispose();
        _connection.Dispose();
    }

    private void TakeIndexesAway()
    {
        var names = new List<string>();
        using (var command = _connection.CreateCommand())
        {
            command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                names.Add(rows.GetString(0));
                _indexes.Add(rows.GetString(1));
            }
        }

        names.ForEach(name => Run($"DROP INDEX \"{name}\""));
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string? Ask(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string;
    }
}
