using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Contracts.Cases;
using EenPlan.Testing;

namespace EenPlan.Cases.Tests.Involvements;

/// <summary>An organisation says who goes on with the work of somebody who left: that colleague is asked at once, and says yes or no.</summary>
public sealed class SuccessionTests : IAsyncLifetime
{
    private static readonly Guid Peter = CasesHost.Peter;
    private static readonly Guid Colleague = CasesHost.Stranger;
    private readonly CasesHost _host = new();

    private TestClient Successor => _host.As(Colleague);

    [Fact]
    public async Task The_colleague_is_asked_in_the_moment_in_which_access_ends_and_whoever_leads_sees_it()
    {
        var story = await FamilyCase.OpenAsync(_host);
        await LeaveAsync(Peter, Colleague);

        (await story.Peter.GetAsync(story.Url)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _host.ToldAsync(story.Id)).TakeLast(3).ShouldBe([nameof(CaseAccessChanged), nameof(HelpEnded), nameof(HandoverProposed)]);
        var waiting = (await story.Coordinator.GetAsync(story.Url)).Body!["pendingHandovers"]!.AsArray().Single()!;
        ((Guid)waiting["fromInvolvementId"]!).ShouldBe(story.InvolvementOf(Peter));
        ((Guid)waiting["toProfessional"]!["id"]!).ShouldBe(Colleague);
        ((bool)waiting["fromLeft"]!).ShouldBeTrue();
        ((bool)(await RequestAsync())!["fromLeft"]!).ShouldBeTrue();
        // Until there is a yes the colleague sees nothing of the family.
        (await Successor.GetAsync(story.Url)).Status.ShouldBe(HttpStatusCode.NotFound);
        await _host.CarriedAsync(story.Id);
        (await story.Mother.GetAsync($"{story.Url}/access-log")).Items.Select(line => $"{line!["actorKind"]} {line["action"]} {line["purpose"]}").ShouldContain("system propose-handover left-organisation");
    }

