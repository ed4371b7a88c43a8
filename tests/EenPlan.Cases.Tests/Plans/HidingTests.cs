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
        (await story.LoggedAsync(story.Mother)).ShouldNotContain("add-goal");
        (await story.LoggedAsync(story.Coordinator)).ShouldContain("add-goal");

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
        (await story.HideCardAsync(CasesHost.Peter)).ShouldBeNull();
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
}
