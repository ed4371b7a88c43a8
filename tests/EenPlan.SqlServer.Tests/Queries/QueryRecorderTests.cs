using EenPlan.SqlServer.Testing;
using EenPlan.SqlServer.Tests.Contexts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace EenPlan.SqlServer.Tests.Queries;

/// <summary>Queries that ran on SQLite are heard and become the T-SQL that a server would get.</summary>
public sealed class QueryRecorderTests : IDisposable
{
    private static readonly Func<FamiliesDb, Guid, Task<string?>> AliasById =
        EF.CompileAsyncQuery((FamiliesDb db, Guid id) => db.Families.Where(family => family.Id == id).Select(family => family.Alias).FirstOrDefault());

    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly FamiliesDb db;
    private readonly QueryRecorder recorder;

    public QueryRecorderTests()
    {
        connection.Open();

        // A cache of its own per test: a query shape that another test used would not be announced again.
        db = new FamiliesDb(new DbContextOptionsBuilder<FamiliesDb>().UseSqlite(connection).EnableServiceProviderCaching(false).Options);
        db.Database.EnsureCreated();
        recorder = QueryRecorder.Start();
    }

    public void Dispose()
    {
        recorder.Dispose();
        db.Dispose();
        connection.Dispose();
    }

    [Fact]
    public async Task A_query_with_values_from_outside_becomes_T_sql()
    {
        var (alias, since) = ("Roos", DateTimeOffset.UnixEpoch);

        await db.Families.Where(family => family.Alias == alias && family.OpenedAt > since).OrderBy(family => family.OpenedAt).Skip(2).Take(3).ToListAsync(Cancel);

        Sql().ShouldContain(sql => sql.Contains("[f].[Alias] = @alias AND [f].[OpenedAt] > @since") && sql.Contains("OFFSET @"));
    }

    [Fact]
    public async Task A_list_of_values_is_tried_with_and_without_items()
    {
        Guid[] ids = [Guid.NewGuid()];

        await db.Families.Where(family => ids.Contains(family.Id)).ToListAsync(Cancel);

        Sql().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Questions_with_one_answer_become_T_sql()
    {
        var status = GoalStatus.Reached;
        (await db.Goals.AnyAsync(goal => goal.Status == status, Cancel)).ShouldBeFalse();
        (await db.Goals.CountAsync(goal => goal.TargetDate < new DateOnly(2026, 1, 1), Cancel)).ShouldBe(0);
        (await db.Goals.MaxAsync(goal => goal.TargetDate, Cancel)).ShouldBeNull();
        (await db.Families.FirstOrDefaultAsync(family => family.Goals.Count > 2, Cancel)).ShouldBeNull();
        (await db.Families.FindAsync([Guid.NewGuid()], Cancel)).ShouldBeNull();

        recorder.Queries.Count.ShouldBe(5);
        Sql().ShouldContain(sql => sql.StartsWith("SELECT TOP(1)"));
    }

    [Fact]
    public async Task Joins_groups_and_split_queries_become_T_sql()
    {
        await db.Families.Include(family => family.Goals).AsSplitQuery().ToListAsync(Cancel);
        await db.Goals.GroupBy(goal => goal.FamilyId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(Cancel);
        await db.Families.Select(family => new { family.Alias, Open = family.Goals.Where(goal => goal.Status == GoalStatus.Open).Select(goal => goal.Text).ToList() }).ToListAsync(Cancel);

        recorder.Queries.Count.ShouldBe(3);
        Sql().ShouldContain(sql => sql.Contains("LEFT JOIN ("));
    }

    [Fact]
    public async Task Changes_without_reading_become_T_sql()
    {
        await db.Goals.Where(goal => goal.Status == GoalStatus.Open).ExecuteUpdateAsync(goals => goals.SetProperty(goal => goal.Status, GoalStatus.Reached), Cancel);
        await db.Families.Where(family => family.OpenedAt < DateTimeOffset.UnixEpoch).ExecuteDeleteAsync(Cancel);

        Sql().ShouldContain(sql => sql.StartsWith("UPDATE"));
        Sql().ShouldContain(sql => sql.StartsWith("DELETE"));
    }

    [Fact]
    public async Task A_query_that_was_compiled_beforehand_is_heard_too()
    {
        await AliasById(db, Guid.NewGuid());

        Sql().ShouldHaveSingleItem().ShouldContain("WHERE [f].[Id] = @");
    }

    [Fact]
    public async Task A_filter_of_the_model_is_part_of_the_T_sql()
    {
        await db.Goals.ToListAsync(Cancel);

        Sql().ShouldAllBe(sql => sql.Contains("[HiddenFrom]"));
    }

    [Fact]
    public async Task A_query_that_only_SQLite_understands_is_reported()
    {
        await db.Families.Where(family => EF.Functions.Glob(family.Alias, "R*")).ToListAsync(Cancel);

        EveryQueryParses.Problems(recorder.Queries).ShouldHaveSingleItem().ShouldContain("Glob");
    }

    [Fact]
    public async Task Raw_text_in_the_dialect_of_SQLite_is_reported()
    {
        await db.Families.FromSql($"SELECT * FROM Families LIMIT 3").ToListAsync(Cancel);

        EveryQueryParses.Problems(recorder.Queries).ShouldHaveSingleItem().ShouldContain("LIMIT");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private List<string> Sql()
    {
        EveryQueryParses.Problems(recorder.Queries).ShouldBeEmpty();
        return [.. recorder.Queries.SelectMany(query => Translation.ToSqlServer(query, typeof(FamiliesSqlServerDb)))];
    }
}
