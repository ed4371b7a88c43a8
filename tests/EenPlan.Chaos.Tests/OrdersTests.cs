namespace EenPlan.Chaos.Tests;

/// <summary>What is typed after <c>./eenplan chaos</c>.</summary>
public sealed class OrdersTests
{
    private static readonly string[] Known = ["kills", "disk"];

    [Fact]
    public void Without_a_part_all_of_them_are_done()
    {
        var orders = Orders.Read(["--kills", "20", "--seed", "7"], Known);
        (orders.Kills, orders.Seed).ShouldBe((20, 7));
        orders.Parts.ShouldBe(Known);
    }

    [Fact]
    public void Parts_are_done_in_the_order_in_which_they_were_named() => Orders.Read(["disk", "kills"], Known).Parts.ShouldBe(["disk", "kills"]);

    [Theory]
    [InlineData("--kills needs a number", "--kills")]
    [InlineData("--kills needs a number", "--kills", "0")]
    [InlineData("I know no part 'fire'", "fire")]
    public void What_is_not_understood_is_said(string why, params string[] arguments) => Should.Throw<ArgumentException>(() => Orders.Read(arguments, Known)).Message.ShouldContain(why);
}
