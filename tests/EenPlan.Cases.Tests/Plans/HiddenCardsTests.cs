using System.Net;
using EenPlan.Cases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Tests.Plans;

/// <summary>A hidden card hides a person: the family does not know that anybody like that takes part.</summary>
public sealed class HiddenCardsTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task A_hidden_card_is_a_person_that_the_family_does_not_know_of()
    {
        var story = await FamilyCase.OpenAsync(host);
        var peter = $"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Peter)}";
        var tag = (await story.Coordinator.GetAsync(peter)).Tag;
        (await story.Peter.PatchAsync(peter, new { hiddenFromFamily = story.Hidden() }, tag)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await story.Mother.GetAsync(story.Url)).Text.ShouldContain("Peter Verzonnen");

        var hidden = await story.Coordinator.PatchAsync(peter, new { hiddenFromFamily = story.Hidden() }, tag);
        hidden.Status.ShouldBe(HttpStatusCode.OK, hidden.Text);
        foreach (var path in new[] { "", "/plan", "/timeline", "/access-log" })
        {
            (await story.Mother.GetAsync(story.Url + path)).Text.ShouldNotContain("Peter Verzonnen", Case.Sensitive, path);
        }

        (await story.Mother.GetAsync(peter)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await story.Coordinator.PatchAsync(peter, new { hiddenFromFamily = (object?)null }, hidden.Tag)).Status.ShouldBe(HttpStatusCode.OK);
        (await story.Mother.GetAsync(story.Url)).Text.ShouldContain("Peter Verzonnen");
    }

    [Fact]
    public async Task No_other_card_points_the_family_to_a_hidden_one()
    {
        var story = await FamilyCase.OpenAsync(host);
        var peter = story.InvolvementOf(CasesHost.Peter);
        var own = $"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Jacqueline)}";
        var school = $"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Els)}";
        var card = new
        {
            wants = new[] { new { subject = "wellbeing.treatment", about = new[] { story.ChildId }, from = peter } }, contactFrequencies = new[] { new { counterpartId = peter, frequency = "weekly" } },
        };
        (await story.Coordinator.PatchAsync(own, card, (await story.Coordinator.GetAsync(own)).Tag)).Status.ShouldBe(HttpStatusCode.OK);
        (await story.Coordinator.PostAsync($"{school}/ending", new { reason = "Klaar", takenOverBy = peter })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await story.Mother.GetAsync(own)).Text.ShouldContain(peter.ToString());

        (await story.HideCardAsync(CasesHost.Peter)).ShouldBeNull();
        foreach (var path in new[] { story.Url, own, school })
        {
            (await story.Mother.GetAsync(path)).Text.ShouldNotContain(peter.ToString(), Case.Sensitive, path);
        }

        // The subject itself stays: the family knows what is asked about it.
        (await story.Mother.GetAsync(own)).Body!["wants"]!.AsArray().Count.ShouldBe(1);
        (await story.Coordinator.GetAsync(own)).Text.ShouldContain(peter.ToString());
    }

    [Fact]
    public async Task Nothing_that_happens_with_a_hidden_card_is_told_to_the_family()
    {
        var story = await FamilyCase.OpenAsync(host);
        var peter = $"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Peter)}";
        (await story.HideCardAsync(CasesHost.Peter)).ShouldBeNull();
        var asked = await story.Coordinator.PostAsync($"{peter}/handover", new { toProfessionalId = CasesHost.Stranger, reason = "Met verlof" });
        (await host.As(CasesHost.Stranger).PostAsync($"/cases/v1/handovers/{asked.Id}/refusal")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await story.Coordinator.PostAsync($"{peter}/ending", new { reason = "Klaar" })).Status.ShouldBe(HttpStatusCode.NoContent);

        var invited = await story.Coordinator.PostAsync($"{story.Url}/involvements", new { professionalId = CasesHost.Stranger, kind = "professional" });
        (await story.Coordinator.PatchAsync($"{story.Url}/involvements/{invited.Id}", new { hiddenFromFamily = story.Hidden() }, invited.Tag)).Status.ShouldBe(HttpStatusCode.OK);
        (await host.As(CasesHost.Stranger).PostAsync($"/cases/v1/invitations/{invited.Id}/acceptance")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await ToldAsync(story, story.InvolvementOf(CasesHost.Peter))).ShouldBe(["ProfessionalInvited", "ProfessionalJoined"]);
        (await ToldAsync(story, invited.Id)).ShouldBe(["ProfessionalInvited"]);
        await host.CarriedAsync(story.Id);
        (await story.LoggedAsync(story.Mother)).ShouldNotContain(action => action!.EndsWith("-handover", StringComparison.Ordinal));
        (await story.LoggedAsync(story.Coordinator)).ShouldContain("propose-handover");
    }

    [Fact]
    public async Task Who_coordinates_or_is_asked_to_is_never_hidden()
    {
        var story = await FamilyCase.OpenAsync(host);
        (await story.HideCardAsync(CasesHost.Jacqueline)).ShouldBe("hidden-coordinator");
        (await story.HideCardAsync(CasesHost.Peter)).ShouldBeNull();
        var asked = await story.Coordinator.PostAsync($"{story.Url}/coordinator", new { involvementId = story.InvolvementOf(CasesHost.Peter) });
        ((string?)asked.Body?["code"]).ShouldBe("hidden-coordinator");

        var other = await FamilyCase.OpenAsync(host);
        (await other.Coordinator.PostAsync($"{other.Url}/coordinator", new { involvementId = other.InvolvementOf(CasesHost.Peter) })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await other.HideCardAsync(CasesHost.Peter)).ShouldBe("hidden-coordinator");
    }

    /// <summary>Events about a card that other services may tell the family, in order.</summary>
    private async Task<List<string>> ToldAsync(FamilyCase story, Guid involvement)
    {
        var id = involvement.ToString();
        var types = await host.Host.WithAsync<CasesDb, List<string>>(db => db.Journal.Where(row => row.CaseId == story.Id && !row.HiddenFromFamily && row.Data.Contains(id))
            .OrderBy(row => row.CaseVersion).ThenBy(row => row.Ordinal).Select(row => row.Type).ToListAsync());
        return types.ConvertAll(type => type[(type.LastIndexOf('.') + 1)..]);
    }
}
