using System.Text.Json.Nodes;
using static EenPlan.AccessWalk.Tests.Families;

namespace EenPlan.AccessWalk.Tests;

/// <summary>Every route of cases, in the order of the story.</summary>
internal sealed class CasesWalk(Region region, Families families, Walk walk)
{
    private const string Cases = "/cases/v1/cases";
    private const string OneCase = Cases + "/{caseId:guid}";

    public async Task GoAsync()
    {
        await ListsAsync();
        await HouseholdAsync();
        await CoordinatorAsync();
        await new FindingsWalk(families, walk).GoAsync();
        await CardsAsync();
        await PlanAsync();
        await VersionsAsync();
        await SystemAsync();
        await ClosingAsync();
    }

    private async Task ListsAsync()
    {
        await walk.Personal("GET /cases/v1/reference", Person.Guardian, Get("/cases/v1/reference"));
        await walk.Personal($"POST {Cases}", Person.Intake, Post(Cases, Intake("nieuw " + Secret, [], [])), Person.OtherIntake);
        (await walk.Personal($"GET {Cases}", Person.Guardian, Get(Cases)))["items"]!.AsArray().Count.ShouldBe(1);
        ((int)(await walk.Personal($"GET {Cases}/count", Person.Guardian, Get($"{Cases}/count")))["count"]!).ShouldBe(1);
        foreach (var (person, own) in new[] { (Person.Colleague, 0), (Person.Former, 0), (Person.Stranger, 1), (families.OtherParent, 1) })
        {
            var count = (int)(await region.DoAsync(person, Get($"{Cases}/count")))["count"]!;
            if (count != own)
            {
                walk.Leaks.Add($"GET {Cases}/count: {person} counts {count}");
            }
        }

        (await walk.Personal($"POST {Cases}/_search", Person.Guardian, new Call("POST", $"{Cases}/_search", new { text = "moeder" })))["items"]!.AsArray().Count.ShouldBe(1);
        await walk.Closed($"GET {OneCase}", families.Parent, Get(families.Of("")));
        await walk.Closed($"PATCH {OneCase}", Person.Intake, await PatchAsync(Person.Intake, families.Of(""), new { method = "giz" }));
    }

    private async Task HouseholdAsync()
    {
        var child = new { name = Secret + " kind twee", role = "child", ageBand = "4-11", language = "fa", interpreter = "yes-not-own-community" };
        var added = Id(await walk.Closed($"POST {OneCase}/household", Person.Intake, Post(families.Of("/household"), child)));
        var member = families.Of($"/household/{added}");
        await walk.Closed($"PATCH {OneCase}/household/{{id:guid}}", Person.Intake, new Call("PATCH", member, new { note = Secret }, Match(1)));
        await walk.Closed($"POST {OneCase}/household/{{id:guid}}/invitation", Person.Intake, new Call("POST", member + "/invitation"));
        await walk.Closed($"DELETE {OneCase}/household/{{id:guid}}/access", Person.Intake, new Call("DELETE", member + "/access"));
        await walk.Closed($"DELETE {OneCase}/household/{{id:guid}}", Person.Intake, new Call("DELETE", member, null, Match(2)));
    }

    private async Task CoordinatorAsync()
    {
        var invited = Id(await walk.Closed($"POST {OneCase}/involvements", Person.Intake, Post(families.Of("/involvements"), Invitation(Person.Coordinator))));
        await walk.Personal("GET /cases/v1/invitations", Person.Coordinator, Get("/cases/v1/invitations"));
        await walk.Closed("POST /cases/v1/invitations/{id:guid}/acceptance", Person.Coordinator, new Call("POST", $"/cases/v1/invitations/{invited}/acceptance"));
        var declining = Id(await region.DoAsync(Person.Intake, Post(families.Of("/involvements"), Invitation(Person.Invited))));
        await walk.Closed("POST /cases/v1/invitations/{id:guid}/refusal", Person.Invited, new Call("POST", $"/cases/v1/invitations/{declining}/refusal"));

        await walk.Closed($"POST {OneCase}/coordinator", Person.Intake, new Call("POST", families.Of("/coordinator"), new { involvementId = invited }));
        await AskAsync(families.GuardianCard, Person.Coordinator);
        await walk.Closed($"POST {OneCase}/coordinator/refusal", Person.Guardian, new Call("POST", families.Of("/coordinator/refusal")));
        await AskAsync(families.GuardianCard, Person.Coordinator);
        await walk.Personal("GET /cases/v1/coordinator-requests", Person.Guardian, Get("/cases/v1/coordinator-requests"));
        await walk.Closed($"POST {OneCase}/coordinator/acceptance", Person.Guardian, new Call("POST", families.Of("/coordinator/acceptance")));
        await AskAsync(invited, Person.Guardian);
        await region.DoAsync(Person.Coordinator, new Call("POST", families.Of("/coordinator/acceptance")));
    }

