using Microsoft.Data.Sqlite;

namespace EenPlan.Backup;

/// <summary>The data folder of a node: its databases and its keys. Logs and what a start writes for itself are no part of a copy.</summary>
internal sealed class NodeFolder
{
    private const string Keys = "keys";
    private const string Host = "peer";

    // Who reads goes before who is read, so that no copy holds the effect of something that its source does not know. The audit store goes last: lines move from a database into it.
    private static readonly string[] Order = ["gateway", "subscriptions", "reporting", "network", "cases", "directory"];

    private const int Busy = 5;
    private const int Locked = 6;

    private NodeFolder(string path) => Path = path;

    public string Path { get; }

    public static NodeFolder At(string path) => new(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));

    /// <summary>Names of the databases, in the order in which they are copied.</summary>
    public IReadOnlyList<string> Databases => !Directory.Exists(Path) ? [] : [.. Directory.EnumerateFiles(Path, "*.db").Select(file => System.IO.Path.GetFileName(file)!)
        .OrderBy(name => name.EndsWith(".audit.db", StringComparison.Ordinal)).ThenBy(name => (uint)Array.IndexOf(Order, System.IO.Path.GetFileNameWithoutExtension(name))).ThenBy(name => name, StringComparer.Ordinal)];

    /// <summary>Every file of the keys, and what a start by the script was told about the node that has the plans; by their paths inside the folder.</summary>
    public IReadOnlyList<string> OtherFiles =>
    [
        .. Directory.Exists(File(Keys)) ? Directory.GetFiles(File(Keys), "*", SearchOption.AllDirectories).Select(file => System.IO.Path.GetRelativePath(Path, file)).Order(StringComparer.Ordinal).ToArray() : [],
        .. System.IO.File.Exists(File(Host)) ? [Host] : Array.Empty<string>(),
    ];

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Opens a database of this folder.</summary>
    public SqliteConnection Open(string name, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File(name), Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Refuses when a process has one of the databases open: then the node, or a part of it, runs.</summary>
    public void RequireStopped()
    {
        foreach (var name in Databases)
        {
            if (IsInUse(name))
            {
                throw new Refused($"{File(name)} is in use: the node, or a part of it, runs. Stop it first. Nothing was changed.");
            }
        }
    }

    private bool IsInUse(string name)
    {
        try
        {
            using var connection = Open(name);
            connection.DefaultTimeout = 1;
            // Only who is alone with the file may leave WAL.
            var alone = connection.Ask("PRAGMA journal_mode=DELETE") == "delete";
            connection.Ask("PRAGMA journal_mode=WAL");
            return !alone;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is Busy or Locked)
        {
            return true;
        }
    }
}

internal static class Asking
{
    /// <summary>The first value of the first row, as text.</summary>
    public static string? Ask(this System.Data.Common.DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
