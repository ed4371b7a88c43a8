using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EenPlan.Contracts.Cases;
using EenPlan.Reporting.Counting;
using EenPlan.Reporting.Indicators;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Reporting.Tests;

public sealed partial class IndicatorTests : IAsyncLifetime
{
    private const string Path = "/reporting/v1/indicators";
    private readonly TestFolder _folder = new();
    private readonly HashSet<string> _ids = [];
    private FakeCases _cases = null!;
    private TestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _cases = await FakeCases.StartAsync(_folder);
        _host = await TestHost.StartAsync(_folder, builder => builder.AddReporting(), routes => routes.MapReporting(), new() { ["Services:cases"] = _cases.Address });
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _cases.DisposeAsync();
        _folder.Dispose();
    }

    private TestClient Region => _host.Client(new TestCallers(_folder).Region("reporting", Guid.NewGuid()));

    private Guid NewId()
    {
        var id = Guid.CreateVersion7();
        _ids.Add(id.ToString());
        return id;
    }

    /// <summary>Families that start in a month of the last quarter that is over: with two professionals, one of whom filled in the card, a date to look back and a goal.</summary>
    private List<Guid> Open(string municipality, int cases, int month = 0, int day = 3) => [.. Enumerable.Range(0, cases).Select(_ => OpenOne(municipality, Quarters.Day(month, day)))];

    private Guid OpenOne(string municipality, DateTimeOffset at)
    {
        var (caseId, one, other) = (NewId(), NewId(), NewId());
        Tell(new CaseOpened(caseId, municipality, ["youth-care"], Kit.Calendar.DayOf(at)), caseId, at);
        Tell(new ProfessionalJoined(caseId, one, NewId(), NewId(), "professional"), caseId, at);
        Tell(new ProfessionalJoined(caseId, other, NewId(), NewId(), "professional"), caseId, at);
        Tell(new CardChanged(caseId, one, [], true), caseId, at);
        Tell(new GoalAdded(caseId, NewId(), "money"), caseId, at);
        return caseId;
    }

    private void Tell<TEvent>(TEvent happened, Guid caseId, DateTimeOffset at)
        where TEvent : Contracts.IEvent => _cases.Tell(happened, caseId, at: at);

    private async Task<JsonNode> ReadAsync(string query = "")
    {
        await _host.CatchUpAsync();
        var answer = await Region.GetAsync(Path + query);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return answer.Body!;
    }

    /// <summary>The number as it was told of the last period in the answer; "-" when it was not.</summary>
    private static string Number(JsonNode told, string? municipality, string indicator, string? domain = null, string? status = null)
    {
        var figure = told["rows"]!.AsArray().Last(row => (string?)row!["municipality"] == municipality)!["figures"]!.AsArray()
            .Single(figure => (string?)figure!["indicator"] == indicator && (string?)figure["domain"] == domain && (string?)figure["status"] == status)!;
        ((figure["value"] is null) == ((bool?)figure["suppressed"] == true)).ShouldBeTrue();
        return figure["value"]?.ToJsonString() ?? "-";
    }

    private static string Numbers(JsonNode told, string indicator) => string.Join(' ', ((string?[])[null, "denkbeeldhaven", "fantasiewijk", "nergenshuizen", "proefdorp", "verzonnendam", "voorbeeldstad"])
        .Select(municipality => Number(told, municipality, indicator)));

    [Fact]
    public async Task Large_numbers_are_told_and_small_ones_are_not()
    {
        Open("voorbeeldstad", 12);
        Open("nergenshuizen", 30);
        Open("proefdorp", 3);
        var told = await ReadAsync();
        // Where nothing is open looks the same as where little is; and the smallest large one keeps them company.
        Numbers(told, "open-cases").ShouldBe("45 - - 30 - - -");
        Numbers(told, "inflow").ShouldBe("45 - - 30 - - -");
        Numbers(told, "parties-per-case").ShouldBe("2 - - 2 - - -");
        Number(told, null, "goals", "money", "open").ShouldBe("45");
        Number(told, null, "goals", "school", "open").ShouldBe("-");
        // Half of the cards are complete everywhere: in each part the hidden ones could be more ways than one.
        Numbers(told, "cards-complete").ShouldBe("50 - - 50 - - -");
    }

    [Fact]
    public async Task What_happens_now_is_told_when_the_quarter_is_over()
    {
        Open("voorbeeldstad", 20);
        Enumerable.Range(0, 20).ToList().ForEach(_ => OpenOne("voorbeeldstad", Quarters.Running));
        var told = await ReadAsync("?period=month");
        Number(told, null, "open-cases").ShouldBe("20");
        ((string)told["closedUntil"]!).ShouldBe(Month.Text(Quarters.Until()));
        told["rows"]!.AsArray().ShouldAllBe(row => string.CompareOrdinal((string)row!["until"]!, (string)told["closedUntil"]!) <= 0);
        (await ReadAsync($"?from={Month.Text(Month.Add(Quarters.Until(), 1))}&until={Month.Text(Month.Add(Quarters.Until(), 12))}"))["rows"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_indicator_follows_what_happened()
    {
        var (cases, soon, late) = (Open("voorbeeldstad", 40), Quarters.Day(0, 13), Quarters.Day(1, 13));
        foreach (var (caseId, index) in cases.Select((caseId, index) => (caseId, index)))
        {
            var agreement = NewId();
            Tell(new PlanAgreed(caseId, 1), caseId, index < 30 ? soon : late);
            Tell(new CoordinatorChanged(caseId, NewId(), NewId()), caseId, soon);
            Tell(new TreatmentStatusChanged(caseId, NewId(), NewId(), "started", []), caseId, soon);
            Tell(new EvaluationHeld(caseId, NewId(), Kit.Calendar.DayOf(late), Kit.Calendar.DayOf(index < 28 ? late : soon), index < 28 ? Kit.Calendar.DayOf(late).AddDays(90) : null), caseId, late);
            Tell(new AgreementKept(caseId, agreement, index < 25 ? "yes" : "partly"), caseId, late);
        }

        foreach (var caseId in cases.Take(11))
        {
            Tell(new CaseClosed(caseId, Kit.Calendar.DayOf(late), "goals-reached"), caseId, Quarters.Day(2, 20));
        }

        var told = await ReadAsync();
        Number(told, null, "plans-agreed").ShouldBe("40");
        Number(told, null, "days-to-agreed-plan").ShouldBe("10");
        Number(told, null, "coordinator-changes").ShouldBe("40");
        Number(told, null, "treatment-notices").ShouldBe("40");
        Number(told, null, "replacements").ShouldBe("-");
        Number(told, null, "evaluated-in-time").ShouldBe("70");
        Number(told, null, "evaluation-date").ShouldBe("70");
        Number(told, null, "agreements-kept", status: "yes").ShouldBe("25");
        Number(told, null, "agreements-kept", status: "partly").ShouldBe("15");
        Number(told, null, "agreements-kept", status: "no").ShouldBe("-");
        Number(told, null, "outflow").ShouldBe("11");
        // They closed after the fifteenth.
        Number(told, null, "open-cases").ShouldBe("40");
    }

    [Fact]
    public async Task Months_are_told_when_each_of_their_quarter_is_large()
    {
        Open("voorbeeldstad", 12, month: 0);
        Open("voorbeeldstad", 11, month: 1);
        Open("voorbeeldstad", 10, month: 2);
        Open("nergenshuizen", 40, month: 1);
        var told = await ReadAsync("?period=month&municipality=voorbeeldstad");
        told["rows"]!.AsArray().Where(row => row!["municipality"] is null).TakeLast(3).Select(row => row!["figures"]!.AsArray().Single(figure => (string?)figure!["indicator"] == "inflow")!["value"]?.ToJsonString())
            .ShouldBe(["12", "51", "10"]);
        // Of a municipality they would say which months were empty elsewhere.
        Number(told, "voorbeeldstad", "inflow").ShouldBe("-");
        (await ReadAsync("?period=year"))["rows"]!.AsArray().Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Asking_for_one_municipality_tells_nothing_that_asking_for_all_does_not()
    {
        Open("voorbeeldstad", 12);
        Open("nergenshuizen", 30);
        Open("proefdorp", 3);
        var one = await ReadAsync("?municipality=voorbeeldstad");
        Number(one, "voorbeeldstad", "open-cases").ShouldBe("-");
        Number(one, null, "open-cases").ShouldBe("45");
        var none = (await ReadAsync("?municipality=region"))["rows"]!.AsArray();
        none.Count.ShouldBeGreaterThan(0);
        none.ShouldAllBe(row => row!["municipality"] == null);
        foreach (var (query, error) in new[]
                 {
                     ("municipality=atlantis", "/municipality unknown-code"), ("period=week", "/period unknown-code"), ("period=1", "/period unknown-code"), ("from=2026-13", "/from not-a-month"),
                     ("until=juni", "/until not-a-month"), ("until=9999-12", "/until not-a-month"), ("from=2026-05&until=2026-04", "/from out-of-range"), ("from=2001-01&until=2026-04", "/from out-of-range"),
                 })
        {
            (await Region.GetAsync($"{Path}?{query}")).Errors.ShouldBe([error]);
            (await Region.GetAsync($"{Path}/_download?{query}")).Errors.ShouldBe([error]);
        }
    }

    [Fact]
    public async Task A_case_that_moves_counts_where_it_is()
    {
        var cases = Open("voorbeeldstad", 20);
        string[] others = ["nergenshuizen", "proefdorp", "fantasiewijk", "verzonnendam", "denkbeeldhaven"];
        Array.ForEach(others, municipality => Open(municipality, 30));
        foreach (var caseId in cases.Take(5))
        {
            Tell(new CaseChanged(caseId, "nergenshuizen", ["municipality"]), caseId, Quarters.Day(1, 3));
        }

        var moved = await ReadAsync();
        Numbers(moved, "open-cases").ShouldBe("170 30 30 35 30 30 15");
        Numbers(moved, "inflow").ShouldBe("170 30 30 30 30 30 20");
    }

    [Fact]
    public async Task Reading_twice_counts_once_and_a_restored_source_is_counted_again_from_the_start()
    {
        Open("nergenshuizen", 50);
        Open("voorbeeldstad", 20);
        Number(await ReadAsync(), null, "open-cases").ShouldBe("70");
        await _host.WithAsync<Persistence.ReportingDb, int>(db => db.Watermarks.ExecuteUpdateAsync(set => set.SetProperty(row => row.Number, 0L)));
        Number(await ReadAsync(), null, "inflow").ShouldBe("70");
        _cases.Restore();
        Open("nergenshuizen", 30);
        Open("voorbeeldstad", 20);
        Number(await ReadAsync(), null, "open-cases").ShouldBe("50");
    }

    [Fact]
    public async Task There_is_nobody_in_the_numbers_and_no_organisation()
    {
        Open("nergenshuizen", 50);
        var told = (await ReadAsync()).ToJsonString();
        AnyId().IsMatch(told).ShouldBeFalse();
        _ids.ShouldAllBe(id => !told.Contains(id));
        var kinds = Definitions.All.Select(definition => definition.Code).ToHashSet();
        (await ReadAsync())["rows"]!.AsArray().SelectMany(row => row!["figures"]!.AsArray()).ShouldAllBe(figure => kinds.Contains((string)figure!["indicator"]!)
            && figure.AsObject().All(pair => pair.Key == "indicator" || pair.Key == "domain" || pair.Key == "status" || pair.Key == "value" || pair.Key == "suppressed"));
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-")]
    private static partial Regex AnyId();

    [Fact]
    public async Task Only_the_region_reads_numbers_and_only_when_they_have_been_counted()
    {
        var callers = new TestCallers(_folder);
        foreach (var path in (string[])[Path, Path + "/_download"])
        {
            (await _host.Client().GetAsync(path)).Status.ShouldBe(HttpStatusCode.Unauthorized);
            foreach (var token in new[]
                     {
                         callers.Professional("reporting", Guid.NewGuid(), null, "intake"), callers.Family("reporting", Guid.NewGuid()), callers.System("reporting", "gateway"),
                         callers.Administrator("reporting", Guid.NewGuid(), Guid.NewGuid()), callers.Machine("reporting", Guid.NewGuid(), Guid.NewGuid()),
                     })
            {
                (await _host.Client(token).GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden);
            }
        }

        using var alone = new TestFolder();
        await using var early = await TestHost.StartAsync(alone, builder => builder.AddReporting(), routes => routes.MapReporting(), new() { ["Services:cases"] = "http://127.0.0.1:9" });
        (await early.Client(new TestCallers(alone).Region("reporting", Guid.NewGuid())).GetAsync(Path)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }
}
