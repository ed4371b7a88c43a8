using EenPlan.Contracts.Cases;

namespace EenPlan.Subscriptions.Tests;

/// <summary>What is hidden from the family is not told to it, and what it was told before is gone while it is hidden.</summary>
public class HiddenUpdatesTests
{
    private readonly Guid _case = Guid.CreateVersion7();

    [Fact]
    public async Task What_is_hidden_from_the_family_is_not_told_to_the_family_and_leaves_no_gap_in_its_numbers()
    {
        await using var world = await World.StartAsync();
        var (colleague, parent) = (world.Cases.Professional(_case), world.Cases.Family(_case));
        world.GoalReached(_case);
        world.GoalReached(_case, hidden: true);
        world.Cases.Tell(new PlanPutForward(_case, 1), _case);

        (await world.ToldAsync(world.Professional(colleague))).ShouldBe(["1 goal-reached", "2 goal-reached", "3 plan-put-forward"]);
        (await world.ToldAsync(world.Family(parent))).ShouldBe(["1 goal-reached", "2 plan-put-forward"]);
        (await world.Family(parent).GetAsync("/subscriptions/v1/updates")).Body!["unread"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task What_the_family_was_told_of_an_item_is_gone_while_that_item_is_hidden()
    {
        await using var world = await World.StartAsync();
        var (colleague, parent, agreement) = (world.Cases.Professional(_case), world.Cases.Family(_case), Guid.CreateVersion7());
        world.Cases.Tell(new AgreementAdded(_case, agreement), _case);
        world.GoalReached(_case);
        (await world.ToldAsync(world.Family(parent))).ShouldBe(["1 agreement-changed", "2 goal-reached"]);

        world.Cases.Tell(new ItemHidden(_case, agreement, Today(5)), _case, hiddenFromFamily: true);
        (await world.ToldAsync(world.Family(parent))).ShouldBe(["2 goal-reached"]);
        (await world.Family(parent).GetAsync("/subscriptions/v1/updates")).Body!["unread"]!.GetValue<int>().ShouldBe(1);
        (await world.ToldAsync(world.Professional(colleague))).ShouldBe(["1 agreement-changed", "2 goal-reached"]);
        await using (var live = await LiveClient.OpenAsync(world.Host.Address, world.Callers.Family("subscriptions", parent), "0"))
        {
            (await live.NextAsync())!["kind"]!.GetValue<string>().ShouldBe("goal-reached");
        }

        world.Cases.Tell(new ItemShown(_case, agreement), _case, hiddenFromFamily: true);
        (await world.ToldAsync(world.Family(parent))).ShouldBe(["1 agreement-changed", "2 goal-reached"]);
    }

    [Fact]
    public async Task Hiding_ends_by_itself_but_not_for_what_was_taken_out()
    {
        await using var world = await World.StartAsync();
        var (parent, hidden, takenOut) = (world.Cases.Family(_case), Guid.CreateVersion7(), Guid.CreateVersion7());
        world.Cases.Tell(new AgreementAdded(_case, hidden), _case);
        world.Cases.Tell(new AgreementAdded(_case, takenOut), _case);
        world.Cases.Tell(new ItemHidden(_case, hidden, Today(5)), _case, hiddenFromFamily: true);
        world.Cases.Tell(new ItemHidden(_case, takenOut, Today(5)), _case, hiddenFromFamily: true);
        world.Cases.Tell(new ItemHidden(_case, takenOut, null), _case, hiddenFromFamily: true);
        (await world.ToldAsync(world.Family(parent))).ShouldBeEmpty();

        await world.SleepAsync(TimeSpan.FromDays(7));
        (await world.ToldAsync(world.Family(parent))).ShouldBe(["1 agreement-changed"]);
    }

    [Fact]
    public async Task What_is_hidden_stays_hidden_when_cases_was_restored()
    {
        await using var world = await World.StartAsync();
        var (parent, agreement) = (world.Cases.Family(_case), Guid.CreateVersion7());
        world.Cases.Tell(new AgreementAdded(_case, agreement), _case);
        world.Cases.Tell(new ItemHidden(_case, agreement, Today(5)), _case, hiddenFromFamily: true);
        (await world.ToldAsync(world.Family(parent))).ShouldBeEmpty();

        world.Cases.Restore(kept: 2);
        (await world.ToldAsync(world.Family(parent))).ShouldBeEmpty();
    }

    private static DateOnly Today(int plus) => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(plus);
}
