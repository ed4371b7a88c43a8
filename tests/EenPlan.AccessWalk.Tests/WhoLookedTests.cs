using System.Text.Json.Nodes;
using EenPlan.Kit.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static EenPlan.AccessWalk.Tests.Families;

namespace EenPlan.AccessWalk.Tests;

/// <summary>The family reads in one list who looked, wherever it was done, and the list says what it lacks.</summary>
[Collection("one region at a time")]
public sealed class WhoLookedTests : IClassFixture<WhoLookedTests.Stage>
{
    private const string Feed = "/subscriptions/v1/feed?since=0&limit=500";
    private const string Told = "machine subscriptions-read-feed organisation-feed allowed";

    private readonly Region _region;
    private readonly Silence _silence;

    public WhoLookedTests(Stage stage) => (_region, _silence) = (stage.Region, stage.Silence);

    [Fact]
    public async Task What_was_done_in_every_service_stands_in_one_list()
    {
        var families = await Families.MeetAsync(_region);
        await AddPersonAsync(families);
        await ToldAsync(Person.Guardian, "/subscriptions/v1/updates", families);
        await _region.DoAsync(Person.Guardian, Get("/cases/v1/cases"));
        (await _region.SendAsync(Person.Stranger, Get(People(families)))).Status.ShouldBe(404);
        await CarriedAsync();

        var log = await WholeAsync(families.Parent, Log(families));
        var lines = Sentences(log);
        lines.ShouldContain("professional network-add-person involved:professional allowed");
        lines.ShouldContain("professional network-list-people none refused");
        lines.ShouldContain("professional subscriptions-list-updates own-updates allowed");
        lines.ShouldContain("professional list-cases own-cases allowed");
        lines.ShouldContain("professional open-case intake allowed");
        ((string?)log["items"]!.AsArray().First(line => (string?)line!["action"] == "network-add-person")!["who"]).ShouldNotBeNull();

        Sentences(await _region.DoAsync(families.Parent, Get(Log(families) + "?limit=1"))).ShouldBe(["family read-access-log involved:family allowed"]);
    }

    [Fact]
    public async Task The_system_of_an_organisation_that_was_told_something_stands_in_it()
    {
        var families = await Families.MeetAsync(_region);
        await ChangeCardAsync(families, Person.GroupWorker, families.GroupWorkerCard, new { reason = "iets anders" });
        await ToldAsync(families.OwnMachine, Feed, families);

        var line = (await WholeAsync(families.Parent, Log(families)))["items"]!.AsArray().First(line => (string?)line!["action"] == "subscriptions-read-feed")!;
        ((string?)line["actorKind"], (string?)line["who"]).ShouldBe(("machine", null));
        ((string?)line["organisation"]).ShouldNotBeNull();
    }

