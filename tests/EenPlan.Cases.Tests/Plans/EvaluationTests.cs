using System.Net;
using EenPlan.Contracts.Cases;

namespace EenPlan.Cases.Tests.Plans;

/// <summary>Family and team look back, and agree when they do so next.</summary>
public sealed class EvaluationTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task Looking_back_sets_the_next_date_and_says_which_date_it_was_for()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.FillAsync();
        var added = await story.Coordinator.PostAsync($"{story.Url}/evaluations", new { heldOn = host.Clock.Day(0), nextDate = host.Clock.Day(60), words = "De ochtenden gaan beter." });
        added.Status.ShouldBe(HttpStatusCode.Created, added.Text);
        ((string?)added.Body!["plannedFor"], (string?)added.Body["recordedBy"]).ShouldBe((host.Clock.Day(35), "Jacqueline Fictief"));
        ((string?)(await story.Mother.GetAsync($"{story.Url}/plan")).Body!["evaluationDate"]).ShouldBe(host.Clock.Day(60));
        (await host.ToldAsync(story.Id)).TakeLast(2).ShouldBe([nameof(EvaluationHeld), nameof(PlanChanged)]);
        ((string?)(await story.Mother.GetAsync($"{story.Url}/timeline")).Items[1]!["kind"]).ShouldBe("evaluation-held");

        var read = await story.Mother.GetAsync($"{story.Url}/evaluations");
        read.Items.Select(item => (string?)item!["words"]).ShouldBe(["De ochtenden gaan beter."]);
        (await story.Mother.GetAsync($"{story.Url}/evaluations/{added.Id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await story.School.GetAsync($"{story.Url}/evaluations")).Items[0]!["words"].ShouldBeNull("what they learned is between the family and who takes part");
    }

    [Fact]
    public async Task Without_a_next_date_the_plan_has_none_and_the_last_time_stands_first()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.FillAsync();
        await story.Coordinator.PostAsync($"{story.Url}/evaluations", new { heldOn = host.Clock.Day(0), words = "Eerst" });
        (await story.Coordinator.GetAsync($"{story.Url}/plan")).Body!["evaluationDate"].ShouldBeNull();
        var second = await story.Coordinator.PostAsync($"{story.Url}/evaluations", new { heldOn = host.Clock.Day(0), words = "Daarna" });
        second.Body!["plannedFor"].ShouldBeNull();
        (await host.ToldAsync(story.Id))[^1].ShouldBe(nameof(EvaluationHeld), "nothing changed at the head of the plan");
        (await story.Peter.GetAsync($"{story.Url}/evaluations")).Items.Select(item => (string?)item!["words"]).ShouldBe(["Daarna", "Eerst"]);
    }

    [Fact]
    public async Task Only_who_leads_records_it()
    {
        var story = await FamilyCase.OpenAsync(host);
        var body = new { heldOn = host.Clock.Day(0) };
        foreach (var other in new[] { story.Peter, story.Intake, story.School, story.Mother })
        {
            (await other.PostAsync($"{story.Url}/evaluations", body)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await host.As(CasesHost.Stranger).PostAsync($"{story.Url}/evaluations", body)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.As(CasesHost.Stranger).GetAsync($"{story.Url}/evaluations")).Status.ShouldBe(HttpStatusCode.NotFound);
        var elsewhere = await FamilyCase.OpenAsync(host);
        var there = await elsewhere.Coordinator.PostAsync($"{elsewhere.Url}/evaluations", body);
        (await story.Coordinator.GetAsync($"{story.Url}/evaluations/{there.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Days_that_cannot_be_are_all_told_at_once()
    {
        var story = await FamilyCase.OpenAsync(host);
        (await story.Coordinator.PostAsync($"{story.Url}/evaluations", new { heldOn = host.Clock.Day(1), nextDate = host.Clock.Day(0) })).Errors.ShouldBe(["/heldOn in-the-future", "/nextDate in-the-past"]);
        (await story.Coordinator.PostAsync($"{story.Url}/evaluations", new { heldOn = host.Clock.Day(-1) })).Errors.ShouldBe(["/heldOn before-opening"]);
        (await story.Coordinator.PostAsync($"{story.Url}/evaluations", new { })).Errors.ShouldBe(["/heldOn required"]);
        (await story.Coordinator.GetAsync($"{story.Url}/evaluations")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repeated_request_records_it_once_and_an_older_plan_is_not_overwritten()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.FillAsync();
        var read = await story.Mother.GetAsync($"{story.Url}/plan");
        var body = new { heldOn = host.Clock.Day(0), nextDate = host.Clock.Day(40) };
        var first = await story.Coordinator.PostAsync($"{story.Url}/evaluations", body, "once");
        (await story.Coordinator.PostAsync($"{story.Url}/evaluations", body, "once")).Id.ShouldBe(first.Id);
        (await story.Coordinator.GetAsync($"{story.Url}/evaluations")).Items.Count.ShouldBe(1);
        (await story.Mother.PatchAsync($"{story.Url}/plan", new { evaluationDate = host.Clock.Day(20) }, read.Tag)).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
    }
}
