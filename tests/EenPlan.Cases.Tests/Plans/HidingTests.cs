using System.Net;
using System.Text.Json;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Cases;
using EenPlan.Kit;
using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Tests.Plans;

/// <summary>What is hidden from the family does not show anywhere: not as item, count, place, version, event or line in the access log.</summary>
public sealed class HidingTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task Only_the_coordinator_hides_and_needs_ground_reason_and_end()
    {
        var story = await FamilyCase.OpenAsync(host);
        var goal = await story.GoalAsync("Veilig thuis");
        (await story.Mother.PatchAsync($"{story.Url}/goals/{goal}", new { hiddenFromFamily = story.Hidden() }, "\"1\"")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await story.Coordinator.PatchAsync($"{story.Url}/goals/{goal}", new { hiddenFromFamily = new { ground = "reporting-code" } }, "\"1\"")).Errors
            .ShouldBe(["/hiddenFromFamily/reason required", "/hiddenFromFamily/until required"]);
        var hidden = await story.Coordinator.PatchAsync($"{story.Url}/goals/{goal}", new { hiddenFromFamily = story.Hidden() }, "\"1\"");
        ((string?)hidden.Body!["hiddenFromFamily"]!["ground"]).ShouldBe("reporting-code");
    }

    [Fact]
    public async Task Who_is_only_informed_reads_that_something_is_hidden_but_not_why()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.GoalAsync("Veilig thuis", story.Hidden());
        var card = (await story.Coordinator.GetAsync(story.Url)).Body!["involvements"]!.AsArray().First(one => (string?)one!["professionalId"] == CasesHost.Peter.ToString())!;
        (await story.Coordinator.PatchAsync($"{story.Url}/involvements/{card["id"]}", new { hiddenFromFamily = story.Hidden() }, $"\"{card["version"]}\"")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var page in new[] { $"{story.Url}/plan", story.Url })
        {
            (await story.Peter.GetAsync(page)).Text.ShouldContain("reporting-code");
            var read = (await story.School.GetAsync(page)).Text;
            read.ShouldContain("\"until\"");
            read.ShouldNotContain("reporting-code");
        }
    }

    [Fact]
    public async Task The_family_finds_no_trace_of_a_hidden_goal_and_its_actions()
    {
        var story = await FamilyCase.OpenAsync(host);
        var first = await story.GoalAsync("Een");
        var hidden = await story.GoalAsync("Geheim", story.Hidden());
        var last = await story.GoalAsync("Drie");
        var action = await story.ActionAsync(hidden, new { text = "Geheime actie" });
        await story.ActionAsync(first, new { text = "Ook geheim", hiddenFromFamily = story.Hidden() });
        await story.Coordinator.PostAsync($"{story.Url}/agreements", new { text = "Geheime afspraak", type = "safety", hiddenFromFamily = story.Hidden() });

        var plan = await story.Mother.GetAsync($"{story.Url}/plan");
        plan.Text.ToLowerInvariant().ShouldNotContain("geheim");
        plan.Body!["goals"]!.AsArray().Select(goal => $"{goal!["rank"]} {goal["text"]}").ShouldBe(["1 Een", "2 Drie"]);
        (await story.Mother.GetAsync($"{story.Url}/goals/{hidden}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await story.Mother.PatchAsync($"{story.Url}/goals/{hidden}", new { text = "x" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await story.Mother.PatchAsync($"{story.Url}/actions/{action}", new { done = true }, "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await story.Mother.PostAsync($"{story.Url}/goals/{hidden}/actions", new { text = "x" })).Status.ShouldBe(HttpStatusCode.NotFound);
        ((int?)(await story.Peter.GetAsync($"{story.Url}/plan")).Body!["goals"]!.AsArray().Count).ShouldBe(3);

        // The family moves goals among those it sees; the hidden one stays between its neighbours for the others.
        (await story.Mother.PatchAsync($"{story.Url}/goals/{last}", new { rank = 1 }, "\"1\"")).Status.ShouldBe(HttpStatusCode.OK);
        (await story.Peter.GetAsync($"{story.Url}/plan")).Body!["goals"]!.AsArray().Select(goal => (string?)goal!["text"]).ShouldBe(["Drie", "Een", "Geheim"]);
    }

    [Fact]
    public async Task Neither_timeline_nor_access_log_of_the_family_mentions_it_also_not_from_before_it_was_hidden()
    {
        var story = await FamilyCase.OpenAsync(host);
        var goal = await story.GoalAsync("Eerst zichtbaar");
        (await Kinds(story.Mother.GetAsync($"{story.Url}/timeline"))).ShouldContain("goal-added");
        await story.Coordinator.PatchAsync($"{story.Url}/goals/{goal}", new { hiddenFromFamily = story.Hidden() }, "\"1\"");

        (await story.Mother.GetAsync($"{story.Url}/timeline")).Text.ShouldNotContain(goal.ToString());
        (await Kinds(story.Coordinator.GetAsync($"{story.Url}/timeline"))).Take(2).ShouldBe(["goal-changed", "goal-added"]);
        await host.CarriedAsync(story.Id);
        Actions(await story.Mother.GetAsync($"{story.Url}/access-log")).ShouldNotContain("add-goal");
        Actions(await story.Coordinator.GetAsync($"{story.Url}/access-log")).ShouldContain("add-goal");

        await story.Coordinator.DeleteAsync($"{story.Url}/goals/{goal}", "\"2\"");
        (await story.Mother.GetAsync($"{story.Url}/timeline")).Text.ShouldNotContain(goal.ToString());
    }

    [Fact]
    public async Task Who_keeps_updates_hears_what_is_hidden_and_what_is_shown_again()
    {
        var story = await FamilyCase.OpenAsync(host);
        var goal = await story.GoalAsync("Eerst zichtbaar");
        var action = await story.ActionAsync(goal, new { text = "Koken" });
        var agreement = (await story.Coordinator.PostAsync($"{story.Url}/agreements", new { text = "Wij bellen", type = "process" })).Id;
        var card = story.InvolvementOf(CasesHost.Peter);
        (await HidingToldAsync(story)).ShouldBeEmpty();

        var until = host.Clock.Day(10);
        await story.Coordinator.PatchAsync($"{story.Url}/goals/{goal}", new { hiddenFromFamily = story.Hidden() }, "\"1\"");
        await story.Coordinator.PatchAsync($"{story.Url}/agreements/{agreement}", new { hiddenFromFamily = story.Hidden() }, "\"1\"");
        (await HideAsync(story, CasesHost.Peter)).ShouldBeNull();
        (await HidingToldAsync(story)).ShouldBe([$"{goal} until {until}", $"{action} until {until}", $"{agreement} until {until}", $"{card} until {until}"]);

        // An action of its own time stays hidden when its goal is shown again.
        await story.Coordinator.PatchAsync($"{story.Url}/actions/{action}", new { hiddenFromFamily = story.Hidden(days: 3) }, "\"1\"");
        await story.Coordinator.PatchAsync($"{story.Url}/goals/{goal}", new { hiddenFromFamily = (object?)null }, "\"2\"");
        await story.Coordinator.DeleteAsync($"{story.Url}/agreements/{agreement}", "\"2\"");
        (await HidingToldAsync(story)).Skip(4).ShouldBe([$"{action} until {until}", $"{goal} shown", $"{action} until {host.Clock.Day(3)}", $"{agreement} for ever"]);
        (await story.Mother.GetAsync($"{story.Url}/timeline")).Text.ShouldNotContain("item-");
    }

    [Fact]
    public async Task A_version_that_was_put_forward_obeys_what_is_hidden_today()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.FillAsync();
        var goal = await story.GoalAsync("Later geheim");
        (await story.PutForwardAsync()).Status.ShouldBe(HttpStatusCode.Created);
        (await story.Mother.GetAsync($"{story.Url}/plan-versions/1")).Text.ShouldContain("Later geheim");

        await story.Coordinator.PatchAsync($"{story.Url}/goals/{goal}", new { hiddenFromFamily = story.Hidden() }, "\"1\"");
        (await story.Mother.GetAsync($"{story.Url}/plan-versions/1")).Text.ShouldNotContain("Later geheim");
        (await story.Peter.GetAsync($"{story.Url}/plan-versions/1")).Text.ShouldContain("Later geheim");
        ((bool?)(await story.Mother.GetAsync($"{story.Url}/plan")).Body!["changedSinceVersion"]).ShouldBe(false);
        ((bool?)(await story.Peter.GetAsync($"{story.Url}/plan")).Body!["changedSinceVersion"]).ShouldBe(true);

        await story.Coordinator.DeleteAsync($"{story.Url}/goals/{goal}", "\"2\"");
        (await story.Mother.GetAsync($"{story.Url}/plan-versions/1")).Text.ShouldNotContain("Later geheim");
    }

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

        (await HideAsync(story, CasesHost.Peter)).ShouldBeNull();
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
        (await HideAsync(story, CasesHost.Peter)).ShouldBeNull();
        var asked = await story.Coordinator.PostAsync($"{peter}/handover", new { toProfessionalId = CasesHost.Stranger, reason = "Met verlof" });
        (await host.As(CasesHost.Stranger).PostAsync($"/cases/v1/handovers/{asked.Id}/refusal")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await story.Coordinator.PostAsync($"{peter}/ending", new { reason = "Klaar" })).Status.ShouldBe(HttpStatusCode.NoContent);

        var invited = await story.Coordinator.PostAsync($"{story.Url}/involvements", new { professionalId = CasesHost.Stranger, kind = "professional" });
        (await story.Coordinator.PatchAsync($"{story.Url}/involvements/{invited.Id}", new { hiddenFromFamily = story.Hidden() }, invited.Tag)).Status.ShouldBe(HttpStatusCode.OK);
        (await host.As(CasesHost.Stranger).PostAsync($"/cases/v1/invitations/{invited.Id}/acceptance")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await ToldAsync(story, story.InvolvementOf(CasesHost.Peter))).ShouldBe(["ProfessionalInvited", "ProfessionalJoined"]);
        (await ToldAsync(story, invited.Id)).ShouldBe(["ProfessionalInvited"]);
        await host.CarriedAsync(story.Id);
        Actions(await story.Mother.GetAsync($"{story.Url}/access-log")).ShouldNotContain(action => action!.EndsWith("-handover", StringComparison.Ordinal));
        Actions(await story.Coordinator.GetAsync($"{story.Url}/access-log")).ShouldContain("propose-handover");
    }

    [Fact]
    public async Task Who_coordinates_or_is_asked_to_is_never_hidden()
    {
        var story = await FamilyCase.OpenAsync(host);
        (await HideAsync(story, CasesHost.Jacqueline)).ShouldBe("hidden-coordinator");
        (await HideAsync(story, CasesHost.Peter)).ShouldBeNull();
        var asked = await story.Coordinator.PostAsync($"{story.Url}/coordinator", new { involvementId = story.InvolvementOf(CasesHost.Peter) });
        ((string?)asked.Body?["code"]).ShouldBe("hidden-coordinator");

        var other = await FamilyCase.OpenAsync(host);
        (await other.Coordinator.PostAsync($"{other.Url}/coordinator", new { involvementId = other.InvolvementOf(CasesHost.Peter) })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await HideAsync(other, CasesHost.Peter)).ShouldBe("hidden-coordinator");
    }

    [Fact]
    public async Task After_the_end_date_the_family_sees_it()
    {
        await using var own = new CasesHost();
        await own.InitializeAsync();
        var story = await FamilyCase.OpenAsync(own);
        var goal = await story.GoalAsync("Veilig thuis", story.Hidden(days: 1));
        (await story.Mother.GetAsync($"{story.Url}/goals/{goal}")).Status.ShouldBe(HttpStatusCode.NotFound);
        own.Clock.Ahead = TimeSpan.FromDays(2);
        var seen = await story.Mother.GetAsync($"{story.Url}/goals/{goal}");
        seen.Status.ShouldBe(HttpStatusCode.OK);
        seen.Body!["hiddenFromFamily"].ShouldBeNull();
    }

    /// <summary>Code of the refusal; null when it was hidden.</summary>
    private static async Task<string?> HideAsync(FamilyCase story, Guid professional)
    {
        var card = $"{story.Url}/involvements/{story.InvolvementOf(professional)}";
        var answer = await story.Coordinator.PatchAsync(card, new { hiddenFromFamily = story.Hidden() }, (await story.Coordinator.GetAsync(card)).Tag);
        return (string?)answer.Body!["code"];
    }

    /// <summary>Events about a card that other services may tell the family, in order.</summary>
    private async Task<List<string>> ToldAsync(FamilyCase story, Guid involvement)
    {
        var id = involvement.ToString();
        var types = await host.Host.WithAsync<CasesDb, List<string>>(db => db.Journal.Where(row => row.CaseId == story.Id && !row.HiddenFromFamily && row.Data.Contains(id))
            .OrderBy(row => row.CaseVersion).ThenBy(row => row.Ordinal).Select(row => row.Type).ToListAsync());
        return types.ConvertAll(type => type[(type.LastIndexOf('.') + 1)..]);
    }

    /// <summary>What other services hear about hiding, in order.</summary>
    private async Task<List<string>> HidingToldAsync(FamilyCase story)
    {
        var rows = await host.Host.WithAsync<CasesDb, List<JournalEntry>>(db => db.Journal.AsNoTracking()
            .Where(row => row.CaseId == story.Id && (row.Type == typeof(ItemHidden).FullName || row.Type == typeof(ItemShown).FullName))
            .OrderBy(row => row.CaseVersion).ThenBy(row => row.Ordinal).ToListAsync());
        rows.ShouldAllBe(row => row.HiddenFromFamily);
        return rows.ConvertAll(row => row.Type == typeof(ItemShown).FullName
            ? $"{JsonSerializer.Deserialize<ItemShown>(row.Data, Json.Options)!.ItemId} shown"
            : JsonSerializer.Deserialize<ItemHidden>(row.Data, Json.Options) is { Until: { } day } hidden ? $"{hidden.ItemId} until {day:yyyy-MM-dd}"
            : $"{JsonSerializer.Deserialize<ItemHidden>(row.Data, Json.Options)!.ItemId} for ever");
    }

    private static async Task<List<string?>> Kinds(Task<EenPlan.Testing.Answer> timeline) => [.. (await timeline).Items.Select(item => (string?)item!["kind"])];

    private static List<string?> Actions(EenPlan.Testing.Answer log) => [.. log.Items.Select(item => (string?)item!["action"])];
}
