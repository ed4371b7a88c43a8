using System.Net;
using EenPlan.Testing;

namespace EenPlan.Cases.Tests.Expectations;

/// <summary>What somebody who looks closely tried to find out from the check, and must not.</summary>
public sealed class SecretsTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task The_number_of_a_finding_follows_from_what_its_reader_is_shown()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.CardAsync(story.School, CasesHost.Els, new { reason = "Mentor", wants = Subject("home", story.ChildId) });
        await story.CardAsync(story.Peter, CasesHost.Peter, new { reason = "Behandeling", gives = Subject("home.daily", story.ChildId) });
        var school = await story.School.FindingAsync(story, "want-partly");
        var whole = await story.Peter.FindingAsync(story, "want-partly");
        await story.CardAsync(story.Peter, CasesHost.Peter, new { gives = Subject("home.safety", story.ChildId) });
        (await story.School.FindingAsync(story, "want-partly"))["version"]!.ToString().ShouldBe(school["version"]!.ToString(), "what others tell each other does not show in it");
        (await story.Peter.FindingAsync(story, "want-partly"))["version"]!.ToString().ShouldNotBe(whole["version"]!.ToString());
    }

    [Fact]
    public async Task School_reads_no_agreement_that_it_is_no_party_to()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.CardAsync(story.School, CasesHost.Els, new { reason = "Mentor", wants = Subject("home", story.ChildId) });
        var unmet = await story.School.FindingAsync(story, "want-unmet");
        await story.Coordinator.PostAsync($"{story.Url}/agreements", new
        {
            text = "Tussen ons.", type = "information", parties = new[] { new { kind = "professional", id = story.InvolvementOf(CasesHost.Peter) } }, finding = (string?)unmet["id"],
        });
        (await story.Peter.FindingAsync(story, "want-unmet"))["agreements"]!.AsArray().Count.ShouldBe(1);
        (await story.School.FindingAsync(story, "want-unmet"))["agreements"]!.AsArray().ShouldBeEmpty();
        (await story.Mother.GetAsync($"{story.Url}/plan")).Text.ShouldNotContain((string)unmet["id"]!);
    }

    [Fact]
    public async Task Nobody_settles_other_words_than_were_read()
    {
        var story = await FamilyCase.OpenAsync(host);
        var goal = await story.GoalAsync("Bewegen");
        var action = await story.ActionAsync(goal, new { text = "Een fiets zoeken" });
        var read = await story.Mother.FindingAsync(story, "action-without-actor");
        var url = $"{story.Url}/actions/{action}";
        (await story.Coordinator.PatchAsync(url, new { text = "Elke week naar de dokter" }, (await story.Coordinator.GetAsync(url)).Tag)).Status.ShouldBe(HttpStatusCode.OK);
        (await story.Mother.SettleAsync(story, read)).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await story.Mother.GetAsync(url)).Body!["actor"].ShouldBeNull();
    }

    [Fact]
    public async Task The_family_is_told_only_of_whom_it_is_so()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.CardAsync(story.Peter, CasesHost.Peter, new { reason = "Behandeling", gives = Subject("home", story.ChildId) });
        await story.CardAsync(story.Coordinator, CasesHost.Jacqueline, new { reason = "Veiligheid", wants = Subject("home", story.MotherId, story.ChildId) });
        (await story.HideCardAsync(CasesHost.Peter)).ShouldBeNull();
        ((string?)(await story.Mother.FindingAsync(story, "want-unmet"))["sentence"]!["nl"]).ShouldBe("Niemand vertelt Jacqueline hoe het thuis gaat (Fatima).");
    }

    [Fact]
    public async Task A_stand_in_is_a_colleague_and_a_hidden_one_has_no_name_for_the_family()
    {
        var story = await FamilyCase.OpenAsync(host);
        await host.RegisterAsync(CasesHost.Els, Guid.CreateVersion7());
        var card = $"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Jacqueline)}";
        foreach (var wrong in new[] { Guid.CreateVersion7(), CasesHost.Jacqueline, CasesHost.Els })
        {
            var refused = await story.Coordinator.PatchAsync(card, new { standInId = wrong }, (await story.Coordinator.GetAsync(card)).Tag);
            ((string?)refused.Body!["errors"]![0]!["code"]).ShouldBe("not-a-colleague");
        }

        await story.CardAsync(story.Coordinator, CasesHost.Jacqueline, new { standInId = CasesHost.Peter });
        ((string?)(await story.Mother.GetAsync(card)).Body!["standIn"]!["name"]).ShouldBe("Peter Verzonnen");
        (await story.HideCardAsync(CasesHost.Peter)).ShouldBeNull();
        foreach (var place in new[] { card, story.Url })
        {
            (await story.Mother.GetAsync(place)).Text.ShouldNotContain(CasesHost.Peter.ToString(), Case.Insensitive);
        }
    }

    [Fact]
    public async Task What_was_settled_takes_up_no_room_on_the_agenda()
    {
        var story = await FamilyCase.OpenAsync(host);
        var finding = await story.Coordinator.FindingAsync(story, "evaluation-date-missing");
        await story.Coordinator.PostAsync($"{story.Url}/agenda", new { finding = (string?)finding["id"] });
        (await story.Coordinator.SettleAsync(story, finding)).Status.ShouldBe(HttpStatusCode.NoContent);
        await story.Mother.PostAsync($"{story.Url}/agenda", new { subject = "Iets anders" });
        (await host.Host.WithAsync<EenPlan.Cases.Persistence.CasesDb, int>(db => Task.FromResult(db.Agenda.Count(row => row.CaseId == story.Id)))).ShouldBe(1);
    }

    [Fact]
    public async Task Who_looked_does_not_betray_what_is_done_with_a_finding_about_something_hidden()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.CardAsync(story.Peter, CasesHost.Peter, new { reason = "Behandeling", period = new { until = host.Clock.Day(-3) } });
        (await story.HideCardAsync(CasesHost.Peter)).ShouldBeNull();
        var hidden = await story.Coordinator.FindingAsync(story, "period-over");
        (await story.Coordinator.SetAsideAsync(story, hidden, new { reason = "Dat loopt." })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await story.Coordinator.PostAsync($"{story.Url}/agenda", new { finding = (string?)hidden["id"] })).Status.ShouldBe(HttpStatusCode.Created);
        await host.CarriedAsync(story.Id);
        (await story.LoggedAsync(story.Mother)).Intersect(["set-finding-aside", "add-agenda-item"]).ShouldBeEmpty();
        (await story.LoggedAsync(story.Coordinator)).Intersect(["set-finding-aside", "add-agenda-item"]).Count().ShouldBe(2);
    }

    private static object[] Subject(string subject, params Guid[] about) => [new { subject, about }];
}
