using EenPlan.SqlServer.Testing;
using Shouldly;

namespace EenPlan.SqlServer.Tests.Parsing;

/// <summary>A grammar check is worth something only when it says no to what a server would say no to.</summary>
public class TSqlTests
{
    [Theory]
    [InlineData("SELECT [c].[Id] FROM [Cases] AS [c] WHERE [c].[Alias] = @alias ORDER BY [c].[OpenedAt] OFFSET @skip ROWS FETCH NEXT @take ROWS ONLY")]
    [InlineData("CREATE TABLE [Goals] ([Id] uniqueidentifier NOT NULL, [Text] nvarchar(500) COLLATE Latin1_General_100_CI_AS NOT NULL, CONSTRAINT [PK_Goals] PRIMARY KEY ([Id]));\nGO\nCREATE INDEX [IX_Goals_Text] ON [Goals] ([Text]);\nGO\n")]
    [InlineData("SELECT [value] FROM OPENJSON(@ids) WITH ([value] uniqueidentifier '$')")]
    [InlineData("SET IMPLICIT_TRANSACTIONS OFF; SET NOCOUNT ON; UPDATE [Goals] SET [Text] = @p0 OUTPUT 1 WHERE [Id] = @p1;")]
    public void T_sql_that_a_server_accepts_is_accepted(string script) => TSql.ShouldParse(script);

    [Theory]
    [InlineData("this is not a statement at all")]
    [InlineData("SELECT [c].[Id] FROM [Cases] AS [c] WHERE")]
    [InlineData("SELECT Id FROM Cases LIMIT 10")]
    [InlineData("INSERT INTO Cases (Id) VALUES (1) ON CONFLICT DO NOTHING")]
    [InlineData("PRAGMA journal_mode = WAL")]
    [InlineData("CREATE TABLE [Goals] ([Id] uniqueidentifier NOT NULL;\nGO\n")]
    [InlineData("SELECT 1 FROM (SELECT 1")]
    [InlineData("SELECT 'unfinished")]
    public void Nonsense_and_the_dialect_of_SQLite_are_rejected(string script) =>
        Should.Throw<ShouldAssertException>(() => TSql.ShouldParse(script));

    [Fact]
    public void A_script_without_any_statement_is_rejected() =>
        Should.Throw<ShouldAssertException>(() => TSql.ShouldParse("-- nothing to do\nGO\n"));

    [Fact]
    public void The_message_names_the_line_that_is_wrong() =>
        TSql.Errors("SELECT 1\nGO\nSELECT FROM WHERE\n").ShouldHaveSingleItem().ShouldContain("SELECT FROM WHERE");
}
