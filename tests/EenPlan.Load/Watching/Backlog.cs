using Microsoft.Data.Sqlite;

namespace EenPlan.Load.Watching;

/// <summary>What is still to be done at an instant.</summary>
/// <param name="Relay">Events of cases that are committed and not yet confirmed by the bus.</param>
/// <param name="Readers">Events that the slowest reader of cases has not applied.</param>
/// <param name="Audit">Audit lines of changes that are not in the store yet, of all services.</param>
/// <param name="Parked">Events that could not be handled.</param>
internal readonly record struct Behind(long Relay, long Readers, long Audit, long Parked)
{
    public bool IsNothing => this is { Relay: 0, Readers: 0, Audit: 0, Parked: 0 };
}

/// <summary>Looks at the backlog in the databases themselves, so that the product has no work with being watched and cannot be too busy to answer.</summary>
internal sealed class Backlog : IDisposable
{
    private static readonly string[] Readers = ["network", "reporting", "subscriptions"];
    private readonly Dictionary<string, SqliteConnection> _databases = [];

    public Backlog(string folder)
    {
        foreach (var service in (string[])["cases", .. Readers])
        {
            var connection = new SqliteConnection($"Data Source={Path.Combine(folder, service + ".db")};Mode=ReadOnly;Pooling=False;Default Timeout=5");
            connection.Open();
            _databases[service] = connection;
        }
    }

    public Behind Look()
    {
        // The readers first: what is committed in between makes the backlog look larger, never smaller.
        var read = Readers.Min(reader => Ask(reader, "SELECT Number FROM Watermarks WHERE Source = 'cases'"));
        var unnumbered = Ask("cases", "SELECT COUNT(*) FROM Journal WHERE Number IS NULL");
        var head = Ask("cases", "SELECT Head FROM JournalHead");
        return new Behind(unnumbered + head - Ask("cases", "SELECT PublishedTo FROM JournalHead"), unnumbered + head - read,
            _databases.Keys.Sum(service => Ask(service, "SELECT COUNT(*) FROM AuditOutbox")), _databases.Keys.Sum(service => Ask(service, "SELECT COUNT(*) FROM ParkedEvents")));
    }

    /// <summary>Highest number of the journal of cases.</summary>
    public long Head => Ask("cases", "SELECT Head FROM JournalHead");

    public void Dispose()
    {
        foreach (var connection in _databases.Values)
        {
            connection.Dispose();
        }
    }

    private long Ask(string service, string sql)
    {
        using var command = _databases[service].CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long number ? number : 0;
    }
}
