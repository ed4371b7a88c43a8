using System.Text.Json;
using System.Text.Json.Nodes;
using EenPlan.Load.Scale;

namespace EenPlan.Load.Tests.Scale;

/// <summary>Two regions are compared by the same questions about families that are alike.</summary>
public sealed class ScaleTests
{
    [Fact]
    public void An_ordinary_family_has_about_six_people_and_twelve_agreements() => Size().IsOrdinary.ShouldBeTrue();

    [Theory]
    [InlineData("involved", 20)]
    [InlineData("goals", 1)]
    [InlineData("agreements", 40)]
    [InlineData("meetings", 0)]
    public void A_family_of_another_size_is_left_out(string what, int count) =>
        Size(what == "involved" ? count : 6, what == "goals" ? count : 3, what == "agreements" ? count : 12, what == "meetings" ? count : 1).IsOrdinary.ShouldBeFalse();

    [Fact]
    public void A_plan_that_was_never_put_forward_has_no_version_to_read() => Size(version: null).IsOrdinary.ShouldBeFalse();

    [Fact]
    public void Whoever_left_does_not_make_a_family_larger() => Size(involved: 6, ended: 9).Involved.ShouldBe(6);

    [Fact]
    public void No_two_kinds_share_a_name_because_times_are_kept_by_it() =>
        CoordinatorKinds.All.Concat(IntakeKinds.All).Concat(OtherKinds.All).Select(kind => kind.Name).ShouldBeUnique();

    private static FamilySize Size(int involved = 6, int goals = 3, int agreements = 12, int meetings = 1, int? version = 1, int ended = 1) => FamilySize.Of(
        Read(new JsonObject { ["involvements"] = Many(involved, "active", ended), ["meetings"] = Many(meetings, "planned") }),
        Read(new JsonObject { ["goals"] = Many(goals, "open"), ["agreements"] = Many(agreements, "made"), ["currentVersion"] = version }));

    private static JsonArray Many(int count, string status, int ended = 0) =>
        [.. Enumerable.Repeat(status, count).Concat(Enumerable.Repeat("ended", ended)).Select(each => (JsonNode)new JsonObject { ["status"] = each })];

    private static JsonElement Read(JsonNode node) => JsonDocument.Parse(node.ToJsonString()).RootElement;
}
