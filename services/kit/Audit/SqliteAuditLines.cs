using EenPlan.Kit.Data;
using Microsoft.Data.Sqlite;

namespace EenPlan.Kit.Audit;

/// <summary>
/// Writes groups of lines into a SQLite store by prepared statements on one connection that stays open: every read of everybody waits for its line.
/// Another process may write to the same store, so the end of the chain is read in each transaction.
/// </summary>
internal sealed class SqliteAuditLines : IDisposable
{
    /// <summary>What is asked before every line; a test pins how SQLite finds it.</summary>
    internal const string EndOfChain = """SELECT "Number", "Hash" FROM "AuditLines" ORDER BY "Number" DESC LIMIT 1""";

    /// <inheritdoc cref="EndOfChain"/>
    internal const string KnownLine = """SELECT 1 FROM "AuditLines" WHERE "Id" = $0""";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _end;
    private readonly SqliteCommand _known;
    private readonly SqliteCommand _insert;

    public SqliteAuditLines(string connection)
    {
        _connection = new SqliteConnection(connection + ";Pooling=False");
        _connection.Open();
        SqlitePragmas.SetOn(_connection);
        _end = Prepare(EndOfChain);
        _known = Prepare(KnownLine, 1);
        _insert = Prepare("""
            INSERT INTO "AuditLines" ("Number", "Hash", "Id", "At", "ActorKind", "ActorId", "OrganisationId", "Action", "ActionCode", "Purpose", "CaseId", "ItemId", "Outcome", "TraceId")
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """, 14);
    }

    /// <summary>One transaction for all of them; a line that is there already is not written again.</summary>
    public void Commit(IReadOnlyList<AuditLine> lines)
    {
        // Immediate: the end of the chain may not move between reading and writing.
        using var transaction = _connection.BeginTransaction();
        (_end.Transaction, _known.Transaction, _insert.Transaction) = (transaction, transaction, transaction);
        var (number, hash) = End();
        foreach (var line in lines.Where(line => !IsKnown(line)))
        {
            hash = AuditStore.Chain(hash, line);
            Set(_insert, ++number, hash, Text(line.Id), line.At.UtcTicks, line.ActorKind, Text(line.ActorId), Text(line.OrganisationId), line.Action, line.ActionCode, line.Purpose,
                Text(line.CaseId), Text(line.ItemId), line.Outcome, line.TraceId);
            _insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public void Dispose()
    {
        _end.Dispose();
        _known.Dispose();
        _insert.Dispose();
        _connection.Dispose();
    }

    private (long Number, string Hash) End()
    {
        using var row = _end.ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetString(1)) : (0, "");
    }

    private bool IsKnown(AuditLine line)
    {
        Set(_known, Text(line.Id));
        return _known.ExecuteScalar() is not null;
    }

    private SqliteCommand Prepare(string sql, int parameters = 0)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
        }

        return command;
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }

    // As the context writes and reads ids.
    private static string? Text(Guid? id) => id?.ToString().ToUpperInvariant();
}
