using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Contracts.Cases;
using EenPlan.Testing;

namespace EenPlan.Subscriptions.Tests;

/// <summary>After a restore of this database numbers are given again; whoever goes on from an old one hears so, and knows everything again after starting over.</summary>
public class RestoredFeedTests
{
    private const string Feed = "/subscriptions/v1/feed";
    private readonly Guid _case = Guid.CreateVersion7();

    [Fact]
    public async Task A_reader_of_before_the_restore_is_sent_back_to_the_start_and_then_misses_nothing_and_knows_what_it_had()
    {
        await using var world = await World.StartAsync();
        var (organisation, machine) = await world.SubscriberAsync("goal-reached");
        world.Cases.Professional(_case, organisationId: organisation);
        world.GoalReached(_case);
        await world.FeedAsync(machine);
        await world.BackUpAsync();
        // The organisation wanted to hear more since; that choice is lost, so the numbers after it go to other events.
        await ChooseAsync(world, organisation, "goal-reached", "action-done");
        world.Cases.Tell(new ActionDone(_case, Guid.CreateVersion7()), _case);
        world.GoalReached(_case);
        await world.FeedAsync(machine);
        var before = await ReadAsync(machine, "?since=0");
        before.Ids.Count.ShouldBe(3);

        await world.RestoreAsync();
        machine = world.Again(machine);
        world.GoalReached(_case);
        world.GoalReached(_case);
        await world.Host.CatchUpAsync();

        var refused = await machine.GetAsync($"{Feed}?since=3&epoch={before.Epoch}&wait=20");
        (refused.Status, (string?)refused.Body!["code"]).ShouldBe((HttpStatusCode.Gone, "feed-restored"));
        var after = await ReadAsync(machine, "?since=0");
        after.Epoch.ShouldNotBe(before.Epoch);
        ((string?)refused.Body["detail"])!.ShouldContain($"since=0 with epoch={after.Epoch}");
        after.Ids.Count.ShouldBe(4);
        after.Ids[0].ShouldBe(before.Ids[0]);
        after.Ids[1].ShouldBe(before.Ids[2], "the same event keeps its id, under another number");
        after.Ids.Except(before.Ids).Count().ShouldBe(2);
        (await machine.GetAsync($"{Feed}?since=4&epoch={after.Epoch}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_number_beyond_the_head_tells_of_a_restore_also_when_the_reader_names_no_epoch()
    {
        await using var world = await World.StartAsync();
        var (organisation, machine) = await world.SubscriberAsync("goal-reached");
        world.Cases.Professional(_case, organisationId: organisation);
        await world.BackUpAsync();
        world.GoalReached(_case);
        (await world.FeedAsync(machine)).Count.ShouldBe(1);
        (await machine.GetAsync($"{Feed}?since=1")).Status.ShouldBe(HttpStatusCode.OK);

        var beyond = await machine.GetAsync($"{Feed}?since=2&wait=20");
        (beyond.Status, (string?)beyond.Body!["code"]).ShouldBe((HttpStatusCode.Gone, "feed-restored"));
        (await machine.GetAsync($"{Feed}?since=1&epoch=yesterday")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_is_withdrawn_has_another_id_in_every_epoch()
    {
        await using var world = await World.StartAsync();
        var (organisation, machine) = await world.SubscriberAsync("goal-reached");
        var helper = world.Cases.Professional(_case, organisationId: organisation);
        world.GoalReached(_case);
        await world.Host.CatchUpAsync();
        world.Cases.Grant(_case, "professional", helper, null, organisation);
        await world.Host.CatchUpAsync();
        await world.BackUpAsync();
        var before = await ReadAsync(machine, "");

        await world.RestoreAsync();
        var after = await ReadAsync(world.Again(machine), "");

        before.Ids.ShouldBe([$"withdrawn-{before.Epoch}-0000000001"]);
        after.Ids.ShouldBe([$"withdrawn-{after.Epoch}-0000000001"]);
    }

    [Fact]
    public async Task A_stream_of_before_the_restore_goes_on_from_the_end()
    {
        await using var world = await World.StartAsync();
        var colleague = world.Cases.Professional(_case);
        await world.Host.CatchUpAsync();
        await world.BackUpAsync();
        world.GoalReached(_case);
        world.GoalReached(_case);
        await world.Host.CatchUpAsync();
        await world.RestoreAsync();
        await world.Host.CatchUpAsync();

        // The page reads everything again when its stream opens again, so it needs none of what the stream told before.
        await using var again = await LiveClient.OpenAsync(world.Host.Address, world.Callers.Professional("subscriptions", colleague), "7");
        again.LastEventId.ShouldBe("2");
        world.GoalReached(_case);
        await world.Host.CatchUpAsync();
        (await again.NextAsync())!["number"]!.GetValue<long>().ShouldBe(3);
    }

    private static Task ChooseAsync(World world, Guid organisation, params string[] kinds) =>
        world.Administrator(organisation).PatchAsync("/subscriptions/v1/organisation-subscription", new { kinds }, "\"2\"");

    private static async Task<(IReadOnlyList<string> Ids, string Epoch)> ReadAsync(TestClient machine, string query)
    {
        var answer = await machine.GetAsync(Feed + query);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return ([.. ((JsonArray)answer.Body!).Select(item => (string)item!["id"]!)], answer.Headers["X-Feed-Epoch"]);
    }
}
