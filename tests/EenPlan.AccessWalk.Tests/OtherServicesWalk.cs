using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using static EenPlan.AccessWalk.Tests.Families;

namespace EenPlan.AccessWalk.Tests;

/// <summary>Every route of the other services, and the system routes that all have.</summary>
internal sealed class OtherServicesWalk(Region region, Families families, Walk walk)
{
    private const string Network = "/network/v1/cases/{caseId:guid}";
    private const string People = Network + "/people";

    public async Task GoAsync()
    {
        await NetworkAsync();
        await PictureAsync();
        await CooperationAsync();
        await SubscriptionsAsync();
        await DirectoryAndReportingAsync();
        await PeopleAsync();
        await OtherNodesAsync();
        await CommonSystemRoutesAsync();
    }

    private async Task NetworkAsync()
    {
        var path = $"/network/v1/cases/{families.Case}/people";
        var person = new { name = Secret + " opa", relation = "opa", sector = "family", frequency = "often", quality = "good", domains = new[] { "raising" }, supportTypes = new[] { "practical" } };
        var added = await walk.Closed($"POST {People}", Person.Guardian, Post(path, person));
        var one = $"{path}/{added["id"]}";
        await walk.Closed($"GET {People}", families.Parent, Get(path));
        await walk.Closed($"GET {People}/{{id:guid}}", families.Parent, Get(one));
        await walk.Closed($"PATCH {People}/{{id:guid}}", families.Parent, new Call("PATCH", one, new { frequency = "rarely" }, new() { ["If-Match"] = "\"1\"" }));
        var tag = (await region.SendAsync(families.Parent, Get(one))).Tag!;
        await walk.Closed($"DELETE {People}/{{id:guid}}", families.Parent, new Call("DELETE", one, null, new() { ["If-Match"] = tag }));
    }

    private async Task PictureAsync()
    {
        var network = $"/network/v1/cases/{families.Case}";
        var taken = await walk.Closed($"POST {Network}/snapshots", Person.Guardian, Post($"{network}/snapshots", new { label = Secret + " intake" }));
        await walk.Closed($"GET {Network}/snapshots", families.Parent, Get($"{network}/snapshots"));
        await walk.Closed($"GET {Network}/snapshots/{{id:guid}}", families.Parent, Get($"{network}/snapshots/{taken["id"]}"));
        await walk.Closed($"GET {Network}/findings", families.Parent, Get($"{network}/findings?domains=money"));
        await walk.Closed($"GET {Network}/colours", families.Parent, Get($"{network}/colours"));
        await walk.Closed($"PUT {Network}/colours", families.Parent, new Call("PUT", $"{network}/colours", new { colours = Array.Empty<object>() }, new() { ["If-Match"] = "\"0\"" }));
    }

    /// <summary>Views of the team about the team: the family itself is an outsider here.</summary>
    private async Task CooperationAsync()
    {
        var views = $"/network/v1/cases/{families.Case}/cooperation";
        var own = $"{views}/family/{families.Case}";
        await walk.Closed($"PUT {Network}/cooperation/{{toKind}}/{{toId:guid}}", Person.Guardian, new Call("PUT", own, new { quality = "good" }, new() { ["If-Match"] = "\"0\"" }));
        await walk.Closed($"GET {Network}/cooperation", Person.Guardian, Get(views));
        await RefusedAsync(views, families.Parent);
        await walk.Closed($"DELETE {Network}/cooperation/{{toKind}}/{{toId:guid}}", Person.Guardian, new Call("DELETE", own, null, new() { ["If-Match"] = "\"1\"" }));
    }

    /// <summary>What was done with a case, told to cases only.</summary>
    private Task AuditLinesAsync(string service) => walk.System($"POST /{service}/internal/audit-lines/_search", "cases", new Call("POST", $"/{service}/internal/audit-lines/_search",
        new { caseId = families.Case, before = long.MaxValue, limit = 50, withoutItems = Array.Empty<Guid>(), withoutActors = Array.Empty<Guid>(), withoutMachinesOf = Array.Empty<Guid>() }));