    [Fact]
    public async Task With_a_yes_the_colleague_goes_on_with_the_card_and_the_open_actions_and_the_end_of_the_other_stays()
    {
        var story = await FamilyCase.OpenAsync(_host);
        var card = $"{story.Url}/involvements/{story.InvolvementOf(Peter)}";
        await story.Peter.PatchAsync(card, new { familyRole = "Praat met Sami" }, (await story.Peter.GetAsync(card)).Tag);
        var action = await story.ActionAsync(await story.GoalAsync("Samen eten"), new { text = "Koken", actor = new { kind = "professional", id = story.InvolvementOf(Peter) } });
        await LeaveAsync(Peter, Colleague);
        var left = await EndedAsync(story);
        _host.Clock.Ahead = TimeSpan.FromDays(2);

        (await Successor.PostAsync($"/cases/v1/handovers/{(await RequestAsync())!["id"]}/acceptance")).Status.ShouldBe(HttpStatusCode.NoContent);

        var seen = (await Successor.GetAsync(story.Url)).Body!;
        ((string?)seen["myRole"]).ShouldBe("professional");
        var own = seen["involvements"]!.AsArray().Single(row => (Guid)row!["professionalId"]! == Colleague)!;
        ((string?)own["familyRole"]).ShouldBe("Praat met Sami");
        var after = await EndedAsync(story);
        ((string?)after["until"]).ShouldBe((string?)left["until"]);
        ((Guid)after["takenOverBy"]!).ShouldBe((Guid)own["id"]!);
        var plan = (await Successor.GetAsync($"{story.Url}/plan")).Body!;
        plan["goals"]!.AsArray().SelectMany(goal => goal!["actions"]!.AsArray()).Where(row => (Guid)row!["id"]! == action).Select(row => (Guid)row!["actor"]!["id"]!).ShouldBe([(Guid)own["id"]!]);
        (await _host.ToldAsync(story.Id))[^1].ShouldBe(nameof(ProfessionalReplaced));
        (await Successor.GetAsync("/cases/v1/handovers")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_a_no_the_coordinator_sees_that_nobody_goes_on_and_brings_in_somebody_else()
    {
        var story = await FamilyCase.OpenAsync(_host);
        await LeaveAsync(Peter, Colleague);
        (await Successor.PostAsync($"/cases/v1/handovers/{(await RequestAsync())!["id"]}/refusal")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await story.Coordinator.GetAsync(story.Url)).Body!["pendingHandovers"]!.AsArray().ShouldBeEmpty();
        (await story.Coordinator.PostAsync($"{story.Url}/involvements", new { professionalId = CasesHost.Mirjam, kind = "professional" })).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Who_coordinated_is_followed_up_as_a_helper_and_the_intake_worker_appoints_the_next_coordinator()
    {
        var story = await FamilyCase.OpenAsync(_host);
        await LeaveAsync(CasesHost.Jacqueline, Colleague);
        await Successor.PostAsync($"/cases/v1/handovers/{(await RequestAsync())!["id"]}/acceptance");
        var seen = (await story.Intake.GetAsync(story.Url)).Body!;
        seen["coordinator"].ShouldBeNull();
        var next = seen["involvements"]!.AsArray().Single(row => (Guid)row!["professionalId"]! == Colleague)!["id"];
        (await story.Intake.PostAsync($"{story.Url}/coordinator", new { involvementId = next })).Status.ShouldBe(HttpStatusCode.NoContent);
        ((string?)(await Successor.GetAsync(story.Url)).Body!["myRole"]).ShouldBe("coordinator");
    }

    [Fact]
    public async Task When_the_intake_worker_leaves_before_anybody_coordinates_a_colleague_can_go_on_with_the_intake()
    {
        var story = await FamilyCase.OpenAsync(_host);
        await LeaveAsync(CasesHost.Jacqueline, null);
        await LeaveAsync(CasesHost.Hanneke, Colleague);
        await Successor.PostAsync($"/cases/v1/handovers/{(await RequestAsync())!["id"]}/acceptance");
        var seen = (await Successor.GetAsync(story.Url)).Body!;
        ((string?)seen["myRole"]).ShouldBe("intake");
        seen["capabilities"]!.AsArray().Select(code => (string?)code).ShouldContain("appoint-coordinator");
    }

    [Fact]
    public async Task Nobody_is_asked_who_works_elsewhere_or_left_or_takes_part_already()
    {
        await _host.RegisterAsync(CasesHost.Mirjam, Guid.CreateVersion7());
        await _host.RegisterAsync(CasesHost.Els, CasesHost.Organisation, active: false);
        foreach (var successor in new[] { CasesHost.Mirjam, CasesHost.Els, CasesHost.Jacqueline, Peter, Guid.CreateVersion7() })
        {
            await _host.RegisterAsync(CasesHost.Els, CasesHost.Organisation);
            var story = await FamilyCase.OpenAsync(_host);
            await _host.RegisterAsync(CasesHost.Els, CasesHost.Organisation, active: false);
            await LeaveAsync(Peter, successor);
            (await _host.ToldAsync(story.Id))[^1].ShouldBe(nameof(HelpEnded), successor.ToString());
            await _host.RegisterAsync(Peter, CasesHost.Organisation);
        }
    }

    [Fact]
    public async Task An_invitation_that_waits_and_a_plan_that_is_closed_are_handed_over_to_nobody()
    {
        var invited = await FamilyCase.OpenAsync(_host);
        await invited.Coordinator.PostAsync($"{invited.Url}/involvements", new { professionalId = CasesHost.Mirjam, kind = "professional" });
        await LeaveAsync(CasesHost.Mirjam, Colleague);
        (await Successor.GetAsync("/cases/v1/handovers")).Items.ShouldBeEmpty();

        var closed = await FamilyCase.OpenAsync(_host);
        (await closed.CloseAsync()).Status.ShouldBe(HttpStatusCode.OK);
        await LeaveAsync(Peter, Colleague);
        var asked = (await Successor.GetAsync("/cases/v1/handovers")).Items;
        asked.Select(item => (Guid)item!["caseId"]!).ShouldBe([invited.Id]);
    }

    [Fact]
    public async Task News_that_comes_twice_asks_once()
    {
        var story = await FamilyCase.OpenAsync(_host);
        await LeaveAsync(Peter, Colleague);
        await LeaveAsync(Peter, Colleague);
        (await Successor.GetAsync("/cases/v1/handovers")).Items.Count.ShouldBe(1);
        (await story.Coordinator.GetAsync(story.Url)).Body!["pendingHandovers"]!.AsArray().Count.ShouldBe(1);
    }

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Task LeaveAsync(Guid who, Guid? successor) => _host.RegisterAsync(who, CasesHost.Organisation, active: false, successor: successor);

    private async Task<JsonNode?> RequestAsync() => (await Successor.GetAsync("/cases/v1/handovers")).Items.Single();

    private static async Task<JsonNode> EndedAsync(FamilyCase story) =>
        (await story.Mother.GetAsync(story.Url)).Body!["involvements"]!.AsArray().Single(row => (Guid)row!["professionalId"]! == Peter && (string?)row["status"] == "ended")!;
}