    [Fact]
    public async Task Its_pages_join_without_gap_or_double_newest_first()
    {
        var families = await Families.MeetAsync(_region);
        for (var turn = 0; turn < 4; turn++)
        {
            await _region.DoAsync(Person.Guardian, Get(People(families)));
            await _region.DoAsync(Person.Guardian, Get(families.Of("/plan")));
        }

        await CarriedAsync();
        var whole = WithoutReading([await WholeAsync(Person.Intake, Log(families) + "?limit=200")]);
        var pieces = await PagesAsync(families, _ => { });
        for (var attempt = 0; attempt < 10 && pieces.Exists(page => Missing(page).Count > 0); attempt++)
        {
            pieces = await PagesAsync(families, _ => { });
        }

        // Every page that was read added a line on top of what the later pages show, never between them.
        var lines = WithoutReading(pieces);
        lines.Select(line => (string)line!["id"]!).ShouldBe(whole.Select(line => (string)line!["id"]!));
        lines.Take(8).Select(line => (string?)line!["action"]).ShouldBe(Enumerable.Repeat((string[])["read-plan", "network-list-people"], 4).SelectMany(pair => pair));
        (await _region.SendAsync(Person.Intake, Get(Log(families) + "?after=1,2"))).Status.ShouldBe(400);
        (await _region.SendAsync(Person.Intake, Get(Log(families) + "?after=-,2,3"))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_named_on_every_page_until_it_is_read_anew()
    {
        var families = await Families.MeetAsync(_region);
        await AddPersonAsync(families);
        await CarriedAsync();

        _silence.Of = "network";
        var pages = await PagesAsync(families, page => _silence.Of = page == 1 ? null : _silence.Of);
        pages.Count.ShouldBeGreaterThan(2);
        pages.ShouldAllBe(page => Missing(page).Single() == "network");
        pages.SelectMany(Sentences).ShouldNotContain(line => line.Contains("network-", StringComparison.Ordinal));

        Sentences(await WholeAsync(Person.Intake, Log(families))).ShouldContain("professional network-add-person involved:professional allowed");
    }

    [Fact]
    public async Task The_family_learns_nothing_of_a_hidden_professional_by_what_was_done_elsewhere()
    {
        var families = await Families.MeetAsync(_region);
        await ChangeCardAsync(families, Person.GroupWorker, families.GroupWorkerCard, new { reason = "iets anders" });
        await AddPersonAsync(families);
        await _region.DoAsync(Person.GroupWorker, Get(People(families)));
        await ToldAsync(families.OwnMachine, Feed, families);
        await CoordinateAsync(families);
        var until = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(20).ToString("yyyy-MM-dd", null);
        foreach (var card in (Guid[])[families.GuardianCard, families.GroupWorkerCard])
        {
            await ChangeCardAsync(families, Person.Coordinator, card, new { hiddenFromFamily = new { ground = "reporting-code", reason = Secret, until } });
        }

        await CarriedAsync();
        var family = await SeenByAsync(families.Parent, families);
        family.ShouldNotContain(line => line.Contains("network-", StringComparison.Ordinal));
        // A former colleague of the guardian is known to the family, so the organisation is.
        family.ShouldContain(Told);
        (await SeenByAsync(Person.Coordinator, families)).Count(line => line.Contains("network-", StringComparison.Ordinal)).ShouldBe(2);

        await _region.WithAsync<Cases.Persistence.CasesDb, int>(db => db.Involvements.Where(row => row.CaseId == families.Case && row.ProfessionalId == Person.Former.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HiddenUntil, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(20))));
        (await SeenByAsync(families.Parent, families)).ShouldNotContain(Told);
        (await SeenByAsync(Person.Coordinator, families)).ShouldContain(Told);
    }

    private async Task<List<string>> SeenByAsync(Person person, Families families) => Sentences(await WholeAsync(person, Log(families) + "?limit=200"));

    private async Task CoordinateAsync(Families families)
    {
        var invited = (string)(await _region.DoAsync(Person.Intake, Post(families.Of("/involvements"), new { professionalId = Person.Coordinator.Id, kind = "professional" })))["id"]!;
        await _region.DoAsync(Person.Coordinator, new Call("POST", $"/cases/v1/invitations/{invited}/acceptance"));
        await _region.DoAsync(Person.Intake, new Call("POST", families.Of("/coordinator"), new { involvementId = invited }));
    }

    private Task AddPersonAsync(Families families) =>
        _region.DoAsync(Person.Guardian, Post(People(families), new { name = Secret + " opa", sector = "family" }));

    private async Task ChangeCardAsync(Families families, Person by, Guid card, object change)
    {
        var path = families.Of($"/involvements/{card}");
        await _region.DoAsync(by, new Call("PATCH", path, change, new() { ["If-Match"] = (await _region.SendAsync(by, Get(path))).Tag! }));
    }

    /// <summary>Reads what somebody is told until this family is in it: events get their number on their own.</summary>
    private async Task ToldAsync(Person person, string path, Families families)
    {
        for (var attempt = 0; !(await _region.DoAsync(person, Get(path))).ToJsonString().Contains(families.Case.ToString(), StringComparison.Ordinal); attempt++)
        {
            attempt.ShouldBeLessThan(200, $"{person} is told nothing of this family");
            await Task.Delay(50, TestContext.Current.CancellationToken);
            await _region.CatchUpAsync();
        }
    }

    /// <summary>Reads until nothing is missing, as a person would press "try again": a service that has no time for five seconds counts as silent.</summary>
    private async Task<JsonNode> WholeAsync(Person person, string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            var page = await _region.DoAsync(person, Get(path));
            if (Missing(page).Count == 0)
            {
                return page;
            }

            attempt.ShouldBeLessThan(10, $"{page["missing"]} stays silent");
        }
    }

    /// <summary>The lines below those of reading the log itself.</summary>
    private static List<JsonNode?> WithoutReading(IEnumerable<JsonNode> pages) =>
        [.. pages.SelectMany(page => page["items"]!.AsArray()).SkipWhile(line => (string?)line!["action"] == "read-access-log")];

    private async Task<List<JsonNode>> PagesAsync(Families families, Action<int> after)
    {
        List<JsonNode> pages = [];
        string? next = null;
        do
        {
            pages.Add(await _region.DoAsync(Person.Intake, Get($"{Log(families)}?limit=3&after={next}")));
            next = (string?)pages[^1]["next"];
            after(pages.Count);
        }
        while (next is not null);

        return pages;
    }

    /// <summary>Waits until the lines of committed changes are in the stores.</summary>
    private async Task CarriedAsync()
    {
        while (await WaitingAsync<Cases.Persistence.CasesDb>() + await WaitingAsync<Network.Persistence.NetworkDb>() > 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private Task<int> WaitingAsync<TDb>()
        where TDb : ServiceDb => _region.WithAsync<TDb, int>(db => db.AuditOutbox.CountAsync());

    private static List<string> Sentences(JsonNode page) =>
        [.. page["items"]!.AsArray().Select(line => $"{line!["actorKind"]} {line["action"]} {line["purpose"]} {line["outcome"]}")];

    private static List<string> Missing(JsonNode page) => [.. page["missing"]!.AsArray().Select(service => (string)service!)];

    private static string Log(Families families) => families.Of("/access-log");

    private static string People(Families families) => $"/network/v1/cases/{families.Case}/people";

    private static Call Get(string path) => new("GET", path);

    /// <summary>One region for all tests; each has families of its own in it.</summary>
    public sealed class Stage : IAsyncLifetime
    {
        internal Silence Silence { get; } = new();

        internal Region Region { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Region = await Region.StartAsync(services => services.AddSingleton<IStartupFilter>(Silence));

        public ValueTask DisposeAsync() => Region.DisposeAsync();
    }

    /// <summary>Lets one service fail when cases asks who looked.</summary>
    internal sealed class Silence : IStartupFilter
    {
        public string? Of { get; set; }

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, go) =>
            {
                if (Of is null || http.Request.Path != $"/{Of}/internal/audit-lines/_search")
                {
                    return go(http);
                }

                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            });
            next(app);
        };
    }
}
