using Shouldly;

namespace EenPlan.QueryPlans.Testing;

/// <summary>
/// Listens while a service's tests run and fails the run when a statement that they led to reads a growing table from end to end.
/// One line in a test project puts it to work: <c>[assembly: AssemblyFixture(typeof(EenPlan.QueryPlans.Testing.EveryQuerySearches))]</c>.
/// </summary>
public sealed class EveryQuerySearches : IDisposable
{
    private readonly CommandRecorder _recorder = CommandRecorder.Start();

    /// <summary>Checks what was heard.</summary>
    public void Dispose()
    {
        _recorder.Dispose();
        Problems(_recorder.Statements).ShouldBeEmpty();
    }

    /// <summary>The statements that grow with their tables, each with the steps that do.</summary>
    /// <param name="statements">Recorded statements.</param>
    public static IReadOnlyList<string> Problems(IEnumerable<RecordedStatement> statements)
    {
        var problems = new List<string>();
        foreach (var group in statements.GroupBy(statement => statement.Context))
        {
            using var plans = new QueryPlans(group.Key);
            problems.AddRange(group.Select(statement => (statement.Text, Wrong: Scans.In(statement.Text, plans.Explain(statement.Text))))
                .Where(found => found.Wrong.Count > 0).Select(found => $"{group.Key.Name}: {string.Join("; ", found.Wrong)}\n{found.Text}\n"));
        }

        return problems;
    }
}
