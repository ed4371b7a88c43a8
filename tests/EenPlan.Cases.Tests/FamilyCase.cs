using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Testing;

namespace EenPlan.Cases.Tests;

/// <summary>
/// A case as most tests need it: opened by Hanneke at intake, with Jacqueline as coordinator, Peter as professional, Els informed only, and a mother who signs in.
/// </summary>
public sealed class FamilyCase(CasesHost host, Guid id, JsonNode view, Guid mother)
{
    public Guid Id => id;

    public string Url => $"/cases/v1/cases/{id}";

    public TestClient Intake => host.As(CasesHost.Hanneke);

    public TestClient Coordinator => host.As(CasesHost.Jacqueline);

    public TestClient Peter => host.As(CasesHost.Peter);

    public TestClient School => host.As(CasesHost.Els);

    public TestClient Mother => host.AsFamily(mother);

    public Guid MotherId => mother;

    public Guid ChildId => Guid.Parse((string)view["household"]![1]!["id"]!);

    public Guid InvolvementOf(Guid professional) =>
        Guid.Parse((string)view["involvements"]!.AsArray().Single(row => (string)row!["professionalId"]! == professional.ToString())!["id"]!);

    public static async Task<FamilyCase> OpenAsync(CasesHost host)
    {
        var intake = host.As(CasesHost.Hanneke);
        var opened = await intake.PostAsync("/cases/v1/cases", new
        {
            alias = "Gezin Verzonnen", municipality = "voorbeeldstad", criteria = new[] { "youth-care" }, legalGround = new { code = "youth-act", motivation = "Hulp is nodig." },
            method = "one-family-one-plan", coordinatorLabel = "care-coordinator",
            household = new[] { Member("Fatima Verzonnen", "mother", "adult"), Member("Sami Verzonnen", "child", "12-15") },
            involved = new[] { Invited(CasesHost.Jacqueline), Invited(CasesHost.Peter), Invited(CasesHost.Els, "information-only") },
        });
        opened.Status.ShouldBe(HttpStatusCode.Created, opened.Text);
        var url = $"/cases/v1/cases/{opened.Id}";
        foreach (var who in new[] { CasesHost.Jacqueline, CasesHost.Peter, CasesHost.Els })
        {
            var invitations = await host.As(who).GetAsync("/cases/v1/invitations");
            var own = invitations.Items.Single(item => (string)item!["caseId"]! == opened.Id.ToString())!["involvementId"];
            (await host.As(who).PostAsync($"/cases/v1/invitations/{own}/acceptance")).Status.ShouldBe(HttpStatusCode.NoContent);
        }

        var view = (await intake.GetAsync(url)).Body!;
        var story = new FamilyCase(host, opened.Id, view, Guid.Parse((string)view["household"]![0]!["id"]!));
        (await intake.PostAsync($"{url}/coordinator", new { involvementId = story.InvolvementOf(CasesHost.Jacqueline) })).Status.ShouldBe(HttpStatusCode.NoContent);
        await story.GiveAccessAsync(story.MotherId);
        return story;
    }

    public async Task GiveAccessAsync(Guid member)
    {
        var letter = await Coordinator.PostAsync($"{Url}/household/{member}/invitation");
        var redeemed = await host.Gateway.PostAsync("/cases/internal/family-invitations/_redeem", new { code = (string)letter.Body!["code"]! });
        redeemed.Status.ShouldBe(HttpStatusCode.OK, redeemed.Text);
    }

    /// <summary>Everything that a plan needs to be put forward.</summary>
    public async Task FillAsync()
    {
        var plan = await Coordinator.GetAsync($"{Url}/plan");
        (await Coordinator.PatchAsync($"{Url}/plan", new { ownGoal = "Rust in huis", evaluationDate = host.Clock.Day(35) }, plan.Tag)).Status.ShouldBe(HttpStatusCode.OK);
        await GoalAsync("Samen eten");
    }

    public async Task<Guid> GoalAsync(string text, object? hidden = null)
    {
        var added = await Coordinator.PostAsync($"{Url}/goals", new { text, domain = "raising", hiddenFromFamily = hidden });
        added.Status.ShouldBe(HttpStatusCode.Created, added.Text);
        return added.Id;
    }

    public async Task<Guid> ActionAsync(Guid goal, object body)
    {
        var added = await Coordinator.PostAsync($"{Url}/goals/{goal}/actions", body);
        added.Status.ShouldBe(HttpStatusCode.Created, added.Text);
        return added.Id;
    }

    /// <summary>Hides somebody's card from the family. Code of the refusal; null when it was hidden.</summary>
    public async Task<string?> HideCardAsync(Guid professional)
    {
        var card = $"{Url}/involvements/{InvolvementOf(professional)}";
        var answer = await Coordinator.PatchAsync(card, new { hiddenFromFamily = Hidden() }, (await Coordinator.GetAsync(card)).Tag);
        return (string?)answer.Body!["code"];
    }

    /// <summary>What was done in the case, as this reader of the access log sees it.</summary>
    public async Task<List<string?>> LoggedAsync(TestClient reader) => [.. (await reader.GetAsync($"{Url}/access-log")).Items.Select(item => (string?)item!["action"])];

    /// <summary>Closes the case as it is now.</summary>
    public async Task<Answer> CloseAsync(string endReason = "as-planned", string? words = null, TestClient? by = null) =>
        await (by ?? Coordinator).SendAsync(HttpMethod.Post, $"{Url}/closing", new { endReason, words }, (await (by ?? Coordinator).GetAsync(Url)).Tag);

    public async Task<Answer> ReopenAsync(string words = "Er is weer iets.", TestClient? by = null) =>
        await (by ?? Coordinator).SendAsync(HttpMethod.Post, $"{Url}/reopening", new { words }, (await (by ?? Coordinator).GetAsync(Url)).Tag);

    public Task<Answer> PutForwardAsync() => Coordinator.PostAsync($"{Url}/plan-versions", new { });

    public object Hidden(int days = 10) => new { ground = "reporting-code", reason = "Eerst een veilig gesprek.", until = host.Clock.Day(days) };

    private static object Member(string name, string role, string ageBand) => new { name, role, ageBand, language = "nl", interpreter = "no" };

    private static object Invited(Guid professionalId, string kind = "professional") => new { professionalId, kind };
}
