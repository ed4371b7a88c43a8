using EenPlan.Kit.Data;
using EenPlan.SqlServer.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace EenPlan.SqlServer.Tests.Contexts;

/// <summary>The tables that every service has of the kit fit SQL Server, whatever the service adds.</summary>
public class KitTablesTests
{
    [Fact]
    public void The_kit_s_tables_break_no_rule()
    {
        using var db = SqlServerContexts.Create(typeof(BareSqlServerDb));

        ModelRules.MultipleCascadePaths(db).ShouldBeEmpty();
        ModelRules.WideKeys(db).ShouldBeEmpty();
        ModelRules.UnboundedText(db).ShouldBeEmpty();
        ModelRules.UncollatedText(db).ShouldBeEmpty();
    }

    [Fact]
    public void The_kit_s_tables_are_made_in_T_sql()
    {
        using var db = SqlServerContexts.Create(typeof(BareSqlServerDb));

        TSql.ShouldParse(db.Database.GenerateCreateScript());
    }

    internal sealed class BareSqlServerDb(DbContextOptions<BareSqlServerDb> options) : ServiceDb(options)
    {
        protected override void Describe(ModelBuilder model)
        {
        }
    }
}
