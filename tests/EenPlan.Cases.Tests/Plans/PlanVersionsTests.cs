using System.Net;
using System.Text.Json.Nodes;

namespace EenPlan.Cases.Tests.Plans;

public sealed class PlanVersionsTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task A_plan_that_lacks_something_is_not_put_forward_and_all_of_it_is_said()
    {
        var story = await FamilyCase.OpenAsync(host);
        var refused = await story.PutForwardAsync();
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        ((string?)refused.Body!["code"]).ShouldBe("plan-not-ready");
        refused.Errors.ShouldBe(["/evaluationDate required", "/goals required", "/ownGoal required"]);
        (await story.Coordinator.PatchAsync($"{story.Url}/plan", new { evaluationDate = host.Clock.Day(0) }, "\"1\"")).Errors.ShouldBe(["/evaluationDate in-the-past"]);
    }

    [Fact]
    public async Task Only_the_coordinator_puts_forward_and_not_twice_the_same()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.FillAsync();
        (await story.Peter.PostAsync($"{story.Url}/plan-versions", new { })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await story.Intake.PostAsync($"{story.Url}/plan-versions", new { })).Status.ShouldBe(HttpStatusCode.Forbidden);
        var first = await story.Coordinator.PostAsync($"{story.Url}/plan-versions", new { }, "once");
        ((int?)first.Body!["number"]).ShouldBe(1);
        var again = await story.Coordinator.PostAsync($"{story.Url}/plan-versions", new { }, "once");
        ((int?)again.Body!["number"]).ShouldBe(1);
        ((string?)(await story.PutForwardAsync()).Body!["code"]).ShouldBe("nothing-changed");
    }

    [Fact]
    public async Task Ticking_an_action_makes_no_new_version_and_changing_its_text_does()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.FillAsync();
        var goal = await story.GoalAsync("Tweede");
        var action = await story.ActionAsync(goal, new { text = "Koken" });
        await story.PutForwardAsync();
        await story.Mother.PatchAsync($"{story.Url}/actions/{action}", new { done = true }, "\"1\"");
        (await Plan(story))["changedSinceVersion"]!.GetValue<bool>().ShouldBeFalse();
        await story.Mother.PatchAsync($"{story.Url}/actions/{action}", new { text = "Samen koken" }, "\"2\"");
        (await Plan(story))["changedSinceVersion"]!.GetValue<bool>().ShouldBeTrue();
        await story.Mother.PatchAsync($"{story.Url}/actions/{action}", new { text = "Koken" }, "\"3\"");
        (await Plan(story))["changedSinceVersion"]!.GetValue<bool>().ShouldBeFalse("it is again what the family answered to");
    }

    [Fact]
    public async Task The_plan_is_agreed_when_everybody_with_access_agrees()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.GiveAccessAsync(story.ChildId);
        ((string?)(await Plan(story))["status"]).ShouldBe("draft");
        await story.FillAsync();
        await story.PutForwardAsync();
        ((string?)(await Plan(story))["status"]).ShouldBe("put-forward");

        var answered = await story.Mother.PostAsync($"{story.Url}/plan-versions/1/approvals", new { answer = "agrees", ownView = "Ik wil dat het rustiger wordt." });
        answered.Status.ShouldBe(HttpStatusCode.Created, answered.Text);
        ((string?)(await Plan(story))["status"]).ShouldBe("put-forward");
        await host.AsFamily(story.ChildId).PostAsync($"{story.Url}/plan-versions/1/approvals", new { answer = "disagrees" });
        ((string?)(await Plan(story))["status"]).ShouldBe("put-forward");
        await host.AsFamily(story.ChildId).PostAsync($"{story.Url}/plan-versions/1/approvals", new { answer = "agrees" });
        ((string?)(await Plan(story))["status"]).ShouldBe("agreed");

        var version = (await story.Peter.GetAsync($"{story.Url}/plan-versions")).Items.Single()!;
        ((string?)version["putForwardBy"]).ShouldBe("Jacqueline Fictief");
        version["approvals"]!.AsArray().Select(row => $"{row!["name"]}: {row["answer"]} {row["ownView"]}".Trim())
            .ShouldBe(["Fatima Verzonnen: agrees Ik wil dat het rustiger wordt.", "Sami Verzonnen: agrees"]);
    }

    [Fact]
    public async Task Only_the_family_answers_and_only_the_latest_version()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.FillAsync();
        await story.PutForwardAsync();
        (await story.Coordinator.PostAsync($"{story.Url}/plan-versions/1/approvals", new { answer = "agrees" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await story.Mother.PostAsync($"{story.Url}/plan-versions/2/approvals", new { answer = "agrees" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await story.Mother.PostAsync($"{story.Url}/plan-versions/1/approvals", new { answer = "perhaps" })).Errors.ShouldBe(["/answer unknown-code"]);
        await story.GoalAsync("Nog een");
        ((int?)(await story.PutForwardAsync()).Body!["number"]).ShouldBe(2);
        ((string?)(await story.Mother.PostAsync($"{story.Url}/plan-versions/1/approvals", new { answer = "agrees" })).Body!["code"]).ShouldBe("not-latest");
    }

    [Fact]
    public async Task A_version_keeps_the_plan_and_the_names_of_that_moment()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.FillAsync();
        var goal = await story.GoalAsync("Zoals het was");
        await story.ActionAsync(goal, new { text = "Koken", actor = new { kind = "family", id = story.MotherId } });
        await story.PutForwardAsync();
        await story.Coordinator.PatchAsync($"{story.Url}/goals/{goal}", new { text = "Zoals het werd" }, "\"1\"");
        await story.Coordinator.PatchAsync($"{story.Url}/household/{story.MotherId}", new { name = "Fatima Anders" }, "\"1\"");

        var version = (await story.Mother.GetAsync($"{story.Url}/plan-versions/1")).Body!;
        var then = version["plan"]!["goals"]!.AsArray().Single(row => (string?)row!["id"] == goal.ToString())!;
        ((string?)then["text"]).ShouldBe("Zoals het was");
        ((string?)then["actions"]![0]!["actor"]!["label"]).ShouldBe("Fatima Verzonnen");
        version["members"]!.AsArray().Select(member => (string?)member!["name"]).ShouldBe(["Fatima Verzonnen", "Sami Verzonnen"], ignoreOrder: true);
    }

    private static async Task<JsonNode> Plan(FamilyCase story) => (await story.Mother.GetAsync($"{story.Url}/plan")).Body!;
}