    private async Task CardsAsync()
    {
        var card = families.Of($"/involvements/{families.GuardianCard}");
        await walk.Closed($"GET {OneCase}/involvements/{{id:guid}}", families.Parent, Get(card));
        await walk.Closed($"PATCH {OneCase}/involvements/{{id:guid}}", Person.Guardian, await PatchAsync(Person.Guardian, card, new
        {
            reason = Secret + " reden",
            gives = new[] { new { subject = "wellbeing.treatment", about = new[] { families.Mother } } },
        }));
        await walk.Closed($"POST {OneCase}/treatment-status", Person.Guardian, Post(families.Of("/treatment-status"), new { memberId = families.Mother, status = "ended" }));

        var handover = families.Of($"/involvements/{families.GroupWorkerCard}/handover");
        var to = new { toProfessionalId = Person.Successor.Id, reason = Secret };
        var asked = Id(await walk.Closed($"POST {OneCase}/involvements/{{id:guid}}/handover", Person.GroupWorker, Post(handover, to)));
        await walk.Personal("GET /cases/v1/handovers", Person.Successor, Get("/cases/v1/handovers"));
        await walk.Closed("POST /cases/v1/handovers/{id:guid}/refusal", Person.Successor, new Call("POST", $"/cases/v1/handovers/{asked}/refusal"));
        var again = Id(await region.DoAsync(Person.GroupWorker, Post(handover, to)));
        await walk.Closed("POST /cases/v1/handovers/{id:guid}/acceptance", Person.Successor, new Call("POST", $"/cases/v1/handovers/{again}/acceptance"));
        var successor = await families.CardAsync(Person.Successor);
        await walk.Closed($"POST {OneCase}/involvements/{{id:guid}}/ending", Person.Successor, new Call("POST", families.Of($"/involvements/{successor}/ending"), new { reason = Secret }));
    }

    private async Task PlanAsync()
    {
        var evaluation = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(35).ToString("yyyy-MM-dd", null);
        await walk.Closed($"GET {OneCase}/plan", families.Parent, Get(families.Of("/plan")));
        await walk.Closed($"PATCH {OneCase}/plan", families.Parent, await PatchAsync(families.Parent, families.Of("/plan"), new
        {
            ownGoal = Secret + " doel", evaluationDate = evaluation, lifeDomains = new[] { new { code = "health" } },
        }));
        var goal = await ItemAsync($"{OneCase}/goals", families.Of("/goals"), new { text = Secret, domain = "health" }, new { status = "reached" }, "goals");
        var second = Id(await region.DoAsync(Person.Coordinator, Post(families.Of("/goals"), new { text = Secret, domain = "health" })));
        await walk.Closed($"POST {OneCase}/goals/{{goalId:guid}}/actions", Person.Coordinator,
            Post(families.Of($"/goals/{second}/actions"), new { text = Secret, actor = new { kind = "network", label = Secret } }));
        var action = Id(await region.DoAsync(Person.Coordinator, Post(families.Of($"/goals/{second}/actions"), new { text = Secret })));
        await ReadChangeRemoveAsync($"{OneCase}/actions", families.Of($"/actions/{action}"), new { done = true });
        var agreement = await ItemAsync($"{OneCase}/agreements", families.Of("/agreements"), new
        {
            text = Secret, type = "process", parties = new object[] { new { kind = "family", id = families.Mother }, new { kind = "professional", id = families.GuardianCard } },
        }, new { text = Secret + " anders" }, "agreements");
        await ReadChangeRemoveAsync($"{OneCase}/agreements", families.Of($"/agreements/{agreement}"), null);
        await ReadChangeRemoveAsync($"{OneCase}/goals", families.Of($"/goals/{goal}"), null);
        var today = DateOnly.FromDateTime(DateTime.UtcNow).ToString("yyyy-MM-dd", null);
        var looked = Id(await walk.Closed($"POST {OneCase}/evaluations", Person.Coordinator, Post(families.Of("/evaluations"), new { heldOn = today, nextDate = evaluation, words = Secret })));
        await walk.Closed($"GET {OneCase}/evaluations", families.Parent, Get(families.Of("/evaluations")));
        await walk.Closed($"GET {OneCase}/evaluations/{{id:guid}}", families.Parent, Get(families.Of($"/evaluations/{looked}")));
        var meeting = Id(await walk.Closed($"POST {OneCase}/meetings", Person.Coordinator,
            Post(families.Of("/meetings"), new { startsAt = DateTimeOffset.UtcNow.AddDays(10).ToString("O"), place = Secret })));
        await walk.Closed($"GET {OneCase}/meetings/{{id:guid}}", families.Parent, Get(families.Of($"/meetings/{meeting}")));
        await walk.Closed($"PATCH {OneCase}/meetings/{{id:guid}}", Person.Coordinator, new Call("PATCH", families.Of($"/meetings/{meeting}"), new { purpose = Secret }, Match(1)));
    }

