using EenPlan.Kit.Identity;

namespace EenPlan.Subscriptions.Tests;

public class LiveTests
{
    private readonly Guid _case = Guid.CreateVersion7();

    [Fact]
    public async Task A_hint_arrives_that_says_what_changed_and_no_more()
    {
        await using var world = await World.StartAsync();
        var colleague = world.Cases.Professional(_case);
        await world.Host.CatchUpAsync();
        await using var live = await OpenAsync(world, colleague);
        live.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        live.Headers.ContentEncoding.ShouldBeEmpty();

        world.GoalReached(_case);
        await world.Host.CatchUpAsync();

        var hint = (await live.NextAsync())!.AsObject();
        hint.Select(pair => pair.Key).ShouldBe(["number", "caseId", "kind", "itemId"]);
        hint["kind"]!.GetValue<string>().ShouldBe("goal-reached");
        live.LastEventId.ShouldBe("1");
    }

    [Fact]
    public async Task A_stream_that_was_cut_goes_on_after_the_last_number_and_a_new_one_starts_at_the_end()
    {
        await using var world = await World.StartAsync();
        var colleague = world.Cases.Professional(_case);
        for (var i = 0; i < 250; i++)
        {
            world.GoalReached(_case);
        }

        await world.Host.CatchUpAsync();
        await using var fresh = await OpenAsync(world, colleague);
        fresh.LastEventId.ShouldBe("250");
        await using var resumed = await OpenAsync(world, colleague, "3");

        var numbers = new List<long>();
        while (numbers.Count < 247)
        {
            numbers.Add((await resumed.NextAsync())!["number"]!.GetValue<long>());
        }

        numbers.ShouldBe(Enumerable.Range(4, 247).Select(number => (long)number));
    }

    [Fact]
    public async Task Another_persons_updates_never_show()
    {
        await using var world = await World.StartAsync();
        var (colleague, elsewhere, secret) = (world.Cases.Professional(_case), Guid.CreateVersion7(), Guid.CreateVersion7());
        world.Cases.Professional(secret);
        await world.Host.CatchUpAsync();
        await using var live = await OpenAsync(world, colleague);
        await using var nothing = await OpenAsync(world, elsewhere);

        world.GoalReached(secret);
        world.GoalReached(_case);
        await world.Host.CatchUpAsync();

        (await live.NextAsync())!["caseId"]!.GetValue<Guid>().ShouldBe(_case);
    }

    [Fact]
    public async Task The_stream_ends_when_access_to_a_case_ends_although_no_bus_brings_the_news()
    {
        await using var world = await World.StartAsync();
        var colleague = world.Cases.Professional(_case);
        await world.Host.CatchUpAsync();
        await using var live = await OpenAsync(world, colleague);

        world.Cases.Grant(_case, "professional", colleague, null);
        world.GoalReached(_case);

        // Nobody hands the service anything here: it finds out by itself.
        (await live.NextAsync()).ShouldBeNull();
        await using var again = await OpenAsync(world, colleague, "0");
        again.LastEventId.ShouldBe("0");
    }

    [Fact]
    public async Task The_stream_ends_with_the_token()
    {
        await using var world = await World.StartAsync();
        var colleague = world.Cases.Professional(_case);
        await world.Host.CatchUpAsync();
        var token = world.Callers.Gateway.For("subscriptions", CallerKind.Professional, colleague.ToString(), Guid.CreateVersion7(), life: TimeSpan.FromSeconds(2));
        await using var live = await LiveClient.OpenAsync(world.Host.Address, token);

        (await live.NextAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Access_that_ended_unheard_holds_back_what_was_written_before()
    {
        await using var world = await World.StartAsync();
        var (colleague, other) = (world.Cases.Professional(_case), Guid.CreateVersion7());
        world.Cases.Grant(other, "professional", colleague, "professional");
        world.GoalReached(_case);
        world.GoalReached(other);
        await world.Host.CatchUpAsync();
        world.Cases.Grant(_case, "professional", colleague, null);
        await world.Host.CatchUpAsync();

        await using var resumed = await OpenAsync(world, colleague, "0");

        (await resumed.NextAsync())!["caseId"]!.GetValue<Guid>().ShouldBe(other);
        resumed.LastEventId.ShouldBe("2");
    }

    private static Task<LiveClient> OpenAsync(World world, Guid professional, string? lastEventId = null) =>
        LiveClient.OpenAsync(world.Host.Address, world.Callers.Professional("subscriptions", professional), lastEventId);
}
