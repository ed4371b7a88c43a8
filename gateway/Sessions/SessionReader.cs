using System.Collections.Concurrent;
using EenPlan.Gateway.Persistence;
using EenPlan.Kit.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Sessions;

/// <summary>
/// Reads a session by its id, once for every request of everybody. On SQLite by a prepared statement on a connection that stays open: a fraction of the time
/// that the same takes through a context, which matters in the one place that every request passes.
/// </summary>
internal sealed class SessionReader(DatabaseOptions options, GatewaySettings settings, TimeProvider clock) : IDisposable
{
    /// <summary>What is asked for every request; a test pins how SQLite finds it.</summary>
    internal const string ByIdStatement = """SELECT "Account", "IdentityId", "IdentityKind", "StartedAt", "SeenAt", "EndsAt", "EndedAt", "Host" FROM "Sessions" WHERE "Id" = $id""";

    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);
    private static readonly Func<GatewayDb, Guid, Task<Session?>> ById =
        EF.CompileAsyncQuery((GatewayDb db, Guid id) => db.Sessions.AsNoTracking().FirstOrDefault(session => session.Id == id));

    private readonly ConcurrentBag<Statement> _idle = [];

    /// <summary>The session when it still lives.</summary>
    public async ValueTask<Session?> FindAsync(Guid id, IServiceProvider services)
    {
        var session = options.Provider == DatabaseProvider.Sqlite ? Read(id) : await ById(services.GetRequiredService<GatewayDb>(), id);
        return session is not null && session.LivesAt(clock.GetUtcNow(), settings.LongestIdle) ? session : null;
    }

    /// <summary>That a person is at work is written at most once a minute, so that a read does not cost a write.</summary>
    public bool IsWorthNoting(Session session) => clock.GetUtcNow() - session.SeenAt >= SeenStep;

    public void Dispose()
    {
        while (_idle.TryTake(out var statement))
        {
            statement.Dispose();
        }
    }

    private Session? Read(Guid id)
    {
        var statement = _idle.TryTake(out var waiting) ? waiting : new Statement(options.ConnectionStringFor("gateway"));
        try
        {
            var session = statement.Read(id);
            _idle.Add(statement);
            return session;
        }
        catch
        {
            statement.Dispose();
            throw;
        }
    }

    private sealed class Statement : IDisposable
    {
        private readonly SqliteConnection _connection;
        private readonly SqliteCommand _command;
        private readonly SqliteParameter _id;

        public Statement(string connection)
        {
            _connection = new SqliteConnection(connection + ";Pooling=False");
            _connection.Open();
            _command = _connection.CreateCommand();
            _command.CommandText = ByIdStatement;
            _id = _command.Parameters.Add("$id", SqliteType.Text);
            _command.Prepare();
        }

        public Session? Read(Guid id)
        {
            // As the context writes it.
            _id.Value = id.ToString().ToUpperInvariant();
            using var row = _command.ExecuteReader();
            return !row.Read() ? null : new Session
            {
                Id = id,
                Account = row.GetString(0),
                IdentityId = row.IsDBNull(1) ? null : row.GetGuid(1),
                IdentityKind = row.IsDBNull(2) ? null : row.GetString(2),
                StartedAt = Instant(row.GetInt64(3)),
                SeenAt = Instant(row.GetInt64(4)),
                EndsAt = Instant(row.GetInt64(5)),
                EndedAt = row.IsDBNull(6) ? null : Instant(row.GetInt64(6)),
                Host = row.IsDBNull(7) ? null : row.GetString(7),
            };
        }

        public void Dispose()
        {
            _command.Dispose();
            _connection.Dispose();
        }

        private static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);
    }
}