    private async Task SubscriptionsAsync()
    {
        await region.CatchUpAsync();
        var updates = await walk.Personal("GET /subscriptions/v1/updates", Person.Guardian, Get("/subscriptions/v1/updates"));
        updates["items"]!.AsArray().ShouldNotBeEmpty();
        await walk.Personal("POST /subscriptions/v1/updates/_read", Person.Guardian, new Call("POST", "/subscriptions/v1/updates/_read", new { upTo = 1 }));
        var live = await walk.Personal("GET /subscriptions/v1/live", Person.Guardian, new Call("GET", "/subscriptions/v1/live", null, new() { ["Last-Event-ID"] = "0" }));
        live.ToString().ShouldContain(families.Case.ToString());
        var mine = "/subscriptions/v1/organisation-subscription";
        var tag = (await region.SendAsync(Person.Administrator, Get(mine))).Tag!;
        await walk.Personal($"GET {mine}", Person.Administrator, Get(mine));
        await walk.Personal($"PATCH {mine}", Person.Administrator, new Call("PATCH", mine, new { kinds = new[] { "goal-reached", "help-ended" } }, new() { ["If-Match"] = tag }));
        var counts = await walk.Personal("GET /subscriptions/v1/deliveries", Person.Administrator, Get("/subscriptions/v1/deliveries"));
        counts.ToJsonString().ShouldNotContain(families.Case.ToString());
        (await walk.Personal("GET /subscriptions/v1/feed", families.OwnMachine, Get("/subscriptions/v1/feed?since=0"))).ToJsonString().ShouldContain(families.Case.ToString());
        await walk.Personal($"POST {mine}/machine-client", Person.Administrator, Post($"{mine}/machine-client"));
        var client = await region.DoAsync(Person.Administrator, Post($"{mine}/machine-client"));
        await walk.System("POST /subscriptions/internal/machine-clients/_verify", "gateway", new Call("POST", "/subscriptions/internal/machine-clients/_verify",
            new { clientId = (string)client["clientId"]!, clientSecret = (string)client["clientSecret"]! }));
        await walk.System("GET /subscriptions/internal/unread", "gateway", Get($"/subscriptions/internal/unread?organisationId={Person.Administrator.Organisation}"));
        await walk.Personal($"POST {mine}/queue", Person.Administrator, Post($"{mine}/queue"));
        (await walk.Personal($"GET {mine}/queue", Person.Administrator, Get($"{mine}/queue"))).ToJsonString().ShouldNotContain("password");
        await walk.System("POST /subscriptions/internal/queues/_suspend", "gateway", new Call("POST", "/subscriptions/internal/queues/_suspend",
            new { organisationId = Person.Administrator.Organisation, suspended = false }));
        await walk.Personal($"DELETE {mine}/queue", Person.Administrator, new Call("DELETE", $"{mine}/queue"));
    }

    private async Task DirectoryAndReportingAsync()
    {
        await walk.Personal("GET /directory/v1/organisations", Person.Guardian, Get("/directory/v1/organisations"));
        await walk.Personal("GET /directory/v1/organisations/{id:guid}", Person.Guardian, Get($"/directory/v1/organisations/{Person.Guardian.Organisation}"));
        await walk.Personal("POST /directory/v1/professionals/_search", Person.Guardian, new Call("POST", "/directory/v1/professionals/_search", new { text = "a" }));
        await walk.Personal("GET /directory/v1/professionals/{id:guid}", Person.Guardian, Get($"/directory/v1/professionals/{Person.Guardian.Id}"));
        // The region invites organisations to run their own part, so it knows their names; who works there it need not know.
        await RefusedAsync("/directory/v1/organisations", families.OtherParent, families.OwnMachine, Person.Anonymous, Person.OtherService);
        await RefusedAsync($"/directory/v1/professionals/{Person.Guardian.Id}", families.OtherParent, families.OwnMachine, Person.Region, Person.Anonymous, Person.OtherService);

        await walk.System("POST /directory/internal/accounts/_identities", "gateway", new Call("POST", "/directory/internal/accounts/_identities", new { account = "hanneke.denkbeeld" }));
        await walk.System("GET /directory/internal/demo-accounts", "gateway", Get("/directory/internal/demo-accounts"));
        foreach (var path in (string[])["/reporting/v1/indicators", "/reporting/v1/indicators/_download"])
        {
            await walk.Personal($"GET {path}", Person.Region, Get(path));
            await RefusedAsync(path, Person.Guardian, families.Parent, Person.Administrator, families.OwnMachine, Person.Anonymous, Person.OtherService);
        }
    }

