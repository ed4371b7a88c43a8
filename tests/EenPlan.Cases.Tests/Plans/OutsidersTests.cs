using System.Net;
using EenPlan.Testing;

namespace EenPlan.Cases.Tests.Plans;

/// <summary>Whoever is not involved, no longer or never, cannot tell the case from one that does not exist.</summary>
public sealed class OutsidersTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task A_professional_whose_help_ended_finds_nothing_any_more()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.FillAsync();
        var goal = await story.GoalAsync("Samen eten");
        await story.PutForwardAsync();
        (await story.Peter.GetAsync($"{story.Url}/plan")).Status.ShouldBe(HttpStatusCode.OK);
        var ended = await story.Peter.PostAsync($"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Peter)}/ending", new { reason = "Klaar" });
        ended.Status.ShouldBe(HttpStatusCode.NoContent, ended.Text);
        await ShouldFindNothingAsync(story, story.Peter, goal);
    }

    [Fact]
    public async Task Repeating_a_request_from_when_one_took_part_finds_nothing_any_more()
    {
        var story = await FamilyCase.OpenAsync(host);
        var own = $"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Peter)}";
        var key = Guid.NewGuid().ToString();
        var asking = new { toProfessionalId = CasesHost.Stranger, reason = "Met verlof" };
        (await story.Peter.PostAsync($"{own}/handover", asking, key)).Status.ShouldBe(HttpStatusCode.Created);
        (await story.Peter.PostAsync($"{own}/handover", asking, key)).Status.ShouldBe(HttpStatusCode.Created);
        (await story.Coordinator.PostAsync($"{own}/ending", new { reason = "Klaar" })).Status.ShouldBe(HttpStatusCode.NoContent);

        var again = await story.Peter.PostAsync($"{own}/handover", asking, key);
        again.Status.ShouldBe(HttpStatusCode.NotFound, again.Text);
    }

    [Fact]
    public async Task The_family_of_another_case_finds_nothing()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.FillAsync();
        var goal = await story.GoalAsync("Samen eten");
        await story.PutForwardAsync();
        await ShouldFindNothingAsync(story, (await FamilyCase.OpenAsync(host)).Mother, goal);
    }

    [Fact]
    public async Task An_item_of_one_case_is_not_found_through_another_case_of_the_same_person()
    {
        var (one, two) = (await FamilyCase.OpenAsync(host), await FamilyCase.OpenAsync(host));
        var goal = await one.GoalAsync("Samen eten");
        var action = await one.ActionAsync(goal, new { text = "Koken" });
        var meeting = await one.Coordinator.PostAsync($"{one.Url}/meetings", new { startsAt = DateTimeOffset.UtcNow.AddDays(3), place = "Thuis" });
        (await two.Coordinator.PatchAsync($"{two.Url}/goals/{goal}", new { text = "x" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await two.Coordinator.DeleteAsync($"{two.Url}/actions/{action}", "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await two.Coordinator.PatchAsync($"{two.Url}/meetings/{meeting.Id}", new { place = "x" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_coordinator_plans_and_moves_a_round_table()
    {
        var story = await FamilyCase.OpenAsync(host);
        (await story.Coordinator.PostAsync($"{story.Url}/meetings", new { startsAt = DateTimeOffset.UtcNow.AddDays(-1), place = new string('x', 201) })).Errors
            .ShouldBe(["/place too-long", "/startsAt in-the-past"]);
        (await story.Peter.PostAsync($"{story.Url}/meetings", new { startsAt = DateTimeOffset.UtcNow.AddDays(3), place = "Thuis" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        var planned = await story.Coordinator.PostAsync($"{story.Url}/meetings", new { startsAt = DateTimeOffset.UtcNow.AddDays(3), place = "Thuis", purpose = "Eerste ronde" });
        planned.Status.ShouldBe(HttpStatusCode.Created, planned.Text);
        var moved = await story.Coordinator.PatchAsync($"{story.Url}/meetings/{planned.Id}", new { place = "School" }, planned.Tag);
        moved.Tag.ShouldBe("\"2\"");
        var stale = await story.Coordinator.PatchAsync($"{story.Url}/meetings/{planned.Id}", new { place = "Kantoor" }, planned.Tag);
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        ((string?)stale.Body!["current"]!["place"]).ShouldBe("School");
        (await story.Mother.GetAsync($"{story.Url}/meetings/{planned.Id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task ShouldFindNothingAsync(FamilyCase story, TestClient caller, Guid goal)
    {
        foreach (var path in new[] { "plan", $"goals/{goal}", "plan-versions", "plan-versions/1", "timeline", "access-log" })
        {
            var answer = await caller.GetAsync($"{story.Url}/{path}");
            answer.Status.ShouldBe(HttpStatusCode.NotFound, path);
            answer.Text.ShouldNotContain("Samen eten");
        }

        (await caller.PatchAsync($"{story.Url}/plan", new { ownGoal = "x" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await caller.PatchAsync($"{story.Url}/goals/{goal}", new { text = "x" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await caller.PostAsync($"{story.Url}/goals", new { text = "x", domain = "school" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await caller.PostAsync($"{story.Url}/agreements", new { text = "x", type = "process" })).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
