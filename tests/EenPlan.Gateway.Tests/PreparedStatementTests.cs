using EenPlan.Gateway.Persistence;
using EenPlan.Gateway.Sessions;
using EenPlan.QueryPlans.Testing;

namespace EenPlan.Gateway.Tests;

/// <summary>What goes to SQLite without a context is not heard by those who listen to contexts.</summary>
public sealed class PreparedStatementTests
{
    [Fact]
    public void A_session_is_found_without_reading_all_sessions() => EveryQuerySearches.Problems([new RecordedStatement(typeof(GatewayDb), SessionReader.ByIdStatement)]).ShouldBeEmpty();
}
