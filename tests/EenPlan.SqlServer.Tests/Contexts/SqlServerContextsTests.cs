using EenPlan.SqlServer.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace EenPlan.SqlServer.Tests.Contexts;

/// <summary>The product's databases are found by their names and made as the product makes them.</summary>
public class SqlServerContextsTests
{
    [Fact]
    public void The_context_for_SQL_Server_is_found_from_the_one_for_SQLite_and_back()
    {
        SqlServerContexts.For(typeof(FamiliesDb)).ShouldBe(typeof(FamiliesSqlServerDb));
        SqlServerContexts.OnSqlite(typeof(FamiliesSqlServerDb)).ShouldBe(typeof(FamiliesDb));
    }

    [Fact]
    public void A_context_without_a_counterpart_has_none() =>
        SqlServerContexts.For(typeof(DbContext)).ShouldBeNull();

    [Fact]
    public void A_context_is_made_as_its_own_factory_configures_it()
    {
        using var db = SqlServerContexts.Create(typeof(FamiliesSqlServerDb));

        db.Database.IsSqlServer().ShouldBeTrue();
        db.Database.GetCommandTimeout().ShouldBe(77);
    }
}
