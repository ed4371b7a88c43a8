using EenPlan.Kit.Data;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.ToyServices;

/// <summary>Where toy services keep their data: files in a test's folder, or a SQL Server that has no databases of these names yet.</summary>
internal sealed class ToyStore(DatabaseOptions options)
{
    private readonly List<string> _made = [];

    /// <summary>Settings that lead a host to this store.</summary>
    public Dictionary<string, string?> Settings { get; } = new() { ["Database:Provider"] = $"{options.Provider}", ["Database:ConnectionString"] = options.ConnectionString };

    public static ToyStore In(TestFolder folder, string? server = null) =>
        new(new DatabaseOptions(server is null ? DatabaseProvider.Sqlite : DatabaseProvider.SqlServer, server, folder.Path));

    /// <summary>Makes the databases: "cases" is the source's, the others are readers'.</summary>
    public async Task CreateAsync(params string[] services)
    {
        foreach (var service in services)
        {
            await using var db = Open(service);
            if (options.Provider == DatabaseProvider.SqlServer && await db.Database.CanConnectAsync())
            {
                throw new InvalidOperationException($"There is a database for {service} on this server already. Give one that is empty: it is filled and emptied.");
            }

            await db.Database.EnsureCreatedAsync();
            _made.Add(service);
            if (options.Provider == DatabaseProvider.SqlServer)
            {
                // The setting under which a late commit is easiest to miss.
                await db.Database.ExecuteSqlRawAsync("ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE");
            }
        }
    }

    public SourceDb OpenSource() => options.Provider == DatabaseProvider.Sqlite ? new SourceDb(OnSqlite<SourceDb>("cases")) : new SourceOnServerDb(OnServer<SourceOnServerDb>("cases"));

    /// <summary>Takes away what was made on a server; files go with their folder.</summary>
    public async Task DropAsync()
    {
        foreach (var service in options.Provider == DatabaseProvider.SqlServer ? _made : [])
        {
            await using var db = Open(service);
            await db.Database.EnsureDeletedAsync();
        }
    }

    private ServiceDb Open(string service) => service == "cases" ? OpenSource()
        : options.Provider == DatabaseProvider.Sqlite ? new ReaderDb(OnSqlite<ReaderDb>(service)) : new ReaderOnServerDb(OnServer<ReaderOnServerDb>(service));

    private DbContextOptions<TDb> OnSqlite<TDb>(string service)
        where TDb : DbContext
    {
        var context = new DbContextOptionsBuilder<TDb>();
        DatabaseRegistration.UseSqlite(context, options.ConnectionStringFor(service));
        return context.Options;
    }

    private DbContextOptions<TDb> OnServer<TDb>(string service)
        where TDb : DbContext
    {
        var context = new DbContextOptionsBuilder<TDb>();
        DatabaseRegistration.UseSqlServer(context, options.ConnectionStringFor(service));
        return context.Options;
    }
}