    private async Task VersionsAsync()
    {
        await walk.Closed($"POST {OneCase}/plan-versions", Person.Coordinator, Post(families.Of("/plan-versions"), new { }));
        await walk.Closed($"GET {OneCase}/plan-versions", families.Parent, Get(families.Of("/plan-versions")));
        await walk.Closed($"GET {OneCase}/plan-versions/{{number:int}}", families.Parent, Get(families.Of("/plan-versions/1")));
        await walk.Closed($"POST {OneCase}/plan-versions/{{number:int}}/approvals", families.Parent, Post(families.Of("/plan-versions/1/approvals"), new { answer = "agrees", ownView = Secret }));
        await walk.Closed($"GET {OneCase}/timeline", families.Parent, Get(families.Of("/timeline")));
        (await walk.Closed($"GET {OneCase}/access-log", families.Parent, Get(families.Of("/access-log"))))["items"]!.AsArray().ShouldNotBeEmpty();
    }

    private async Task ClosingAsync()
    {
        await walk.Closed($"POST {OneCase}/closing", Person.Coordinator, await WithTagAsync("POST", Person.Coordinator, families.Of("/closing"), new { endReason = "moved", words = Secret }));
        await walk.Closed($"POST {OneCase}/reopening", Person.Coordinator, await WithTagAsync("POST", Person.Coordinator, families.Of("/reopening"), new { words = Secret }));
    }

    private async Task SystemAsync()
    {
        await walk.System("GET /cases/internal/access", "network", Get($"/cases/internal/access?caseId={families.Case}&holderKind=professional&holderId={Person.Guardian.Id}"));
        await walk.System("POST /cases/internal/accounts/_identities", "gateway", new Call("POST", "/cases/internal/accounts/_identities", new { account = "nobody" }));
        await walk.System("GET /cases/internal/demo-accounts", "gateway", Get("/cases/internal/demo-accounts"));
        var organisation = Person.Former.Organisation;
        await walk.System("GET /cases/internal/member-cases", "gateway", Get($"/cases/internal/member-cases?organisationId={organisation}"));
        await walk.System("POST /cases/internal/deletions", "gateway", new Call("POST", "/cases/internal/deletions", new
        {
            node = "provider", organisationId = organisation, caseId = families.Case, professionalIds = new[] { Person.Former.Id }, deletedAt = DateTimeOffset.UtcNow, rows = 1, statement = "signed",
        }));
        var invitation = await region.DoAsync(Person.Coordinator, new Call("POST", families.Of($"/household/{families.Child}/invitation")));
        await walk.System("POST /cases/internal/family-invitations/_redeem", "gateway", new Call("POST", "/cases/internal/family-invitations/_redeem", new { code = (string)invitation["code"]! }));
    }

    private async Task<string> ItemAsync(string route, string path, object item, object change, string name)
    {
        var id = Id(await walk.Closed($"POST {route}", Person.Coordinator, Post(path, item)));
        await walk.Closed($"GET {route}/{{id:guid}}", families.Parent, Get($"{path}/{id}"));
        await walk.Closed($"PATCH {route}/{{id:guid}}", Person.Coordinator, new Call("PATCH", $"{path}/{id}", change, Match(1)));
        name.ShouldNotBeEmpty();
        return id;
    }

    private async Task ReadChangeRemoveAsync(string route, string path, object? change)
    {
        if (change is not null)
        {
            await walk.Closed($"GET {route}/{{id:guid}}", families.Parent, Get(path));
            await walk.Closed($"PATCH {route}/{{id:guid}}", Person.Coordinator, new Call("PATCH", path, change, Match(1)));
        }

        var tag = (await region.SendAsync(Person.Coordinator, Get(path))).Tag!;
        await walk.Closed($"DELETE {route}/{{id:guid}}", Person.Coordinator, new Call("DELETE", path, null, new() { ["If-Match"] = tag }));
    }

    private Task<JsonNode> AskAsync(object involvementId, Person by) => region.DoAsync(by, new Call("POST", families.Of("/coordinator"), new { involvementId }));

    /// <summary>A change of the case itself by another route than its own.</summary>
    private async Task<Call> WithTagAsync(string method, Person person, string path, object body) =>
        new(method, path, body, new() { ["If-Match"] = (await region.SendAsync(person, Get(families.Of("")))).Tag! });

    private async Task<Call> PatchAsync(Person person, string path, object change) =>
        new("PATCH", path, change, new() { ["If-Match"] = (await region.SendAsync(person, Get(path))).Tag! });

    private static object Invitation(Person person) => new { professionalId = person.Id, kind = "professional" };

    private static Call Get(string path) => new("GET", path);

    private static Dictionary<string, string> Match(int version) => new() { ["If-Match"] = $"\"{version}\"" };

    private static string Id(JsonNode item) => (string)item["id"]!;
}
