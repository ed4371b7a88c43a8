using EenPlan.SqlServer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.SqlServer.Infrastructure.Internal;
using Shouldly;

namespace EenPlan.SqlServer.Tests.Contexts;

/// <summary>Every database of the product, on SQL Server: what can be known without a server.</summary>
public class ProductContextTests
{
    // Raised when a service gains a database, so that a search that finds nothing cannot pass for a success.
    private const int LeastNumberOfDatabases = 7;

    public static IReadOnlyList<TheoryDataRow<string>> Contexts => SqlServerContexts.All() is { Count: > 0 } all
        ? [.. all.Select(type => new TheoryDataRow<string>(type.FullName!))]
        : [new TheoryDataRow<string>("") { Skip = "no database in the assemblies beside this test" }];

    public static IReadOnlyList<TheoryDataRow<string>> MigratedContexts =>
        [.. Contexts.Select(row => row.Skip is null && !HasMigrations(Named(row.Data)) ? new TheoryDataRow<string>(row.Data) { Skip = "no migrations" } : row)];

    [Fact]
    public void The_product_s_databases_are_found_and_have_migrations() =>
        SqlServerContexts.All().Count(HasMigrations).ShouldBeGreaterThanOrEqualTo(LeastNumberOfDatabases);

    [Theory]
    [MemberData(nameof(MigratedContexts))]
    public void The_whole_migration_script_is_T_sql(string context)
    {
        using var db = SqlServerContexts.Create(Named(context));
        var migrator = db.GetService<IMigrator>();

        TSql.ShouldParse(migrator.GenerateScript(), $"{context}, plain");
        TSql.ShouldParse(migrator.GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent), $"{context}, idempotent");
    }

    [Theory]
    [MemberData(nameof(MigratedContexts))]
    public void Every_way_back_is_T_sql(string context)
    {
        using var db = SqlServerContexts.Create(Named(context));

        TSql.ShouldParse(db.GetService<IMigrator>().GenerateScript(db.Database.GetMigrations().Last(), Migration.InitialDatabase), context);
    }

    [Theory]
    [MemberData(nameof(MigratedContexts))]
    public void No_change_of_the_model_waits_for_a_migration_on_SQL_Server(string context)
    {
        using var db = SqlServerContexts.Create(Named(context));

        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(MigratedContexts))]
    public void No_change_of_the_model_waits_for_a_migration_on_SQLite(string context)
    {
        var type = SqlServerContexts.OnSqlite(Named(context));
        using var db = SqlServerContexts.FromFactory(type) ?? SqlServerContexts.Create(type, builder => builder.UseSqlite("Data Source=:memory:"));

        db.Database.IsSqlite().ShouldBeTrue();
        db.Database.GetMigrations().ShouldNotBeEmpty();
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public void A_delete_reaches_a_table_along_one_way_only(string context) => Check(context, ModelRules.MultipleCascadePaths);

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Keys_and_indexes_fit(string context) => Check(context, ModelRules.WideKeys);

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Every_text_has_a_greatest_length(string context) => Check(context, ModelRules.UnboundedText);

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Every_text_says_how_it_compares(string context) => Check(context, ModelRules.UncollatedText);

    [Theory]
    [MemberData(nameof(Contexts))]
    public void The_product_asks_for_compatibility_level_150(string context)
    {
        using var db = SqlServerContexts.FromFactory(Named(context)).ShouldNotBeNull("a design-time factory shows how the product configures the context");

#pragma warning disable EF1001 // No other place tells which level was asked for.
        var extension = db.GetService<IDbContextOptions>().FindExtension<SqlServerOptionsExtension>().ShouldNotBeNull();
        extension.SqlServerCompatibilityLevel.ShouldBe(150);
#pragma warning restore EF1001
    }

    private static void Check(string context, Func<DbContext, IReadOnlyList<string>> rule)
    {
        using var db = SqlServerContexts.Create(Named(context));

        rule(db).ShouldBeEmpty();
    }

    private static bool HasMigrations(Type context)
    {
        using var db = SqlServerContexts.Create(context);
        return db.Database.GetMigrations().Any();
    }

    private static Type Named(string context) => SqlServerContexts.All().Single(type => type.FullName == context);
}
