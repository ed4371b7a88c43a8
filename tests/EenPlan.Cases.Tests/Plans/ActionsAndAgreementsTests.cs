using System.Net;

namespace EenPlan.Cases.Tests.Plans;

public sealed class ActionsAndAgreementsTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task Whoever_does_an_action_ticks_it_and_nobody_elses()
    {
        var story = await FamilyCase.OpenAsync(host);
        var goal = await story.GoalAsync("Samen eten");
        var peters = await story.ActionAsync(goal, new { text = "Bellen", actor = new { kind = "professional", id = story.InvolvementOf(CasesHost.Peter) } });
        var mothers = await story.ActionAsync(goal, new { text = "Koken", actor = new { kind = "family", id = story.MotherId } });

        (await story.Mother.PatchAsync($"{story.Url}/actions/{peters}", new { done = true }, "\"1\"")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await story.Peter.PatchAsync($"{story.Url}/actions/{mothers}", new { done = true }, "\"1\"")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await story.Peter.PatchAsync($"{story.Url}/actions/{peters}", new { done = true, text = "Anders" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var ticked = await story.Peter.PatchAsync($"{story.Url}/actions/{peters}", new { done = true }, "\"1\"");
        ticked.Status.ShouldBe(HttpStatusCode.OK);
        ticked.Body!["doneAt"].ShouldNotBeNull();
        (await story.Mother.PatchAsync($"{story.Url}/actions/{mothers}", new { done = true }, "\"1\"")).Status.ShouldBe(HttpStatusCode.OK);
        var undone = await story.Coordinator.PatchAsync($"{story.Url}/actions/{mothers}", new { done = false }, "\"2\"");
        undone.Body!["doneAt"].ShouldBeNull();
    }

    [Fact]
    public async Task Actors_are_people_of_this_case_by_the_name_of_today()
    {
        var story = await FamilyCase.OpenAsync(host);
        var goal = await story.GoalAsync("Samen eten");
        var other = await FamilyCase.OpenAsync(host);
        var refused = await story.Coordinator.PostAsync($"{story.Url}/goals/{goal}/actions", new { text = "Bellen", actor = new { kind = "professional", id = other.InvolvementOf(CasesHost.Peter) } });
        refused.Errors.ShouldBe(["/actor/id unknown-person"]);

        var action = await story.ActionAsync(goal, new { text = "Koken", actor = new { kind = "family", id = story.MotherId, label = "wat de ander stuurt telt niet" } });
        var network = await story.ActionAsync(goal, new { text = "Oppassen", actor = new { kind = "network", label = "Oma Truus" } });
        ((string?)(await story.Mother.GetAsync($"{story.Url}/actions/{action}")).Body!["actor"]!["label"]).ShouldBe("Fatima Verzonnen");
        ((string?)(await story.Mother.GetAsync($"{story.Url}/actions/{network}")).Body!["actor"]!["label"]).ShouldBe("Oma Truus");

        var member = (await story.Coordinator.GetAsync(story.Url)).Body!["household"]![0]!;
        (await story.Coordinator.PatchAsync($"{story.Url}/household/{story.MotherId}", new { name = "Fatima Anders" }, $"\"{member["version"]}\"")).Status.ShouldBe(HttpStatusCode.OK);
        ((string?)(await story.Mother.GetAsync($"{story.Url}/actions/{action}")).Body!["actor"]!["label"]).ShouldBe("Fatima Anders");
    }

    [Fact]
    public async Task An_action_can_lie_in_another_life_domain_than_its_goal()
    {
        var story = await FamilyCase.OpenAsync(host);
        var goal = await story.GoalAsync("Samen eten");
        var action = await story.ActionAsync(goal, new { text = "Vervoer naar school", domain = "school", due = host.Clock.Day(3) });
        ((string?)(await story.Peter.GetAsync($"{story.Url}/actions/{action}")).Body!["domain"]).ShouldBe("school");
    }

    [Fact]
    public async Task An_agreement_is_made_changed_and_taken_out()
    {
        var story = await FamilyCase.OpenAsync(host);
        object[] parties = [new { kind = "professional", id = story.InvolvementOf(CasesHost.Peter) }, new { kind = "family", id = story.MotherId }, new { kind = "network", label = "De buurvrouw" }];
        var added = await story.Mother.PostAsync($"{story.Url}/agreements", new { text = "Eerst de moeder bellen", type = "reachability", parties, reviewDate = host.Clock.Day(20) });
        added.Status.ShouldBe(HttpStatusCode.Created, added.Text);
        added.Body!["parties"]!.AsArray().Select(party => (string?)party!["label"]).ShouldBe(["Peter Verzonnen", "Fatima Verzonnen", "De buurvrouw"]);

        var changed = await story.Coordinator.PatchAsync($"{story.Url}/agreements/{added.Id}", new { reviewDate = (string?)null }, added.Tag);
        changed.Body!["reviewDate"].ShouldBeNull();
        changed.Tag.ShouldBe("\"2\"");
        (await story.Coordinator.DeleteAsync($"{story.Url}/agreements/{added.Id}", added.Tag)).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await story.Coordinator.DeleteAsync($"{story.Url}/agreements/{added.Id}", changed.Tag)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await story.Coordinator.GetAsync($"{story.Url}/agreements/{added.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Taking_out_a_goal_takes_its_actions_along()
    {
        var story = await FamilyCase.OpenAsync(host);
        var goal = await story.GoalAsync("Samen eten");
        var action = await story.ActionAsync(goal, new { text = "Koken" });
        (await story.Mother.DeleteAsync($"{story.Url}/goals/{goal}", "\"1\"")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await story.Coordinator.GetAsync($"{story.Url}/actions/{action}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_is_only_informed_sees_the_goals_and_what_the_school_does_itself()
    {
        var story = await FamilyCase.OpenAsync(host);
        var goal = await story.GoalAsync("Samen eten");
        await story.ActionAsync(goal, new { text = "Koken", actor = new { kind = "family", id = story.MotherId } });
        var own = await story.ActionAsync(goal, new { text = "Rooster sturen", actor = new { kind = "professional", id = story.InvolvementOf(CasesHost.Els) } });
        await story.Coordinator.PostAsync($"{story.Url}/agreements", new { text = "Wij bellen", type = "process" });

        var plan = (await story.School.GetAsync($"{story.Url}/plan")).Body!;
        plan["goals"]![0]!["actions"]!.AsArray().Select(action => (string?)action!["text"]).ShouldBe(["Rooster sturen"]);
        plan["agreements"]!.AsArray().ShouldBeEmpty();
        (await story.School.PatchAsync($"{story.Url}/actions/{own}", new { done = true }, "\"1\"")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
