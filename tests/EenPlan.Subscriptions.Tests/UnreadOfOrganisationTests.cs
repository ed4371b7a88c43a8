using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Access;
using EenPlan.Testing;

namespace EenPlan.Subscriptions.Tests;

/// <summary>How much is new, for the list that an organisation's own node keeps.</summary>
public sealed class UnreadOfOrganisationTests
{
    private readonly Guid _case = Guid.CreateVersion7();
    private readonly Guid _organisation = Guid.CreateVersion7();

    [Fact]
    public async Task Counts_what_each_of_its_people_did_not_read_and_may_see()
    {
        await using var world = await World.StartAsync();
        var (reads, school) = (world.Cases.Professional(_case, organisationId: _organisation), world.Cases.Professional(_case, AccessLevel.InformationOnly, _organisation));
        var stranger = world.Cases.Professional(_case, organisationId: Guid.CreateVersion7());
        world.GoalReached(_case);
        world.Cases.Tell(new CardChanged(_case, Guid.CreateVersion7(), ["reason"], true), _case);
        await world.Host.CatchUpAsync();

        (await CountsAsync(world)).ShouldBe([$"{reads} {_case} 2", $"{school} {_case} 1"], ignoreOrder: true);
        (await world.Professional(reads).PostAsync("/subscriptions/v1/updates/_read", new { upTo = 1 })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await CountsAsync(world)).ShouldContain($"{reads} {_case} 1");
        (await CountsAsync(world)).ShouldNotContain(line => line.StartsWith(stranger.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_case_that_somebody_left_there_is_nothing_new()
    {
        await using var world = await World.StartAsync();
        var left = world.Cases.Professional(_case, organisationId: _organisation);
        world.GoalReached(_case);
        await world.Host.CatchUpAsync();
        world.Cases.Grant(_case, "professional", left, null, _organisation);
        await world.Host.CatchUpAsync();
        (await CountsAsync(world)).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_says_up_to_where_on_the_feed_it_holds()
    {
        await using var world = await World.StartAsync();
        var (organisation, machine) = await world.SubscriberAsync("goal-reached");
        world.Cases.Professional(_case, organisationId: organisation);
        world.GoalReached(_case);
        await world.Host.CatchUpAsync();
        var answer = await AskAsync(world, organisation);
        var feed = await machine.GetAsync("/subscriptions/v1/feed?since=0");
        ((long)answer["feedHead"]!).ShouldBe(long.Parse(feed.Headers["X-Feed-Head"], System.Globalization.CultureInfo.InvariantCulture));
        ((string?)answer["feedEpoch"]).ShouldBe(feed.Headers["X-Feed-Epoch"]);
        ((long)answer["feedHead"]!).ShouldBe(1);
    }

    private async Task<List<string>> CountsAsync(World world) =>
        [.. (await AskAsync(world, _organisation))["items"]!.AsArray().Select(row => $"{row!["professionalId"]} {row["caseId"]} {row["unread"]}")];

    private static async Task<JsonNode> AskAsync(World world, Guid organisation)
    {
        var answer = await world.Host.Client(world.Callers.System("subscriptions", "gateway")).GetAsync($"/subscriptions/internal/unread?organisationId={organisation}");
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        return answer.Body!;
    }
}
