using EenPlan.Kit.Audit;
using EenPlan.QueryPlans.Testing;

namespace EenPlan.Kit.Tests.Audit;

/// <summary>What goes to SQLite without a context is not heard by those who listen to contexts.</summary>
public sealed class AuditStatementTests
{
    [Theory]
    [InlineData(SqliteAuditLines.EndOfChain)]
    [InlineData(SqliteAuditLines.KnownLine)]
    public void A_line_is_added_without_reading_all_lines(string statement)
    {
        EveryQuerySearches.Problems([new RecordedStatement(typeof(AuditDb), statement)]).ShouldBeEmpty();

        // The end of a chain is at hand only when the table or an index is in that order.
        using var plans = new QueryPlans.Testing.QueryPlans(typeof(AuditDb));
        plans.Explain(statement).ShouldNotContain(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }
}
