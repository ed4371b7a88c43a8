using Microsoft.Data.Sqlite;

namespace EenPlan.Story.Work;

/// <summary>Looks into the databases of a running product, read only, for what no API tells.</summary>
internal static class Databases
{
    private const int Busy = 5;

    public static IReadOnlyList<string> Services { get; } = ["cases", "directory", "network", "reporting", "subscriptions"];

    /// <summary>First column of every row.</summary>
    public static IReadOnlyList<string> Read(string folder, string database, string query)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, database + ".db")};Mode=ReadOnly;Pooling=False;Default Timeout=30");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture) ?? "");
        }

        return rows;
    }

    public static long Number(string folder, string database, string query) => long.Parse(Read(folder, database, query)[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>False when somebody keeps the write lock of the file for longer than any change takes.</summary>
    public static bool CanWrite(string folder, string database)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, database + ".db")};Pooling=False;Default Timeout=3");
        connection.Open();
        try
        {
            connection.BeginTransaction().Dispose();
            return true;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == Busy)
        {
            return false;
        }
    }

    /// <summary>How many events the broker does not have yet.</summary>
    public static long NotOnTheBus(string folder) => Services.Sum(service => Number(folder, service, "SELECT (SELECT COUNT(*) FROM Journal WHERE Number IS NULL) + Head - PublishedTo FROM JournalHead"));

    /// <summary>What a service still has to carry: journal rows not on the bus, parked events, audit lines not in the audit store.</summary>
    public static IReadOnlyList<string> Stuck(string folder) =>
    [
        .. Services.SelectMany(service => ((string Name, string Query)[])
        [
            ("relay lag", "SELECT Head - PublishedTo FROM JournalHead"),
            ("not numbered", "SELECT COUNT(*) FROM Journal WHERE Number IS NULL"),
            ("parked", "SELECT COUNT(*) FROM ParkedEvents"),
            ("audit waiting", "SELECT COUNT(*) FROM AuditOutbox"),
        ], (service, what) => (Text: $"{service}: {what.Name}", Number: Number(folder, service, what.Query))).Where(row => row.Number != 0).Select(row => $"{row.Text} {row.Number}"),
    ];
}
