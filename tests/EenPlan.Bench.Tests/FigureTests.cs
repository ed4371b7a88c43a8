using EenPlan.Bench.Measuring;

namespace EenPlan.Bench.Tests;

public sealed class FigureTests
{
    [Theory]
    [InlineData(0.7, true)]
    [InlineData(0.69, false)]
    public void A_ratio_meets_its_bar_with_the_median(double median, bool met) =>
        new Figure("1", "what", "ratio", [0.1, median, 5]) { Bar = Bar.NotUnder(0.7) }.IsMet.ShouldBe(met);

    [Theory]
    [InlineData(25, true)]
    [InlineData(25.1, false)]
    public void A_time_meets_its_bar_from_below(double median, bool met) => new Figure("11", "what", "ms", [median]) { Bar = Bar.NotOver(25) }.IsMet.ShouldBe(met);

    [Fact]
    public void Rows_that_are_measured_again_replace_what_was_written_and_leave_the_others()
    {
        var folder = Directory.CreateTempSubdirectory("ep-bench-");
        try
        {
            Report.Write(folder.FullName, "first", [new Figure("10", "old", "ratio", [1]), new Figure("9", "kept", "ratio", [2])]);
            var file = Report.Write(folder.FullName, "second", [new Figure("10", "new", "ratio", [0.123456])]);

            var text = File.ReadAllText(file);
            text.ShouldContain("kept");
            text.ShouldContain("new");
            text.ShouldNotContain("old");
            text.ShouldContain("0.1235");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
