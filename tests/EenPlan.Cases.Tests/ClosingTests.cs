using System.Net;
using EenPlan.Contracts.Cases;
using EenPlan.Testing;

namespace EenPlan.Cases.Tests;

/// <summary>A closed case can be read by whoever could read it, and changed by nobody.</summary>
public sealed class ClosingTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task The_coordinator_closes_with_a_reason_and_everybody_reads_on()
    {
        var story = await FamilyCase.OpenAsync(host);
        var before = await story.Coordinator.GetAsync(story.Url);
        var closed = await story.CloseAsync("by-agreement", "Het gaat goed met jullie.");
        closed.Status.ShouldBe(HttpStatusCode.OK, closed.Text);
        closed.Tag.ShouldNotBe(before.Tag);

        foreach (var reader in (TestClient[])[story.Mother, story.Peter, story.Intake])
        {
            var seen = (await reader.GetAsync(story.Url)).Body!;
            ((string?)seen["status"]).ShouldBe("closed");
            ((string?)seen["closing"]!["endReason"]).ShouldBe("by-agreement");
            ((string?)seen["closing"]!["words"]).ShouldBe("Het gaat goed met jullie.");
            ((string?)seen["closing"]!["closedOn"]).ShouldBe(host.Clock.Day(0));
            (await reader.GetAsync($"{story.Url}/plan")).Status.ShouldBe(HttpStatusCode.OK);
        }

        ((string?)(await story.Mother.GetAsync($"{story.Url}/timeline")).Items[0]!["kind"]).ShouldBe("case-closed");
        (await host.As(CasesHost.Stranger).GetAsync(story.Url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_is_only_informed_learns_that_it_was_closed_and_not_why()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.CloseAsync("family-stopped", "Jullie wilden niet verder.");
        var seen = (await story.School.GetAsync(story.Url)).Body!;
        ((string?)seen["status"]).ShouldBe("closed");
        seen["closing"]!["endReason"].ShouldBeNull();
        seen["closing"]!["words"].ShouldBeNull();
        var told = (await story.School.GetAsync($"{story.Url}/timeline")).Items[0]!;
        ((string?)told["kind"]).ShouldBe("case-closed");
        told["data"]!["endReason"].ShouldBeNull();
        ((string?)(await story.Peter.GetAsync($"{story.Url}/timeline")).Items[0]!["data"]!["endReason"]).ShouldBe("family-stopped");
    }

    [Fact]
    public async Task Nothing_in_it_changes_any_more_and_what_to_do_is_said()
    {
        var story = await FamilyCase.OpenAsync(host);
        var goal = await story.GoalAsync("Samen eten");
        await story.CloseAsync();
        var peters = $"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Peter)}";
        Answer[] refused =
        [
            await story.Mother.PatchAsync($"{story.Url}/plan", new { ownGoal = "Rust" }, "\"1\""), await story.Coordinator.PatchAsync($"{story.Url}/goals/{goal}", new { text = "Anders" }, "\"1\""),
            await story.Coordinator.PostAsync($"{story.Url}/agreements", new { text = "Wij bellen", type = "process" }), await story.Peter.PatchAsync(peters, new { reason = "Anders" }, "\"1\""),
            await story.Peter.PostAsync($"{peters}/ending", new { reason = "Klaar" }), await story.Coordinator.PostAsync($"{story.Url}/evaluations", new { heldOn = host.Clock.Day(0) }),
            await story.Coordinator.PostAsync($"{story.Url}/involvements", new { professionalId = CasesHost.Stranger, kind = "professional" }),
            await story.Coordinator.PostAsync($"{story.Url}/household/{story.ChildId}/invitation"), await story.Coordinator.PatchAsync(story.Url, new { method = "giz" }, "\"1\""),
            await story.Coordinator.PostAsync($"{story.Url}/meetings", new { startsAt = $"{host.Clock.Day(5)}T10:00:00Z", place = "Thuis" }), await story.CloseAsync(),
        ];
        foreach (var answer in refused)
        {
            answer.Status.ShouldBe(HttpStatusCode.Conflict, answer.Text);
            ((string?)answer.Body!["code"]).ShouldBe("case-closed");
            ((string)answer.Body["detail"]!).ShouldContain("opens it again");
        }

        (await story.Coordinator.GetAsync(story.Url)).Body!["capabilities"]!.AsArray().Select(code => (string?)code).ShouldBe(["see-access-log", "reopen-case"]);
        (await story.Mother.GetAsync(story.Url)).Body!["capabilities"]!.AsArray().Select(code => (string?)code).ShouldBe(["see-access-log"]);
    }

    [Fact]
    public async Task Only_who_leads_closes_and_only_who_leads_or_did_the_intake_opens_it_again()
    {
        var story = await FamilyCase.OpenAsync(host);
        foreach (var other in (TestClient[])[story.Peter, story.Intake, story.School, story.Mother])
        {
            (await story.CloseAsync(by: other)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await story.CloseAsync(by: host.As(CasesHost.Stranger))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await story.ReopenAsync()).Body!["code"]!.GetValue<string>().ShouldBe("case-open");
        await story.CloseAsync();
        foreach (var other in (TestClient[])[story.Peter, story.School, story.Mother])
        {
            (await story.ReopenAsync(by: other)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await story.ReopenAsync(by: host.As(CasesHost.Stranger))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await story.ReopenAsync(by: story.Intake)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Opened_again_everybody_goes_on_where_they_were()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.CloseAsync();
        var opened = await story.ReopenAsync("De school belde.");
        opened.Status.ShouldBe(HttpStatusCode.OK, opened.Text);
        ((string?)opened.Body!["status"]).ShouldBe("open");
        ((string?)opened.Body["closing"]!["reopenedOn"]).ShouldBe(host.Clock.Day(0));
        ((string?)(await story.Mother.GetAsync(story.Url)).Body!["closing"]!["reopeningWords"]).ShouldBe("De school belde.");
        ((string?)(await story.Mother.GetAsync($"{story.Url}/timeline")).Items[0]!["kind"]).ShouldBe("case-reopened");
        await story.FillAsync();
        var peters = $"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Peter)}";
        (await story.Peter.PatchAsync(peters, new { reason = "Rust brengen" }, (await story.Peter.GetAsync(peters)).Tag)).Status.ShouldBe(HttpStatusCode.OK);
        (await story.CloseAsync("moved")).Status.ShouldBe(HttpStatusCode.OK);
        (await story.Mother.GetAsync(story.Url)).Body!["closing"]!["reopenedOn"].ShouldBeNull();
    }

    [Fact]
    public async Task Lists_and_counts_keep_open_and_closed_apart()
    {
        var (open, closed) = (await FamilyCase.OpenAsync(host), await FamilyCase.OpenAsync(host));
        var count = await CountAsync(open);
        await closed.CloseAsync();
        (await CountAsync(open)).ShouldBe(count - 1);
        (await ListedAsync(open, "?status=open")).ShouldNotContain($"{closed.Id} closed {host.Clock.Day(0)}");
        (await ListedAsync(open, "?status=open")).ShouldContain($"{open.Id} open ");
        (await ListedAsync(open, "?status=closed")).ShouldContain($"{closed.Id} closed {host.Clock.Day(0)}");
        (await ListedAsync(open, "?status=closed")).ShouldNotContain($"{open.Id} open ");
        (await ListedAsync(open, "")).Count.ShouldBe((await ListedAsync(open, "?status=open")).Count + (await ListedAsync(open, "?status=closed")).Count);
        (await open.Coordinator.GetAsync("/cases/v1/cases?status=old")).Errors.ShouldBe(["/status unknown-code"]);
        (await closed.Mother.GetAsync("/cases/v1/cases")).Items.Select(line => (string?)line!["status"]).ShouldBe(["closed"]);
    }

    [Fact]
    public async Task Whatever_waited_for_an_answer_stops_waiting()
    {
        var story = await FamilyCase.OpenAsync(host);
        var invited = await story.Coordinator.PostAsync($"{story.Url}/involvements", new { professionalId = CasesHost.Stranger, kind = "professional" });
        var handover = await story.Coordinator.PostAsync($"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Els)}/handover", new { toProfessionalId = CasesHost.Mirjam, reason = "Met verlof" });
        handover.Status.ShouldBe(HttpStatusCode.Created, handover.Text);
        await story.Coordinator.PostAsync($"{story.Url}/coordinator", new { involvementId = story.InvolvementOf(CasesHost.Peter) });
        var letter = await story.Coordinator.PostAsync($"{story.Url}/household/{story.ChildId}/invitation");

        (await story.CloseAsync()).Status.ShouldBe(HttpStatusCode.OK);

        (await host.As(CasesHost.Stranger).PostAsync($"/cases/v1/invitations/{invited.Id}/acceptance")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.As(CasesHost.Mirjam).PostAsync($"/cases/v1/handovers/{handover.Id}/acceptance")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await story.Peter.GetAsync("/cases/v1/coordinator-requests")).Items.ShouldNotContain(item => (string?)item!["caseId"] == story.Id.ToString());
        (await host.Gateway.PostAsync("/cases/internal/family-invitations/_redeem", new { code = (string)letter.Body!["code"]! })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.ToldAsync(story.Id)).TakeLast(4).ShouldBe([nameof(CoordinatorRefused), nameof(HandoverRefused), nameof(InvitationRefused), nameof(CaseClosed)]);
        var seen = (await story.Coordinator.GetAsync(story.Url)).Body!;
        seen["pendingCoordinator"].ShouldBeNull();
        seen["pendingHandovers"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_people_the_second_sees_what_the_first_did()
    {
        var story = await FamilyCase.OpenAsync(host);
        var read = await story.Coordinator.GetAsync(story.Url);
        (await story.Coordinator.SendAsync(HttpMethod.Post, $"{story.Url}/closing", new { endReason = "moved" })).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        await story.Intake.PatchAsync(story.Url, new { method = "giz" }, read.Tag);
        var late = await story.Coordinator.SendAsync(HttpMethod.Post, $"{story.Url}/closing", new { endReason = "moved" }, read.Tag);
        late.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        ((string?)late.Body!["current"]!["method"]).ShouldBe("giz");
        ((string?)(await story.Coordinator.GetAsync(story.Url)).Body!["status"]).ShouldBe("open");

        var two = await Task.WhenAll(story.CloseAsync("moved"), story.CloseAsync("other"));
        two.Select(answer => answer.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
    }

    [Fact]
    public async Task Wrong_input_is_told_and_closes_nothing()
    {
        var story = await FamilyCase.OpenAsync(host);
        (await story.CloseAsync("because")).Errors.ShouldBe(["/endReason unknown-code"]);
        (await story.CloseAsync("moved", new string('x', 1001))).Errors.ShouldBe(["/words too-long"]);
        ((string?)(await story.Coordinator.GetAsync(story.Url)).Body!["status"]).ShouldBe("open");
        await story.CloseAsync();
        (await story.ReopenAsync(" ")).Errors.ShouldBe(["/words required"]);
    }

    [Fact]
    public async Task Who_leaves_the_organisation_leaves_a_closed_case_too_and_it_can_still_be_opened_again()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.CloseAsync();
        await host.RegisterAsync(CasesHost.Jacqueline, Guid.CreateVersion7());
        (await story.Coordinator.GetAsync(story.Url)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await story.ReopenAsync(by: story.Intake)).Status.ShouldBe(HttpStatusCode.OK);
        await host.RegisterAsync(CasesHost.Jacqueline, CasesHost.Organisation);
    }

    private static async Task<int> CountAsync(FamilyCase story) => (int)(await story.Coordinator.GetAsync("/cases/v1/cases/count")).Body!["count"]!;

    private static async Task<List<string>> ListedAsync(FamilyCase story, string which) =>
        [.. (await story.Coordinator.GetAsync($"/cases/v1/cases{which}")).Items.Select(line => $"{line!["id"]} {line["status"]} {line["closedOn"]}")];
}
