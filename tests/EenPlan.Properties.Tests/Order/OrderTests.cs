namespace EenPlan.Properties.Tests.Order;

/// <summary>Order and completeness: what is read is what was committed, once, in order, whatever writers, relays and readers go through.</summary>
public sealed class OrderTests(ITestOutputHelper output)
{
    [Fact]
    public Task Two_processes_on_one_database_lose_nothing_repeat_nothing_and_keep_the_order_of_every_case() => HoldsAsync(null);

    [Fact]
    public Task The_same_holds_on_SQL_Server()
    {
        var server = Environment.GetEnvironmentVariable("EENPLAN_SQLSERVER");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "EENPLAN_SQLSERVER is empty: give the connection string of an empty SQL Server, without a database name.");
        return HoldsAsync(server);
    }

    private async Task HoldsAsync(string? server)
    {
        await using var run = new OrderRun { Random = new Random(Seed.New(output)), Writers = 8, Commits = Seed.All ? 400 : 40, Server = server };
        var findings = await run.CheckAsync();
        output.WriteLine($"{run.Committed} events committed, {run.Undone} undone, the lease changed hands {run.TakeOvers} times");
        run.Undone.ShouldBePositive();
        run.TakeOvers.ShouldBeGreaterThan(1, "nobody took over");
        findings.ShouldAllBe(found => found.IsClean);
    }
}
