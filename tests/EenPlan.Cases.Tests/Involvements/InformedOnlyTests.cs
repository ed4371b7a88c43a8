using System.Net;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Cases;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;

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
    public async Task Who_is_only_informed_is_not_told_how_a_treatment_stands_also_when_the_card_asks_for_it()
    {
        var story = await FamilyCase.OpenAsync(host);
        var asks = new { wants = new[] { new { subject = "wellbeing.treatment", about = new[] { story.MotherId } } } };
        await ChangeCardAsync(story.Peter, story, CasesHost.Peter, new { leadPractitionerOf = new[] { story.MotherId } });
        await ChangeCardAsync(story.Coordinator, story, CasesHost.Jacqueline, asks);
        await ChangeCardAsync(story.School, story, CasesHost.Els, asks);
        (await story.Peter.PostAsync($"{story.Url}/treatment-status", new { memberId = story.MotherId, status = "started" })).Status.ShouldBe(HttpStatusCode.NoContent);

        var told = await host.Host.WithAsync<CasesDb, string>(db => db.Journal.Where(row => row.CaseId == story.Id && row.Type == typeof(TreatmentStatusChanged).FullName).Select(row => row.Data).SingleAsync());
        told.ShouldContain(CasesHost.Jacqueline.ToString());
        told.ShouldNotContain(CasesHost.Els.ToString());
        (await KindsAsync(story.Coordinator, story)).ShouldContain("treatment-status-changed");
        (await KindsAsync(story.School, story)).ShouldNotContain("treatment-status-changed");
    }

    [Fact]
    public async Task Who_becomes_informed_only_no_longer_reads_how_a_treatment_stood()
    {
        var story = await FamilyCase.OpenAsync(host);
        await ChangeCardAsync(story.Coordinator, story, CasesHost.Jacqueline, new { leadPractitionerOf = new[] { story.MotherId } });
        await ChangeCardAsync(story.Peter, story, CasesHost.Peter, new { wants = new[] { new { subject = "wellbeing.treatment", about = new[] { story.MotherId } } } });
        (await story.Coordinator.PostAsync($"{story.Url}/treatment-status", new { memberId = story.MotherId, status = "started" })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await KindsAsync(story.Peter, story)).ShouldContain("treatment-status-changed");

        await ChangeCardAsync(story.Coordinator, story, CasesHost.Peter, new { kind = "information-only" });
        (await KindsAsync(story.Peter, story)).ShouldNotContain("treatment-status-changed");
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

    [Fact]
    public async Task Who_is_only_informed_reads_that_help_ended_as_the_updates_say_but_not_why()
    {
        var story = await FamilyCase.OpenAsync(host);
        (await story.Peter.PostAsync($"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Peter)}/ending", new { reason = "Langdurig ziek" })).Status.ShouldBe(HttpStatusCode.NoContent);

        (await KindsAsync(story.School, story)).ShouldContain("help-ended");
        (await story.School.GetAsync($"{story.Url}/timeline")).Text.ShouldNotContain("Langdurig ziek");
    }

    private static async Task ChangeCardAsync(TestClient who, FamilyCase story, Guid professional, object changes)
    {
        var card = $"{story.Url}/involvements/{story.InvolvementOf(professional)}";
        var changed = await who.PatchAsync(card, changes, (await who.GetAsync(card)).Tag);
        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Text);
    }

    private static async Task<List<string?>> KindsAsync(TestClient who, FamilyCase story) =>
        [.. (await who.GetAsync($"{story.Url}/timeline")).Items.Select(item => (string?)item!["kind"])];
}
