using System.Net;

namespace EenPlan.Cases.Tests.Plans;

public sealed class WritingThePlanTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task Two_people_edit_the_same_plan_and_the_second_sees_what_the_first_wrote()
    {
        var story = await FamilyCase.OpenAsync(host);
        var read = await story.Mother.GetAsync($"{story.Url}/plan");
        (await story.Mother.PatchAsync($"{story.Url}/plan", new { ownGoal = "Weer samen eten" }, read.Tag)).Status.ShouldBe(HttpStatusCode.OK);

        var late = await story.Coordinator.PatchAsync($"{story.Url}/plan", new { ownGoal = "Iets anders" }, read.Tag);

        late.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        ((string?)late.Body!["current"]!["ownGoal"]).ShouldBe("Weer samen eten");
        ((string?)late.Body["changedBy"]!["name"]).ShouldBe("Fatima Verzonnen");
        late.Body["changedAt"].ShouldNotBeNull();
        ((string?)(await story.Coordinator.GetAsync($"{story.Url}/plan")).Body!["ownGoal"]).ShouldBe("Weer samen eten");
    }

    [Fact]
    public async Task Two_people_who_change_different_goals_do_not_hinder_each_other()
    {
        var story = await FamilyCase.OpenAsync(host);
        var (one, two) = (await story.GoalAsync("Een"), await story.GoalAsync("Twee"));

        (await story.Mother.PatchAsync($"{story.Url}/goals/{one}", new { text = "Een anders" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.OK);
        (await story.Coordinator.PatchAsync($"{story.Url}/goals/{two}", new { text = "Twee anders" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.OK);
        var stale = await story.Coordinator.PatchAsync($"{story.Url}/goals/{one}", new { text = "Nog anders" }, "\"1\"");
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        ((string?)stale.Body!["current"]!["text"]).ShouldBe("Een anders");
        ((string?)stale.Body["changedBy"]!["name"]).ShouldBe("Fatima Verzonnen");
    }

    [Fact]
    public async Task A_change_without_saying_what_was_read_is_refused()
    {
        var story = await FamilyCase.OpenAsync(host);
        var goal = await story.GoalAsync("Samen eten");
        (await story.Coordinator.PatchAsync($"{story.Url}/goals/{goal}", new { text = "Anders" }, null)).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await story.Coordinator.DeleteAsync($"{story.Url}/goals/{goal}", null)).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
    }

    [Fact]
    public async Task A_field_sent_with_the_value_it_had_changes_nothing()
    {
        var story = await FamilyCase.OpenAsync(host);
        var goal = await story.GoalAsync("Samen eten");
        var same = await story.Coordinator.PatchAsync($"{story.Url}/goals/{goal}", new { text = "Samen eten", forMembers = Array.Empty<string>() }, "\"1\"");
        same.Tag.ShouldBe("\"1\"");
    }

    [Theory]
    [InlineData("Wij eten samen 👨‍👩‍👧 en lachen 😀")]
    [InlineData("نريد الهدوء في البيت")]
    [InlineData("ሰላም ኣብ ቤትና")]
    [InlineData("<script>alert('x')</script> & \"aanhalingstekens\" \\ '")]
    [InlineData("  spaties ervoor en erachter \n en een regel  ")]
    public async Task What_the_family_writes_is_kept_exactly(string text)
    {
        var story = await FamilyCase.OpenAsync(host);
        var added = await story.Mother.PostAsync($"{story.Url}/goals", new { text, domain = "housing" });
        ((string?)added.Body!["text"]).ShouldBe(text);
        var read = await story.Mother.GetAsync($"{story.Url}/plan");
        ((string?)read.Body!["goals"]![0]!["text"]).ShouldBe(text);
    }

    [Fact]
    public async Task A_text_of_ten_thousand_characters_is_refused_and_one_of_four_thousand_fits()
    {
        var story = await FamilyCase.OpenAsync(host);
        var refused = await story.Mother.PostAsync($"{story.Url}/goals", new { text = new string('a', 10_000), domain = "housing" });
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldBe(["/text too-long"]);
        (await story.Mother.PostAsync($"{story.Url}/goals", new { text = new string('a', 4_000), domain = "housing" })).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var story = await FamilyCase.OpenAsync(host);
        var refused = await story.Coordinator.PostAsync($"{story.Url}/goals", new
        {
            text = " ", domain = "space-travel", forMembers = new[] { Guid.NewGuid() }, status = "happy", targetDate = "morgen", baseline = 11, rank = 0, colour = "red",
            hiddenFromFamily = new { ground = "because", until = host.Clock.Day(-1) },
        });
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldBe(
        [
            "/baseline out-of-range", "/colour unknown-field", "/domain unknown-code", "/forMembers unknown-person", "/hiddenFromFamily/ground unknown-code",
            "/hiddenFromFamily/reason required", "/hiddenFromFamily/until out-of-range", "/rank out-of-range", "/status unknown-code", "/targetDate not-a-date", "/text required",
        ]);
        (await story.Coordinator.GetAsync($"{story.Url}/plan")).Body!["goals"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_double_click_makes_one_goal()
    {
        var story = await FamilyCase.OpenAsync(host);
        var body = new { text = "Samen eten", domain = "housing" };
        var clicks = await Task.WhenAll(story.Mother.PostAsync($"{story.Url}/goals", body, "click"), story.Mother.PostAsync($"{story.Url}/goals", body, "click"));
        clicks.ShouldAllBe(click => click.Status == HttpStatusCode.Created);
        clicks[0].Id.ShouldBe(clicks[1].Id);
        (await story.Mother.GetAsync($"{story.Url}/plan")).Body!["goals"]!.AsArray().Count.ShouldBe(1);
        (await story.Mother.PostAsync($"{story.Url}/goals", new { text = "Anders", domain = "housing" }, "click")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Goals_stay_within_the_life_domains_that_the_family_chose()
    {
        var story = await FamilyCase.OpenAsync(host);
        var chosen = await story.Mother.PatchAsync($"{story.Url}/plan", new { lifeDomains = new[] { new { code = "school", name = "Leren" } } }, "\"1\"");
        ((string?)chosen.Body!["lifeDomains"]![0]!["name"]).ShouldBe("Leren");
        (await story.Mother.PostAsync($"{story.Url}/goals", new { text = "Huur betalen", domain = "money" })).Errors.ShouldBe(["/domain unknown-code"]);
        (await story.Mother.PostAsync($"{story.Url}/goals", new { text = "Diploma", domain = "school" })).Status.ShouldBe(HttpStatusCode.Created);
        (await story.Mother.PatchAsync($"{story.Url}/plan", new { lifeDomains = new[] { new { code = "money" } } }, chosen.Tag)).Errors.ShouldBe(["/lifeDomains in-use"]);
    }

    [Fact]
    public async Task The_family_puts_its_goals_in_its_own_order()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.GoalAsync("Een");
        await story.GoalAsync("Twee");
        var three = await story.GoalAsync("Drie");
        var moved = await story.Mother.PatchAsync($"{story.Url}/goals/{three}", new { rank = 1 }, "\"1\"");
        ((int?)moved.Body!["rank"]).ShouldBe(1);
        var goals = (await story.Mother.GetAsync($"{story.Url}/plan")).Body!["goals"]!.AsArray();
        goals.Select(goal => $"{goal!["rank"]} {goal["text"]}").ShouldBe(["1 Drie", "2 Een", "3 Twee"]);
    }

    [Fact]
    public async Task A_professional_reads_the_plan_and_does_not_write_it()
    {
        var story = await FamilyCase.OpenAsync(host);
        var goal = await story.GoalAsync("Samen eten");
        (await story.Peter.GetAsync($"{story.Url}/plan")).Body!["goals"]!.AsArray().Count.ShouldBe(1);
        (await story.Peter.PatchAsync($"{story.Url}/goals/{goal}", new { text = "Anders" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await story.Peter.PostAsync($"{story.Url}/agreements", new { text = "Wij bellen", type = "process" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await story.Intake.PatchAsync($"{story.Url}/plan", new { ownGoal = "x" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
