using System.Text.Json.Nodes;

namespace EenPlan.Demo.Tests;

/// <summary>The three situations of practice keep what is missing in them: that is what the expectation check has to find.</summary>
public sealed class CasesTests
{
    private static readonly IReadOnlyList<CaseFile> All = CaseFile.All();

    [Theory]
    [InlineData("paper-form", 2)]
    [InlineData("back-home", 6)]
    [InlineData("two-sisters", 9)]
    public void Everybody_who_takes_part_has_a_card(string key, int people)
    {
        var file = Find(key);
        file.Involved.Count.ShouldBe(people);
        file.Cards.Keys.ShouldBe(file.Involved.Select(who => who.Account), ignoreOrder: true);
    }

    [Fact]
    public void The_paper_form_has_no_coordinator_no_evaluation_no_contact_frequency_and_no_channel()
    {
        var file = Find("paper-form");
        file.Coordinator.ShouldBeNull();
        file.Plan.ContainsKey("evaluationDate").ShouldBeFalse();
        file.Cards.Values.ShouldAllBe(card => !card.ContainsKey("contactFrequencies") && !card.ContainsKey("preferredChannel"));
        Uncovered(file).ShouldBe(["housing", "money", "language"]);
    }

    [Fact]
    public void Back_home_stands_before_its_round_table()
    {
        var file = Find("back-home");
        file.Plan.ContainsKey("evaluationDate").ShouldBeFalse();
        file.PutForward.ShouldBeFalse();
        file.Meetings.ShouldHaveSingleItem();
        Uncovered(file).ShouldBe(["leisure"]);
        Tasks(file).GroupBy(task => task.Task).Single(same => same.Count() > 1).Select(task => task.Account).ShouldBe(["tess.voorbeeldig", "joris.verzinsel"]);
        file.Goals.SelectMany(goal => goal.Actions).Where(action => action["actor"] is null).ShouldHaveSingleItem()["domain"]!.ToString().ShouldBe("leisure");
    }

    [Fact]
    public void In_two_places_two_people_keep_contact_with_one_school_and_nobody_stated_a_frequency()
    {
        var file = Find("two-sisters");
        file.Cards.Values.ShouldAllBe(card => !card.ContainsKey("contactFrequencies"));
        Tasks(file).Where(task => task.Task == "contact-with-school").Select(task => task.Account).ShouldBe(["ruud.nergens", "yvonne.proef"]);
        Uncovered(file).ShouldBeEmpty();
    }

    private static CaseFile Find(string key) => All.Single(file => file.Key == key);

    private static IEnumerable<(string Account, string Task)> Tasks(CaseFile file) =>
        file.Cards.SelectMany(card => Items(card.Value["tasks"]), (card, task) => (card.Key, (string)task["kind"]!));

    /// <summary>Life domains of the family that no card and no action with an actor covers.</summary>
    private static IEnumerable<string> Uncovered(CaseFile file) =>
        Items(file.Plan["lifeDomains"]).Select(domain => (string)domain["code"]!)
            .Except(file.Cards.Values.SelectMany(card => card["lifeDomains"]!.AsArray().Select(code => (string)code!)))
            .Except(file.Goals.SelectMany(goal => goal.Actions.Where(action => action["actor"] is not null), (goal, action) => (string)(action["domain"] ?? goal.Goal["domain"])!));

    private static IEnumerable<JsonNode> Items(JsonNode? list) => list?.AsArray().Select(item => item!) ?? [];
}
