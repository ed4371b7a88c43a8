using System.Text.RegularExpressions;
using EenPlan.SqlServer.Testing;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Backup.Tests;

/// <summary>What a restore changes is written by hand, for both engines: it has to fit the databases of the product, and to be T-SQL.</summary>
public sealed partial class StatementTests
{
    public static TheoryData<string, string> Statements =>
    [
        .. AfterRestore.Steps.Select(step => (step.Table, step.Sql)).Concat(AfterRestore.Looks.Select(look => (look.Table, look.Sql))).Append(("JournalHead", ServerRestored.Lease)),
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public void Every_table_and_column_is_there_on_both_engines_and_SQL_Server_can_read_the_statement(string table, string sql)
    {
        TSql.ShouldParse(sql, table);
        var used = Quoted().Matches(sql).Select(match => match.Groups[1].Value).Distinct().ToList();
        foreach (var engine in (Func<Type, DbContext>[])[type => SqlServerContexts.Create(type), type => SqlServerContexts.FromFactory(SqlServerContexts.OnSqlite(type))!])
        {
            var columns = SqlServerContexts.All().Select(type =>
            {
                using var db = engine(type);
                return db.Model.GetEntityTypes().FirstOrDefault(entity => entity.GetTableName() == table)?.GetProperties().Select(property => property.GetColumnName()).ToList();
            }).Where(found => found is not null).ToList();
            columns.ShouldNotBeEmpty(table);
            columns.ShouldAllBe(found => used.Where(name => name != table).All(found!.Contains));
        }
    }

    [Fact]
    public void The_questions_to_the_server_itself_are_T_sql()
    {
        TSql.ShouldParse(ServerRestored.DatabasesOfNode);
        TSql.ShouldParse(AfterRestore.TableQuery(sqlite: false));
    }

    [Fact]
    public void What_the_documentation_gives_to_SQL_Server_is_T_sql()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "EenPlan.slnx")))
        {
            folder = folder.Parent;
        }

        var blocks = SqlBlock().Matches(File.ReadAllText(Path.Combine(folder.FullName, "docs", "operations", "backup.md")));
        blocks.Count.ShouldBeGreaterThanOrEqualTo(2);
        blocks.ShouldAllBe(block => TSql.Errors(block.Groups[1].Value).Count == 0);
    }

    [GeneratedRegex("```sql\\n([\\s\\S]*?)```")]
    private static partial Regex SqlBlock();

    [GeneratedRegex("\"([A-Za-z]+)\"")]
    private static partial Regex Quoted();
}
