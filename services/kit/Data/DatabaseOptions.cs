using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace EenPlan.Kit.Data;

/// <summary>The engines a service can keep its data in.</summary>
public enum DatabaseProvider
{
    /// <summary>One SQLite file per service in the data folder; the default.</summary>
    Sqlite,

    /// <summary>SQL Server; needs <c>Database:ConnectionString</c>.</summary>
    SqlServer,
}

/// <summary>Where a service keeps its data, from <c>Database:*</c> and <c>DataFolder</c>.</summary>
public sealed record DatabaseOptions(DatabaseProvider Provider, string? ConnectionString, string DataFolder)
{
    /// <summary>Reads the settings; what is wrong with them is said by <see cref="Complaints"/> before anything starts.</summary>
    public static DatabaseOptions From(IConfiguration configuration, IHostEnvironment environment)
    {
        _ = Enum.TryParse<DatabaseProvider>(configuration["Database:Provider"], ignoreCase: true, out var provider);
        var folder = Path.GetFullPath(configuration["DataFolder"] ?? Path.Combine(environment.ContentRootPath, "data"));
        return new DatabaseOptions(provider, configuration["Database:ConnectionString"], folder);
    }

    /// <summary>What is wrong with the settings, in sentences that name the key.</summary>
    public static IEnumerable<string> Complaints(IConfiguration configuration)
    {
        var name = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
        {
            yield return $"Database:Provider is '{name}'. Use Sqlite or SqlServer.";
        }
        else if (provider == DatabaseProvider.SqlServer && string.IsNullOrWhiteSpace(configuration["Database:ConnectionString"]))
        {
            yield return "Database:ConnectionString is empty. SqlServer needs one, without a database name.";
        }
    }

    /// <summary>Connection string of one database: a file in the data folder, or the database of that name on the server.</summary>
    public string ConnectionStringFor(string database)
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            PrivateFolder.Create(DataFolder);
            return $"Data Source={Path.Combine(DataFolder, database + ".db")};Default Timeout=30";
        }

        if (string.IsNullOrWhiteSpace(ConnectionString))
        {
            throw new InvalidOperationException("Database:ConnectionString is empty. SqlServer needs one, without a database name.");
        }

        return $"{ConnectionString.TrimEnd(';')};Database=eenplan-{database.Replace('.', '-')}";
    }
}
