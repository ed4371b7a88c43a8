using EenPlan.SqlServer.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.QueryPlans.Testing;

/// <summary>How SQLite would carry out the statements of one context, on its database as the migrations make it.</summary>
public sealed class QueryPlans : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    /// <summary>Makes an empty database of this context.</summary>
    /// <param name="context">A context of the product.</param>
    public QueryPlans(Type context)
    {
        _connection.Open();
        using var db = SqlServerContexts.Create(context, options => options.UseSqlite(_connection));
        db.Database.Migrate();
    }

    /// <summary>The steps of the plan, as SQLite tells them.</summary>
    /// <param name="statement">One statement.</param>
    public IReadOnlyList<string> Explain(string statement)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        foreach (var name in Parameters(statement))
        {
            command.Parameters.AddWithValue(name, DBNull.Value);
        }

        using var rows = command.ExecuteReader();
        var steps = new List<string>();
        while (rows.Read())
        {
            steps.Add(rows.GetString(3));
        }

        return steps;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static IEnumerable<string> Parameters(string statement) =>
        System.Text.RegularExpressions.Regex.Matches(statement, @"[@$]\w+").Select(match => match.Value).Distinct();
}
