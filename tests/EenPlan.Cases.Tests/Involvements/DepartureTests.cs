using System.Net;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Cases;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Tests.Involvements;

/// <summary>Who leaves an organisation leaves the cases in which they took part on its behalf.</summary>
public sealed class DepartureTests : IAsyncLifetime
{
    private readonly CasesHost _host = new();
    private readonly Guid _elsewhere = Guid.CreateVersion7();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_works_somewhere_else_or_nowhere_sees_nothing_any_more_of_the_cases_of_before(bool worksElsewhere)
    {
        var story = await FamilyCase.OpenAsync(_host);
        (await story.Peter.GetAsync(story.Url)).Status.ShouldBe(HttpStatusCode.OK);

        await _host.RegisterAsync(CasesHost.Peter, worksElsewhere ? _elsewhere : CasesHost.Organisation, active: worksElsewhere);

        (await story.Peter.GetAsync(story.Url)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await story.Peter.GetAsync("/cases/v1/cases")).Items.ShouldBeEmpty();
        ((string?)(await story.Mother.GetAsync(story.Url)).Body!["involvements"]!.AsArray().Single(row => (string?)row!["professionalId"] == CasesHost.Peter.ToString())!["status"]).ShouldBe("ended");
        (await _host.ToldAsync(story.Id)).TakeLast(2).ShouldBe([nameof(CaseAccessChanged), nameof(HelpEnded)]);
        await _host.CarriedAsync(story.Id);
        (await story.Mother.GetAsync($"{story.Url}/access-log")).Items.Select(line => $"{line!["actorKind"]} {line["action"]} {line["purpose"]}").ShouldContain("system end-involvement left-organisation");
    }

    [Fact]
    public async Task Other_contact_data_end_nothing()
    {
        var story = await FamilyCase.OpenAsync(_host);
        var before = await _host.ToldAsync(story.Id);
        await _host.RegisterAsync(CasesHost.Peter, CasesHost.Organisation);
        (await story.Peter.GetAsync(story.Url)).Status.ShouldBe(HttpStatusCode.OK);
        (await _host.ToldAsync(story.Id)).ShouldBe(before);
    }

    [Fact]
    public async Task When_the_coordinator_leaves_the_intake_worker_appoints_another_at_once()
    {
        var story = await FamilyCase.OpenAsync(_host);
        await _host.RegisterAsync(CasesHost.Jacqueline, _elsewhere);

        (await story.Coordinator.GetAsync(story.Url)).Status.ShouldBe(HttpStatusCode.NotFound);
        var seen = (await story.Intake.GetAsync(story.Url)).Body!;
        seen["coordinator"].ShouldBeNull();
        seen["capabilities"]!.AsArray().Select(code => (string?)code).ShouldContain("invite");
        (await story.Peter.PostAsync($"{story.Url}/coordinator", new { involvementId = story.InvolvementOf(CasesHost.Peter) })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await story.Intake.PostAsync($"{story.Url}/coordinator", new { involvementId = story.InvolvementOf(CasesHost.Peter) })).Status.ShouldBe(HttpStatusCode.NoContent);
        ((string?)(await story.Peter.GetAsync(story.Url)).Body!["myRole"]).ShouldBe("coordinator");
    }

    [Fact]
    public async Task When_the_intake_worker_left_too_whoever_takes_part_appoints_one_but_not_who_is_only_informed()
    {
        var story = await FamilyCase.OpenAsync(_host);
        await _host.RegisterAsync(CasesHost.Hanneke, _elsewhere);
        (await story.Peter.PostAsync($"{story.Url}/coordinator", new { involvementId = story.InvolvementOf(CasesHost.Peter) })).Status.ShouldBe(HttpStatusCode.Forbidden);
        await _host.RegisterAsync(CasesHost.Jacqueline, _elsewhere);

        var choice = new { involvementId = story.InvolvementOf(CasesHost.Peter) };
        (await story.School.PostAsync($"{story.Url}/coordinator", choice)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await story.Peter.GetAsync(story.Url)).Body!["capabilities"]!.AsArray().Select(code => (string?)code).ShouldContain("appoint-coordinator");
        (await story.Peter.PostAsync($"{story.Url}/coordinator", choice)).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task What_waited_for_an_answer_of_who_left_waits_no_longer()
    {
        var story = await FamilyCase.OpenAsync(_host);
        var stranger = _host.As(CasesHost.Stranger);
        var invited = await story.Coordinator.PostAsync($"{story.Url}/involvements", new { professionalId = CasesHost.Stranger, kind = "professional" });
        var other = await FamilyCase.OpenAsync(_host);
        var asked = await other.Coordinator.PostAsync($"{other.Url}/involvements/{other.InvolvementOf(CasesHost.Peter)}/handover", new { toProfessionalId = CasesHost.Stranger, reason = "Met verlof" });
        asked.Status.ShouldBe(HttpStatusCode.Created);

        await _host.RegisterAsync(CasesHost.Stranger, _elsewhere);

        (await stranger.PostAsync($"/cases/v1/invitations/{invited.Id}/acceptance")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync($"/cases/v1/handovers/{asked.Id}/acceptance")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _host.ToldAsync(story.Id))[^1].ShouldBe(nameof(InvitationRefused));
        (await _host.ToldAsync(other.Id))[^1].ShouldBe(nameof(HandoverRefused));
        (await other.Coordinator.GetAsync(other.Url)).Body!["pendingHandovers"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_directory_that_tells_everything_again_ends_nothing_of_today()
    {
        var longAgo = _host.Clock.GetUtcNow();
        var story = await FamilyCase.OpenAsync(_host);
        var moved = _host.Clock.GetUtcNow();
        await _host.RegisterAsync(CasesHost.Peter, _elsewhere, at: moved);
        var again = await story.Coordinator.PostAsync($"{story.Url}/involvements", new { professionalId = CasesHost.Peter, kind = "professional" });
        (await story.Peter.PostAsync($"/cases/v1/invitations/{again.Id}/acceptance")).Status.ShouldBe(HttpStatusCode.NoContent);

        await _host.RegisterAsync(CasesHost.Peter, CasesHost.Organisation, at: longAgo);
        await _host.RegisterAsync(CasesHost.Peter, _elsewhere, at: moved);

        (await story.Peter.GetAsync(story.Url)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_invitation_for_where_somebody_no_longer_works_cannot_be_accepted()
    {
        var story = await FamilyCase.OpenAsync(_host);
        var moved = _host.Clock.GetUtcNow();
        var invited = await story.Coordinator.PostAsync($"{story.Url}/involvements", new { professionalId = CasesHost.Stranger, kind = "professional" });
        await _host.RegisterAsync(CasesHost.Stranger, _elsewhere, at: moved);
        (await _host.As(CasesHost.Stranger).PostAsync($"/cases/v1/invitations/{invited.Id}/acceptance")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
