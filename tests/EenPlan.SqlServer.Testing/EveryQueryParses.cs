using Shouldly;

namespace EenPlan.SqlServer.Testing;

/// <summary>
/// Listens while a service's tests run and fails the run when one of the queries they led to cannot be translated for SQL Server,
/// or becomes T-SQL that the grammar rejects. One line in a test project puts it to work:
/// <c>[assembly: AssemblyFixture(typeof(EenPlan.SqlServer.Testing.EveryQueryParses))]</c>.
/// </summary>
public sealed class EveryQueryParses : IDisposable
{
    private readonly QueryRecorder recorder = QueryRecorder.Start();

    /// <summary>Checks what was heard.</summary>
    public void Dispose()
    {
        recorder.Dispose();
        Problems(recorder.Queries).ShouldBeEmpty();
    }

    /// <summary>What is wrong with these queries on SQL Server; queries of contexts that never run there are left out.</summary>
    /// <param name="queries">Recorded queries.</param>
    public static IReadOnlyList<string> Problems(IEnumerable<RecordedQuery> queries) => [.. queries
        .Select(query => (Query: query, Context: SqlServerContexts.For(query.Context)))
        .Where(pair => pair.Context is not null)
        .Select(pair => Problem(pair.Query, pair.Context!))
        .OfType<string>()];

    private static string? Problem(RecordedQuery query, Type context)
    {
        try
        {
            foreach (var command in Translation.ToSqlServer(query, context))
            {
                TSql.ShouldParse(command);
            }

            return null;
        }
        catch (Exception problem)
        {
            return $"{query.Context.Name}: {query.Text}\n{problem.Message}";
        }
    }
}
