using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Contracts.Directory;
using EenPlan.Directory.Persistence;
using EenPlan.QueryPlans.Testing;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Tests.Nodes;

/// <summary>A region that another node has joined with one organisation, and what that node would send.</summary>
public sealed class MemberFixture : IAsyncLifetime
{
    public const string Node = "provider-one";
    public const string Organisation = "EenPlan.Contracts.Directory.OrganisationRegistered";
    public const string Professional = "EenPlan.Contracts.Directory.ProfessionalRegistered";

    public static readonly Guid Droomhaven = Guid.Parse("01920000-0000-7000-8000-000000000112");
    public static readonly Guid Noor = Guid.Parse("01920000-0000-7000-8000-000000000251");
    public static readonly Guid Bas = Guid.Parse("01920000-0000-7000-8000-000000000252");

    private readonly TestFolder _folder = new();

    public TestHost Host { get; private set; } = null!;

    public TestCallers Callers => new(_folder);

    public TestClient Gateway => Host.Client(Callers.System("directory", "gateway"));

    public TestClient Hanneke => Host.Client(Callers.Professional("directory", DirectoryFixture.Hanneke, DirectoryFixture.WijkteamVoorbeeldwijk, "intake"));

    public Guid Epoch { get; set; } = Guid.NewGuid();

    /// <summary>How many people the region believes a node to have.</summary>
    public int? MostPeople { get; init; }

    public async ValueTask InitializeAsync() => Host = await DirectoryFixture.StartAsync(_folder, mostPeople: MostPeople);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Dispose();
    }

    public static object Facts(Guid? id = null, string name = "Jeugdhulp Droomhaven", string kind = "youth-care", string? municipality = null, string? phone = null) =>
        new { id = id ?? Droomhaven, name, kind, municipality, phone };

    /// <summary>What its node tells of the organisation itself.</summary>
    public static object Told(string name, string kind = "youth-care") => new { organisationId = Droomhaven, name, kind, municipality = (string?)null, phone = (string?)null };

    public static string? CodeOf(Answer answer) => (string?)answer.Body!["code"];

    public Task<Answer> JoinAsync(object? organisation = null, Guid? existing = null, string node = Node) =>
        Gateway.PostAsync("/directory/internal/nodes/_join", new { node, organisation = organisation ?? Facts(), existing });

    public async Task JoinedAsync(object? organisation = null, Guid? existing = null, string node = Node) =>
        (await JoinAsync(organisation, existing, node)).Status.ShouldBe(HttpStatusCode.NoContent);

    public async Task LeftAsync() => (await Gateway.PostAsync("/directory/internal/nodes/_leave", new { node = Node })).Status.ShouldBe(HttpStatusCode.NoContent);

    /// <summary>Sends a page as the gateway does after it checked who speaks.</summary>
    public Task<Answer> ApplyAsync(long after, long to, params object[] events) => Gateway.PostAsync("/directory/internal/nodes/_apply", new { node = Node, epoch = Epoch, after, to, events });

    /// <summary>Sends a page of a journal that goes further.</summary>
    public Task<Answer> ApplyPartAsync(long after, long to, long head, params object[] events) =>
        Gateway.PostAsync("/directory/internal/nodes/_apply", new { node = Node, epoch = Epoch, after, to, head, events });

    public static object Event(long number, object data, string type = Professional) => new { number, eventId = Guid.NewGuid(), type, at = "2026-11-27T10:00:00Z", data };

    public static JsonObject Person(Guid? id = null, Guid? organisation = null, string name = "Noor Testman", bool active = true, params string[] roles) => new()
    {
        ["professionalId"] = id ?? Noor, ["organisationId"] = organisation ?? Droomhaven, ["name"] = name, ["function"] = "Gezinsbegeleider", ["phone"] = "06 00 00 02 51",
        ["email"] = "noor.testman@droomhaven.example", ["preferredChannel"] = "phone", ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]), ["active"] = active,
    };

    /// <summary>The names under which the region's people find somebody.</summary>
    public async Task<string[]> FoundAsync(string text) =>
        [.. (await Hanneke.PostAsync("/directory/v1/professionals/_search", new { text })).Items.Select(item => (string)item!["name"]!)];

    /// <summary>What the directory told the other services about somebody, in order: name and whether they work there.</summary>
    public Task<List<string>> ToldAsync(Guid id) => Host.WithAsync<DirectoryDb, List<string>>(async db =>
        [.. (await db.Journal.TagWith(CommandRecorder.AskedByTest).Where(row => row.Type == Professional).OrderBy(row => row.Seq).Select(row => row.Data).ToListAsync())
            .Select(data => System.Text.Json.JsonSerializer.Deserialize<ProfessionalRegistered>(data, Kit.Json.Options)!).Where(told => told.ProfessionalId == id)
            .Select(told => $"{told.Name} {(told.Active ? "works" : "left")}")]);

    public Task<List<string>> ReasonsAsync() => Host.WithAsync<DirectoryDb, List<string>>(db =>
        db.RefusedNodeEvents.TagWith(CommandRecorder.AskedByTest).OrderBy(row => row.Id).Select(row => row.Number + " " + row.Reason).ToListAsync());

    public Task<int> JournalAsync() => Host.WithAsync<DirectoryDb, int>(db => db.Journal.TagWith(CommandRecorder.AskedByTest).CountAsync());
}
