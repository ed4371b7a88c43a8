using EenPlan.Kit.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Configuration;

namespace EenPlan.Backup;

/// <summary>
/// SQL Server copies and restores its databases itself. Before the node starts on databases that were restored, this gives them what a restored database needs, as a restore of SQLite does.
/// </summary>
internal static class ServerRestored
{
    /// <summary>The databases of a node on a server; a node has those of the services that it runs.</summary>
    internal const string DatabasesOfNode = "SELECT name FROM sys.databases WHERE name LIKE N'eenplan-%' AND name NOT LIKE N'%-audit' ORDER BY name";

    /// <summary>The end of the lease of the relay, in the same ticks as everywhere.</summary>
    internal const string Lease = """SELECT "LeaseUntil" FROM "JournalHead" """;

    public static async Task NewEpochAsync(IConfiguration settings, TextWriter output)
    {
        var connection = settings["Database:ConnectionString"];
        if (!string.Equals(settings["Database:Provider"], nameof(DatabaseProvider.SqlServer), StringComparison.OrdinalIgnoreCase) || string.IsNullOrWhiteSpace(connection))
        {
            throw new Refused("Say which server: Database__Provider=SqlServer and Database__ConnectionString, as the services have them. (A node on SQLite goes back with ./eenplan restore, which does this too.)");
        }

        var databases = new List<string>();
        await using (var server = await OpenAsync(connection, "master"))
        {
            await using var command = new SqlCommand(DatabasesOfNode, server);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                databases.Add(reader.GetString(0));
            }
        }

        if (databases.Count == 0)
        {
            throw new Refused("This server has no databases of EenPlan.");
        }

        foreach (var database in databases)
        {
            await using var one = await OpenAsync(connection, database);
            RequireIdle(one, database);
        }

        foreach (var database in databases)
        {
            await using var one = await OpenAsync(connection, database);
            var told = AfterRestore.Apply(one, Guid.NewGuid());
            await output.WriteLineAsync($"{database}: done.");
            foreach (var line in told)
            {
                await output.WriteLineAsync($"  {line}");
            }
        }
    }

    private static void RequireIdle(SqlConnection one, string database)
    {
        if (one.Has("JournalHead") && long.TryParse(one.Ask(Lease), out var until) && until > DateTimeOffset.UtcNow.UtcTicks)
        {
            throw new Refused($"{database} is in use: a service runs on it. Stop every service first. Nothing was changed.");
        }
    }

    private static async Task<SqlConnection> OpenAsync(string connection, string database)
    {
        var opened = new SqlConnection($"{connection.TrimEnd(';')};Database={database}");
        await opened.OpenAsync();
        return opened;
    }
}
