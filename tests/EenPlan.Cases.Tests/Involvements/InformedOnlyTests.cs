using System.Net;

namespace EenPlan.Cases.Tests.Involvements;

/// <summary>School or GP: the core of the plan and who helps, not why there is a case nor what professionals tell each other.</summary>
public sealed class InformedOnlyTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task Who_is_only_informed_does_not_read_why_there_is_a_case()
    {
        var story = await FamilyCase.OpenAsync(host);
        var school = (await story.School.GetAsync(story.Url)).Body!;
        school["criteria"]!.AsArray().ShouldBeEmpty();
        ((string?)school["legalGround"]!["code"]).ShouldBe("youth-act");
        ((string?)school["legalGround"]!["motivation"]).ShouldBeEmpty();
        foreach (var reader in new[] { story.Peter, story.Mother })
        {
            var whole = (await reader.GetAsync(story.Url)).Body!;
            ((string?)whole["criteria"]![0]).ShouldBe("youth-care");
            ((string?)whole["legalGround"]!["motivation"]).ShouldBe("Hulp is nodig.");
        }
    }

    [Fact]
    public async Task Who_is_only_informed_does_not_read_why_a_colleague_is_replaced()
    {
        var story = await FamilyCase.OpenAsync(host);
        var own = $"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Peter)}";
        (await story.Peter.PostAsync($"{own}/handover", new { toProfessionalId = CasesHost.Stranger, reason = "Langdurig ziek" })).Status.ShouldBe(HttpStatusCode.Created);
        (await story.Coordinator.GetAsync(story.Url)).Text.ShouldContain("Langdurig ziek");
        var school = await story.School.GetAsync(story.Url);
        school.Text.ShouldNotContain("Langdurig ziek");
        school.Body!["pendingHandovers"]!.AsArray().Count.ShouldBe(1);
    }
}
