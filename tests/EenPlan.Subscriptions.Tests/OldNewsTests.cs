using System.Net;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Tests;

/// <summary>News is kept for ninety days: somebody may stay away so long, and who stayed away longer is told so.</summary>
public class OldNewsTests
{
    private static readonly TimeSpan Half = TimeSpan.FromDays(50);
    private readonly Guid _case = Guid.CreateVersion7();

    [Fact]
    public async Task Updates_are_forgotten_after_ninety_days_and_the_numbers_go_on()
    {
        await using var world = await World.StartAsync();
        var person = world.Cases.Professional(_case);
        world.GoalReached(_case);
        await world.SleepAsync(Half);
        world.GoalReached(_case);
        (await world.ToldAsync(world.Professional(person))).ShouldBe(["1 goal-reached", "2 goal-reached"]);

        await world.SleepAsync(Half);
        await ForgottenAsync(world, updates: 1);
        world.GoalReached(_case);
        (await world.ToldAsync(world.Professional(person))).ShouldBe(["2 goal-reached", "3 goal-reached"]);
    }

    [Fact]
    public async Task A_system_that_was_away_too_long_hears_that_it_missed_something_and_where_to_go_on()
    {
        await using var world = await World.StartAsync();
        var (organisation, machine) = await world.SubscriberAsync("goal-reached");
        world.Cases.Professional(_case, organisationId: organisation);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            world.GoalReached(_case);
        }

        (await world.FeedAsync(machine)).Count.ShouldBe(3);
        await world.SleepAsync(Half);
        world.GoalReached(_case);
        (await world.FeedAsync(world.Again(machine), since: 2)).Count.ShouldBe(2);
        await world.SleepAsync(Half);
        await ForgottenAsync(world, feedRows: 1);

        (await world.FeedAsync(world.Again(machine))).ShouldBe(["0000000004 nl.eenplan.goal-reached"]);
        (await world.FeedAsync(world.Again(machine), since: 3)).ShouldBe(["0000000004 nl.eenplan.goal-reached"]);
        var missed = await world.Again(machine).GetAsync("/subscriptions/v1/feed?since=2");
        (missed.Status, (string?)missed.Body!["code"]).ShouldBe((HttpStatusCode.Gone, "feed-forgotten"));
        ((string?)missed.Body!["detail"])!.ShouldContain("since=3");

        await world.SleepAsync(2 * Half);
        await ForgottenAsync(world, feedRows: 0);
        (await world.Again(machine).GetAsync("/subscriptions/v1/feed?since=3")).Status.ShouldBe(HttpStatusCode.Gone);
        (await world.FeedAsync(world.Again(machine), since: 4)).ShouldBeEmpty();
        (await world.FeedAsync(world.Again(machine))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_source_that_is_read_again_does_not_make_old_news_new()
    {
        await using var world = await World.StartAsync();
        var (organisation, machine) = await world.SubscriberAsync("goal-reached");
        var person = world.Cases.Professional(_case, organisationId: organisation);
        world.GoalReached(_case);
        (await world.FeedAsync(machine)).Count.ShouldBe(1);
        await world.SleepAsync(2 * Half);
        await ForgottenAsync(world, updates: 0, feedRows: 0);

        world.Cases.Restore(kept: 2);
        world.GoalReached(_case);
        (await world.ToldAsync(world.Professional(person))).ShouldBe(["2 goal-reached"]);
        (await world.FeedAsync(world.Again(machine))).ShouldBe(["0000000002 nl.eenplan.goal-reached"]);
    }

    /// <summary>The service forgets by itself after its start; waits until so many rows are left.</summary>
    private static async Task ForgottenAsync(World world, int? updates = null, int? feedRows = null)
    {
        for (var attempt = 0; ; attempt++)
        {
            var left = await world.WithDbAsync(async db => (Updates: await db.Updates.CountAsync(), FeedRows: await db.FeedRows.CountAsync()));
            if ((updates ?? left.Updates, feedRows ?? left.FeedRows) == left)
            {
                return;
            }

            attempt.ShouldBeLessThan(500, $"{left.Updates} updates and {left.FeedRows} feed rows are left");
            await Task.Delay(20);
        }
    }
}