    /// <summary>An administrator maintains the own people; nobody else does, and nobody those of another organisation.</summary>
    private async Task PeopleAsync()
    {
        const string people = "/directory/v1/professionals";
        await walk.Personal($"GET {people}", Person.Administrator, Get(people));
        var added = await walk.Personal($"POST {people}", Person.Administrator, Post(people, new { name = "Zoë Verzonnen", function = "Coach", account = "zoe.verzonnen" }));
        var one = $"{people}/{added["id"]}";
        await walk.Personal($"PATCH {people}/{{id:guid}}", Person.Administrator, new Call("PATCH", one, new { function = "Mentor" }, new() { ["If-Match"] = "\"1\"" }));
        await walk.Personal($"POST {people}/{{id:guid}}/_leave", Person.Administrator, new Call("POST", $"{one}/_leave", new { }, new() { ["If-Match"] = "\"2\"" }));
        await walk.System("POST /directory/internal/organisations/_add", "operator", new Call("POST", "/directory/internal/organisations/_add",
            new { name = "Jeugdhulp Proefhaven", kind = "youth-care", administrator = "Coen Verzonnen", account = "coen.verzonnen" }));
    }

    /// <summary>What the gateway asks of the directory on behalf of other nodes.</summary>
    private async Task OtherNodesAsync()
    {
        const string nodes = "/directory/internal/nodes";
        var (node, id, epoch) = ("provider-one", Guid.Parse("01920000-0000-7000-8000-000000000112"), Guid.NewGuid());
        var noor = new { professionalId = Guid.NewGuid(), organisationId = id, name = "Noor Testman", function = "Mentor", roles = Array.Empty<string>(), active = true };
        await walk.System("GET /directory/internal/feed", "gateway", Get("/directory/internal/feed"));
        await walk.System("GET /directory/internal/own-organisations", "gateway", Get("/directory/internal/own-organisations"));
        await walk.System($"POST {nodes}/_join", "gateway", new Call("POST", $"{nodes}/_join", new { node, organisation = new { id, name = "Jeugdhulp Droomhaven", kind = "youth-care" } }));
        await walk.System($"POST {nodes}/_apply", "gateway", new Call("POST", $"{nodes}/_apply",
            new { node, epoch, after = 0, to = 1, events = new[] { new { number = 1, type = "EenPlan.Contracts.Directory.ProfessionalRegistered", data = noor } } }));
        await walk.System($"GET {nodes}/{{node}}", "gateway", Get($"{nodes}/{node}"));
        await walk.System($"POST {nodes}/_person", "gateway", new Call("POST", $"{nodes}/_person", new { node, id = noor.professionalId }));
        await walk.System($"POST {nodes}/_organisations", "gateway", new Call("POST", $"{nodes}/_organisations", new { ids = new[] { id } }));
        await walk.System($"POST {nodes}/_leave", "gateway", new Call("POST", $"{nodes}/_leave", new { node }));
    }

    private async Task CommonSystemRoutesAsync()
    {
        await AuditLinesAsync("network");
        await AuditLinesAsync("subscriptions");
        await ParkAsync<Cases.Persistence.CasesDb>();
        await ParkAsync<Directory.Persistence.DirectoryDb>();
        await ParkAsync<Network.Persistence.NetworkDb>();
        await ParkAsync<Reporting.Persistence.ReportingDb>();
        await ParkAsync<Subscriptions.Persistence.SubscriptionsDb>();
        foreach (var service in (string[])["cases", "directory", "network", "reporting", "subscriptions"])
        {
            await walk.System($"GET /{service}/internal/journal", "network", Get($"/{service}/internal/journal?after=0&limit=5"));
            await walk.System($"GET /{service}/internal/parked", "operator", Get($"/{service}/internal/parked"));
            await walk.System($"POST /{service}/internal/parked/{{parkedId:long}}/drop", "operator", new Call("POST", $"/{service}/internal/parked/1/drop", new { reason = "walk" }));
            await walk.System($"POST /{service}/internal/parked/retry", "operator", new Call("POST", $"/{service}/internal/parked/retry"));
        }
    }

    private Task ParkAsync<TDb>()
        where TDb : ServiceDb =>
        region.WithAsync<TDb, int>(db =>
        {
            db.ParkedEvents.Add(new ParkedEvent { Source = "nowhere", Number = 1, Reason = "walk", Event = "{}", ParkedAt = DateTimeOffset.UtcNow });
            return db.SaveChangesAsync();
        });

    private async Task RefusedAsync(string path, params Person[] people)
    {
        foreach (var person in people)
        {
            var reply = await region.SendAsync(person, Get(path));
            if (reply.Status is not (401 or 403))
            {
                walk.Leaks.Add($"GET {path}: {person} gets {reply.Status}");
            }
        }
    }

    private static Call Get(string path) => new("GET", path);
}
