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
    public void Each_kind_of_request_is_compared_within_each_round_and_all_of_them_together()
    {
        var log = new RoundLog([Round(all: 3, plan: 8, Of(2, 10)), Round(all: 4, plan: 30, Of(2, 10)), Round(all: 5, plan: 12, Of(2, 10))], 1);

        var figures = Figure.PerKind("scale", log, "large", "small", "ms", Bar.NotOver(1.5));

        figures.Count.ShouldBe(2);
        figures[0].What.ShouldBe("plan");
        figures[0].PerRound.ShouldBe([0.8, 3, 1.2]);
        figures[0].IsMet.ShouldBe(true);
        figures[0].Beside.ShouldBe(new Dictionary<string, double> { ["ms, large"] = 12, ["ms, small"] = 10 });
        figures[0].ThrownAway.ShouldBe(1);
        figures[1].PerRound.ShouldBe([1.5, 2, 2.5]);
        figures[1].Bar.ShouldBeNull();
    }

    [Fact]
    public void A_kind_that_takes_longer_than_its_bar_in_most_rounds_misses_it()
    {
        var log = new RoundLog([Round(all: 1, plan: 16, Of(1, 10)), Round(all: 1, plan: 9, Of(1, 10)), Round(all: 1, plan: 17, Of(1, 10))], 0);

        Figure.PerKind("scale", log, "large", "small", "ms", Bar.NotOver(1.5))[0].IsMet.ShouldBe(false);
    }

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

    private static Round Round(double all, double plan, Sample small) => new(new Dictionary<string, Sample> { ["large"] = Of(all, plan), ["small"] = small }, 0);

    private static Sample Of(double all, double plan) => new(all) { Beside = new Dictionary<string, double> { ["plan"] = plan } };
}
