using System.Net;
using EenPlan.Testing;

namespace EenPlan.Cases.Tests.Expectations;

/// <summary>What people want to talk about at the next round table.</summary>
public sealed class AgendaTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task A_finding_on_the_agenda_goes_by_itself_when_it_is_settled()
    {
        var story = await FamilyCase.OpenAsync(host);
        var finding = await story.Coordinator.FindingAsync(story, "evaluation-date-missing");
        var item = await story.Peter.PostAsync($"{story.Url}/agenda", new { finding = (string?)finding["id"] });
        item.Status.ShouldBe(HttpStatusCode.Created, item.Text);
        ((string?)item.Body!["subject"]!["nl"]).ShouldBe("Er is nog geen datum om samen terug te kijken.");
        ((string?)item.Body["addedBy"]).ShouldBe("Peter Verzonnen");
        ((string?)(await story.Mother.FindingAsync(story, "evaluation-date-missing"))["agendaItemId"]).ShouldBe(item.Id.ToString());
        ((string?)(await story.Mother.PostAsync($"{story.Url}/agenda", new { finding = (string?)finding["id"] })).Body!["code"]).ShouldBe("on-agenda-already");

        (await story.Coordinator.SettleAsync(story, finding)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await story.Mother.GetAsync($"{story.Url}/agenda")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_family_puts_its_own_subject_on_the_agenda_and_it_is_ticked_after_the_talk()
    {
        var story = await FamilyCase.OpenAsync(host);
        var key = Guid.NewGuid().ToString();
        var item = await story.Mother.PostAsync($"{story.Url}/agenda", new { subject = "Wie haalt Sami op?" }, key);
        (await story.Mother.PostAsync($"{story.Url}/agenda", new { subject = "Wie haalt Sami op?" }, key)).Id.ShouldBe(item.Id, "a repeated request adds nothing");
        (await story.Peter.GetAsync($"{story.Url}/agenda")).Items.Select(row => (string?)row!["subject"]!["nl"]).ShouldBe(["Wie haalt Sami op?"]);
        (await story.School.GetAsync($"{story.Url}/agenda")).Items.ShouldBeEmpty("school hears the core");

        var url = $"{story.Url}/agenda/{item.Id}";
        (await story.Peter.PatchAsync(url, new { discussed = true }, item.Tag)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await story.Peter.DeleteAsync(url, item.Tag)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var ticked = await story.Coordinator.PatchAsync(url, new { discussed = true }, item.Tag);
        ticked.Body!["discussedAt"].ShouldNotBeNull();
        (await story.Mother.PatchAsync(url, new { discussed = false }, item.Tag)).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await story.Mother.DeleteAsync(url, ticked.Tag)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await story.Coordinator.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_finding_or_an_own_subject_and_not_both_or_neither()
    {
        var story = await FamilyCase.OpenAsync(host);
        foreach (var body in new object[] { new { }, new { finding = "x", subject = "y" }, new { subject = new string('x', 501) } })
        {
            (await story.Coordinator.PostAsync($"{story.Url}/agenda", body)).Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await host.As(CasesHost.Stranger).GetAsync($"{story.Url}/agenda")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
