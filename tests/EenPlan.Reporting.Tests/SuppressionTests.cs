using EenPlan.Reporting.Indicators;

namespace EenPlan.Reporting.Tests;

public sealed class SuppressionTests
{
    private static Count[] Region(params int[] cases) => [.. cases.Select((number, index) => new Count($"m{index}", number))];

    private static string Shown(params int[] cases)
    {
        var publication = Suppression.Decide(Region(cases));
        return string.Join(' ', cases.Select((number, index) => publication.Shown.Contains($"m{index}") ? $"{number}" : "-")) + (publication.TotalShown ? " total" : "");
    }

    [Theory]
    [InlineData(new[] { 20, 30, 40 }, "20 30 40 total")]
    [InlineData(new[] { 10, 10, 10 }, "10 10 10 total")]
    [InlineData(new[] { 9, 20, 30, 40 }, "- - 30 40 total")]
    [InlineData(new[] { 0, 20, 30, 40 }, "- - 30 40 total")]
    // Equally large ones go together: which of them was chosen would tell something.
    [InlineData(new[] { 5, 30, 20, 20, 40 }, "- 30 - - 40 total")]
    // Two small ones alone could be computed when they add up to 0 or 18; they get company too.
    [InlineData(new[] { 9, 9, 30, 40 }, "- - - 40 total")]
    [InlineData(new[] { 0, 0, 30, 40 }, "- - - 40 total")]
    // 10 and 11: hiding the 10 only would leave somebody who knows which one is small a single possibility.
    [InlineData(new[] { 3, 10, 11, 40 }, "- - - 40 total")]
    // All small: together they are no small number, and each could be more than one.
    [InlineData(new[] { 3, 5, 9 }, "- - - total")]
    [InlineData(new[] { 5, 5 }, "- - total")]
    [InlineData(new[] { 9, 9 }, "- -")]
    [InlineData(new[] { 3, 5, 1 }, "- - -")]
    [InlineData(new[] { 0, 10 }, "- -")]
    [InlineData(new[] { 3, 50 }, "- - total")]
    [InlineData(new[] { 3 }, "-")]
    [InlineData(new[] { 12 }, "12 total")]
    [InlineData(new int[0], "")]
    public void What_may_be_told(int[] cases, string told) => Shown(cases).ShouldBe(told);

    [Theory]
    [InlineData(3, 17)]
    [InlineData(4, 13)]
    public void Nobody_can_compute_a_hidden_cell_even_with_the_rule_in_hand(int municipalities, int highest)
    {
        // Every region there can be with these bounds, by what is told about it: whoever reads it cannot tell the regions of one group apart.
        foreach (var group in AllRegions(municipalities, highest).GroupBy(region => Shown(region) + " " + Told(region)))
        {
            var alike = group.ToList();
            for (var index = 0; index < municipalities; index++)
            {
                var shown = Suppression.Decide(Region(alike[0])).Shown.Contains($"m{index}");
                var values = alike.Select(region => region[index]).Distinct().Count();
                (shown ? values == 1 : values >= 2).ShouldBeTrue($"cell {index} of {string.Join(',', alike[0])} is told as {group.Key}");
            }
        }
    }

    [Fact]
    public void Who_knows_which_cells_are_small_still_has_a_choice_and_nothing_small_is_ever_told()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 20_000; round++)
        {
            var region = Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(0, random.Next(2) == 0 ? 14 : 300)).ToArray();
            var publication = Suppression.Decide(Region(region));
            var hidden = Enumerable.Range(0, region.Length).Where(index => !publication.Shown.Contains($"m{index}")).ToList();
            hidden.Where(index => region[index] < 10).Count().ShouldBe(region.Count(number => number < 10), string.Join(',', region));
            (hidden.Count > 0 || publication.TotalShown).ShouldBeTrue();
            if (hidden.Count == 0 || !publication.TotalShown)
            {
                continue;
            }

            hidden.Count.ShouldBeGreaterThan(1);
            var sum = region.Sum() - publication.Shown.Sum(code => region[int.Parse(code[1..])]);
            sum.ShouldBeGreaterThanOrEqualTo(10);
            var ceiling = region.Where((_, index) => !hidden.Contains(index)).DefaultIfEmpty(sum + 1).Min() - 1;
            foreach (var target in hidden)
            {
                Possible(region, hidden, target, sum, ceiling).ShouldBeGreaterThan(1, $"{target} of {string.Join(',', region)}");
            }
        }
    }

    /// <summary>How many values the target can have, by trying: does an assignment of the others exist that adds up?</summary>
    private static int Possible(int[] region, List<int> hidden, int target, int sum, int ceiling)
    {
        var others = hidden.Where(index => index != target).ToList();
        var least = others.Sum(index => region[index] < 10 ? 0 : 10);
        var most = others.Sum(index => region[index] < 10 ? 9 : ceiling);
        var (low, high) = region[target] < 10 ? (0, 9) : (10, ceiling);
        return Enumerable.Range(low, Math.Max(0, high - low + 1)).Count(value => sum - value >= least && sum - value <= most);
    }

    private static string Told(int[] region) => Suppression.Decide(Region(region)).TotalShown ? $"{region.Sum()}" : "?";

    private static IEnumerable<int[]> AllRegions(int municipalities, int highest) => municipalities == 0 ? [[]]
        : AllRegions(municipalities - 1, highest).SelectMany(rest => Enumerable.Range(0, highest + 1).Select(number => (int[])[.. rest, number]));
}
