using System.Xml.Linq;
using EenPlan.Load.Results;

namespace EenPlan.Load.Tests.Results;

public sealed class ChartTests
{
    [Fact]
    public void A_chart_is_a_picture_that_can_be_read_with_a_gap_where_there_is_nothing()
    {
        var svg = XDocument.Parse(new Chart("Latency <p99>", "minutes", "ms", [new Curve("read & write", "#123456", [(0, 5.0), (1, 10.0), (2, null), (3, 8.0)])]).ToSvg());
        svg.Descendants().Select(element => element.Value).ShouldContain("Latency <p99>");
        var path = svg.Descendants().Single(element => element.Name.LocalName == "path").Attribute("d")!.Value;
        path.Count(letter => letter == 'M').ShouldBe(2);
        path.ShouldNotContain(",");
    }

    [Fact]
    public void A_point_between_two_gaps_is_a_dot()
    {
        var svg = XDocument.Parse(new Chart("Writes", "minutes", "ms", [new Curve("write", "#123456", [(0, null), (1, 10.0), (2, null)])]).ToSvg());
        var path = svg.Descendants().Single(element => element.Name.LocalName == "path");
        path.Attribute("d")!.Value.ShouldEndWith("h0");
        path.Attribute("stroke-linecap")!.Value.ShouldBe("round");
    }

    [Fact]
    public void A_chart_without_anything_in_it_is_a_picture_too() => XDocument.Parse(new Chart("Nothing", "x", "y", [], IsLogarithmic: true).ToSvg()).Root!.Name.LocalName.ShouldBe("svg");

    [Fact]
    public void Ticks_are_round_numbers()
    {
        new Axis(0, 17, 0, 100, false).Ticks(6).ShouldBe([0, 5, 10, 15]);
        new Axis(0, 0.3, 0, 100, false).Ticks(6).Select(tick => Math.Round(tick, 3)).ShouldBe([0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]);
        new Axis(1, 1000, 0, 100, true).Ticks(6).ShouldBe([1, 10, 100, 1000]);
    }

    [Fact]
    public void Places_on_an_axis_are_in_proportion()
    {
        new Axis(0, 10, 100, 200, false).At(2.5).ShouldBe(125);
        new Axis(1, 100, 0, 100, true).At(10).ShouldBe(50);
        new Axis(1, 100, 0, 100, true).At(0).ShouldBe(0);
    }
}
