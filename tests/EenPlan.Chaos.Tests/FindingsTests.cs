using EenPlan.Story.Work;

namespace EenPlan.Chaos.Tests;

/// <summary>The ledger can tell that something went wrong: what is missing, double or in another order is found.</summary>
public sealed class FindingsTests
{
    private static readonly Told[] Accepted = [new("karim", "case", "goal-reached", "a"), new("karim", "case", "goal-reached", "b"), new("peter", "case", "card-changed", "c")];

    [Fact]
    public void What_was_told_once_and_in_the_order_of_each_worker_is_right() => Found("a", "c", "b").IsClean.ShouldBeTrue();

    [Fact]
    public void What_was_not_told_is_lost() => Found("a", "c").Lost.ShouldHaveSingleItem().ShouldContain("accepted 1, updates 0");

    [Fact]
    public void What_was_told_twice_is_a_second_effect() => Found("a", "b", "c", "c").Second.ShouldHaveSingleItem().ShouldContain("accepted 1, updates 2");

    [Fact]
    public void What_nobody_accepted_is_a_second_effect() => Found("a", "b", "c", "d").Second.ShouldHaveSingleItem().ShouldContain("accepted 0");

    [Fact]
    public void What_was_told_in_another_order_is_named_by_its_worker()
    {
        var found = Found("b", "a", "c");
        found.Disorder.ShouldHaveSingleItem().ShouldContain("karim");
        found.Wrong.ShouldHaveSingleItem();
    }

    private static Findings Found(params string[] items)
    {
        var found = new Findings(Accepted.Length, Accepted.Length);
        found.Compare(Accepted, [.. items.Select(item => ("case", Accepted.FirstOrDefault(told => told.ItemId == item)?.Kind ?? "goal-reached", item))], "updates");
        return found;
    }
}
