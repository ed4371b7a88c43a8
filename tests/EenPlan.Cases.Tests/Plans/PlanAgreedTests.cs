using System.Net;
using EenPlan.Contracts.Cases;
using EenPlan.Testing;

namespace EenPlan.Cases.Tests.Plans;

/// <summary>The moment that everybody agrees is told once per version.</summary>
public sealed class PlanAgreedTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task With_the_last_yes_the_plan_is_agreed_once()
    {
        var story = await PutForwardAsync();
        await AnswerAsync(story.Mother, story, "agrees");
        (await AgreedAsync(story)).ShouldBe(0);
        await AnswerAsync(host.AsFamily(story.ChildId), story, "disagrees");
        (await AgreedAsync(story)).ShouldBe(0);
        await AnswerAsync(host.AsFamily(story.ChildId), story, "agrees");
        (await host.ToldAsync(story.Id)).TakeLast(2).ShouldBe([nameof(PlanAnswered), nameof(PlanAgreed)]);
        ((string?)(await story.Mother.GetAsync($"{story.Url}/timeline")).Items[0]!["kind"]).ShouldBe("plan-agreed");

        await AnswerAsync(story.Mother, story, "disagrees");
        await AnswerAsync(story.Mother, story, "agrees");
        (await AgreedAsync(story)).ShouldBe(1);

        await story.GoalAsync("Nog een doel");
        (await story.PutForwardAsync()).Status.ShouldBe(HttpStatusCode.Created);
        await AnswerAsync(story.Mother, story, "agrees", 2);
        await AnswerAsync(host.AsFamily(story.ChildId), story, "agrees", 2);
        (await AgreedAsync(story)).ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Also_when_who_had_not_answered_has_no_access_any_more(bool leavesTheHousehold)
    {
        var story = await PutForwardAsync();
        await AnswerAsync(story.Mother, story, "agrees");
        var child = $"{story.Url}/household/{story.ChildId}";
        var version = (await story.Coordinator.GetAsync(story.Url)).Body!["household"]![1]!["version"];
        var gone = leavesTheHousehold ? await story.Coordinator.DeleteAsync(child, $"\"{version}\"") : await story.Coordinator.DeleteAsync($"{child}/access", null);
        gone.Status.ShouldBe(HttpStatusCode.NoContent, gone.Text);
        (await host.ToldAsync(story.Id)).TakeLast(2).ShouldBe([nameof(HouseholdChanged), nameof(PlanAgreed)]);
        ((string?)(await story.Mother.GetAsync($"{story.Url}/plan")).Body!["status"]).ShouldBe("agreed");
    }

    private async Task<FamilyCase> PutForwardAsync()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.GiveAccessAsync(story.ChildId);
        await story.FillAsync();
        (await story.PutForwardAsync()).Status.ShouldBe(HttpStatusCode.Created);
        return story;
    }

    private static async Task AnswerAsync(TestClient by, FamilyCase story, string answer, int version = 1) =>
        (await by.PostAsync($"{story.Url}/plan-versions/{version}/approvals", new { answer })).Status.ShouldBe(HttpStatusCode.Created);

    private async Task<int> AgreedAsync(FamilyCase story) => (await host.ToldAsync(story.Id)).Count(type => type == nameof(PlanAgreed));
}
