using EenPlan.Kit.Access;
using EenPlan.QueryPlans.Testing;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Tests;

/// <summary>A change of the network reaches screens that are open, and is news to nobody.</summary>
public class QuietHintTests
{
    private readonly Guid _case = Guid.CreateVersion7();

    [Fact]
    public async Task The_screens_of_the_family_and_the_team_hear_of_it_also_the_second_screen_of_who_did_it()
    {
        await using var world = await World.StartAsync();
        var (parent, coach) = (world.Cases.Family(_case), world.Cases.Professional(_case));
        await world.Host.CatchUpAsync();
        await using var theirs = await OpenAsync(world, world.Callers.Family("subscriptions", parent));
        await using var own = await OpenAsync(world, world.Callers.Professional("subscriptions", coach));

        world.NetworkChanged(_case, by: coach);
        await world.Host.CatchUpAsync();

        foreach (var live in new[] { theirs, own })
        {
            var hint = (await live.NextAsync())!.AsObject();
            hint.Select(pair => pair.Key).ShouldBe(["number", "caseId", "kind"]);
            ((string)hint["kind"]!, (Guid)hint["caseId"]!).ShouldBe(("network-changed", _case));
        }
    }

    [Fact]
    public async Task Nobody_finds_it_among_the_updates_or_counts_it_and_no_organisation_is_told()
    {
        await using var world = await World.StartAsync();
        var (organisation, machine) = await world.SubscriberAsync("goal-reached");
        var colleague = world.Professional(world.Cases.Professional(_case, organisationId: organisation));
        await world.Host.CatchUpAsync();
        world.NetworkChanged(_case);
        await world.Host.CatchUpAsync();
        world.GoalReached(_case);

        (await world.ToldAsync(colleague)).ShouldBe(["2 goal-reached"]);
        ((int)(await colleague.GetAsync("/subscriptions/v1/updates")).Body!["unread"]!).ShouldBe(1);
        (await world.FeedAsync(machine)).ShouldBe(["0000000001 nl.eenplan.goal-reached"]);
        (await world.Administrator(organisation).PatchAsync("/subscriptions/v1/organisation-subscription", new { kinds = new[] { "network-changed" } }, "\"1\"")).Errors.ShouldBe(["/kinds unknown-code"]);
    }

    [Fact]
    public async Task Who_is_only_kept_informed_or_takes_no_part_hears_nothing()
    {
        await using var world = await World.StartAsync();
        var (school, elsewhere) = (world.Cases.Professional(_case, AccessLevel.InformationOnly), world.Cases.Professional(Guid.CreateVersion7()));
        await world.Host.CatchUpAsync();
        world.NetworkChanged(_case);
        await world.Host.CatchUpAsync();
        world.GoalReached(_case);
        await world.Host.CatchUpAsync();

        await using var live = await OpenAsync(world, world.Callers.Professional("subscriptions", school), "0");
        ((string)(await live.NextAsync())!["kind"]!).ShouldBe("goal-reached");
        (await RowsAsync(world, school)).ShouldBe(1);
        (await RowsAsync(world, elsewhere)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_became_information_only_no_longer_gets_what_was_written_before()
    {
        await using var world = await World.StartAsync();
        var colleague = world.Cases.Professional(_case);
        await world.Host.CatchUpAsync();
        world.NetworkChanged(_case);
        await world.Host.CatchUpAsync();
        world.Cases.Grant(_case, "professional", colleague, AccessLevel.InformationOnly);
        world.GoalReached(_case);
        await world.Host.CatchUpAsync();

        await using var live = await OpenAsync(world, world.Callers.Professional("subscriptions", colleague), "0");
        ((string)(await live.NextAsync())!["kind"]!).ShouldBe("goal-reached");
    }

    [Fact]
    public async Task A_row_of_changes_that_are_read_together_is_one_hint_and_the_next_one_is_not_lost()
    {
        await using var world = await World.StartAsync();
        var (colleague, other) = (world.Cases.Professional(_case), Guid.CreateVersion7());
        world.Cases.Grant(other, "professional", colleague, AccessLevel.Professional);
        await world.Host.CatchUpAsync();
        for (var turn = 0; turn < 20; turn++)
        {
            world.NetworkChanged(turn % 2 == 0 ? _case : other);
        }

        await world.Host.CatchUpAsync();
        (await RowsAsync(world, colleague)).ShouldBe(2);
        world.NetworkChanged(_case);
        await world.Host.CatchUpAsync();
        (await RowsAsync(world, colleague)).ShouldBe(3);
    }

    [Fact]
    public async Task What_happened_long_ago_wakes_no_screen()
    {
        await using var world = await World.StartAsync();
        var colleague = world.Cases.Professional(_case);
        await world.Host.CatchUpAsync();
        world.NetworkChanged(_case, at: DateTimeOffset.UtcNow.AddHours(-2));
        await world.Host.CatchUpAsync();
        (await RowsAsync(world, colleague)).ShouldBe(0);
    }

    private static Task<int> RowsAsync(World world, Guid holder) => world.WithDbAsync(db => db.Updates.TagWith(CommandRecorder.AskedByTest).CountAsync(row => row.HolderId == holder));

    private static Task<LiveClient> OpenAsync(World world, string token, string? lastEventId = null) => LiveClient.OpenAsync(world.Host.Address, token, lastEventId);
}
