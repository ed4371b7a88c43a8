using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace EenPlan.Kit.Data;

/// <summary>Registers a database for either engine.</summary>
public static class DatabaseRegistration
{
    /// <summary>Adds <typeparamref name="TDb"/> as <paramref name="database"/>; on SQL Server its own subclass, so that each engine has its own migrations.</summary>
    public static DatabaseOptions AddDatabase<TDb, TSqlServerDb>(this IHostApplicationBuilder builder, string database)
        where TDb : DbContext
        where TSqlServerDb : TDb
    {
        var options = DatabaseOptions.From(builder.Configuration, builder.Environment);
        builder.Services.TryAddSingleton(options);
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            builder.Services.AddDbContextPool<TDb>(context => UseSqlite(context, options.ConnectionStringFor(database)));
        }
        else
        {
            builder.Services.AddDbContextPool<TDb, TSqlServerDb>(context => UseSqlServer(context, options.ConnectionStringFor(database)));
        }

        builder.Services.AddSingleton<IHostedService>(services => new DatabaseMigrator<TDb>(services, options, database));
        return options;
    }

    internal static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder context, string connection) =>
        Common(context.UseSqlite(connection, sqlite => sqlite.UseParameterizedCollectionMode(Lists)).AddInterceptors(new SqlitePragmas()));

    internal static DbContextOptionsBuilder UseSqlServer(DbContextOptionsBuilder context, string connection) =>
        Common(context.UseSqlServer(connection, sql => sql.UseCompatibilityLevel(150).UseParameterizedCollectionMode(Lists)));

    // A list as one parameter: with one for each of its values every call gets SQL of its own, which is written and prepared anew.
    private const ParameterTranslationMode Lists = ParameterTranslationMode.Parameter;

    // Parameters hold what people wrote: never in logs, not even while debugging.
    private static DbContextOptionsBuilder Common(DbContextOptionsBuilder context) =>
        context.EnableSensitiveDataLogging(false).ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.SensitiveDataLoggingEnabledWarning));
}
