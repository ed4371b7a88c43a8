using System.Net;
using EenPlan.Testing;

namespace EenPlan.Cases.Tests.Plans;

public sealed class TimelineAndAccessLogTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task The_timeline_says_who_did_what_newest_first_without_technical_events()
    {
        var story = await FamilyCase.OpenAsync(host);
        var goal = await story.GoalAsync("Samen eten");
        await story.Mother.PatchAsync($"{story.Url}/goals/{goal}", new { status = "reached" }, "\"1\"");

        var timeline = await story.Mother.GetAsync($"{story.Url}/timeline");
        var newest = timeline.Items[0]!;
        ((string?)newest["kind"]).ShouldBe("goal-reached");
        ((string?)newest["actorName"]).ShouldBe("Fatima Verzonnen");
        ((string?)newest["itemId"]).ShouldBe(goal.ToString());
        ((string?)newest["data"]!["domain"]).ShouldBe("raising");
        ((string?)timeline.Items[1]!["actorName"]).ShouldBe("Jacqueline Fictief");
        Kinds(timeline).ShouldNotContain("case-access-changed");
        Kinds(timeline)[^1].ShouldBe("case-opened");
    }

    [Fact]
    public async Task Its_pages_join_without_gap_or_double()
    {
        var story = await FamilyCase.OpenAsync(host);
        var whole = (await story.Peter.GetAsync($"{story.Url}/timeline")).Items.Select(item => (string?)item!["id"]).ToList();
        List<string?> pieces = [];
        string? next = null;
        do
        {
            var page = await story.Peter.GetAsync($"{story.Url}/timeline?limit=3&after={next}");
            pieces.AddRange(page.Items.Select(item => (string?)item!["id"]));
            next = (string?)page.Body!["next"];
        }
        while (next is not null);

        pieces.ShouldBe(whole);
        pieces.Count.ShouldBeGreaterThan(6);
        (await story.Peter.GetAsync($"{story.Url}/timeline?after=yesterday")).Errors.ShouldBe(["/after unknown-cursor"]);
    }

    [Fact]
    public async Task Who_is_only_informed_reads_the_core()
    {
        var story = await FamilyCase.OpenAsync(host);
        var goal = await story.GoalAsync("Samen eten");
        await story.ActionAsync(goal, new { text = "Koken" });
        await story.Coordinator.PostAsync($"{story.Url}/agreements", new { text = "Wij bellen", type = "process" });
        var seen = Kinds(await story.School.GetAsync($"{story.Url}/timeline"));
        seen.ShouldContain("goal-added");
        seen.ShouldNotContain("action-added");
        seen.ShouldNotContain("agreement-added");
    }

    [Fact]
    public async Task The_family_reads_who_looked_also_who_was_refused_and_reading_it_is_written_down_too()
    {
        var story = await FamilyCase.OpenAsync(host);
        await host.CarriedAsync(story.Id);
        await story.Peter.GetAsync($"{story.Url}/plan");
        (await host.As(CasesHost.Stranger).GetAsync($"{story.Url}/plan")).Status.ShouldBe(HttpStatusCode.NotFound);

        var lines = (await story.Mother.GetAsync($"{story.Url}/access-log")).Items;
        lines.Take(2).Select(Sentence).ShouldBe(
        [
            "Ton Testpersoon of Wijkteam Voorbeeldwijk: read-plan, none, refused",
            "Peter Verzonnen of Wijkteam Voorbeeldwijk: read-plan, involved:professional, allowed",
        ]);
        lines.Select(Sentence).ShouldContain("Hanneke Denkbeeld of Wijkteam Voorbeeldwijk: open-case, intake, allowed");
        Sentence((await story.Mother.GetAsync($"{story.Url}/access-log?limit=1")).Items[0]).ShouldBe("Fatima Verzonnen of : read-access-log, involved:family, allowed");
        (await story.Peter.GetAsync($"{story.Url}/access-log")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await story.Intake.GetAsync($"{story.Url}/access-log")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Somebody_of_another_family_who_tried_stays_nameless()
    {
        var story = await FamilyCase.OpenAsync(host);
        var other = await FamilyCase.OpenAsync(host);
        (await other.Mother.GetAsync($"{story.Url}/plan")).Status.ShouldBe(HttpStatusCode.NotFound);
        await host.CarriedAsync(story.Id);
        var line = (await story.Mother.GetAsync($"{story.Url}/access-log?limit=1")).Items[0]!;
        ((string?)line["actorKind"]).ShouldBe("family");
        line["who"].ShouldBeNull();
    }

    private static string Sentence(System.Text.Json.Nodes.JsonNode? line) => $"{line!["who"]} of {line["organisation"]}: {line["action"]}, {line["purpose"]}, {line["outcome"]}";

    private static List<string?> Kinds(Answer timeline) => [.. timeline.Items.Select(item => (string?)item!["kind"])];
}
