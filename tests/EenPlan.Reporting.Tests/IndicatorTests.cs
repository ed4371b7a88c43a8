using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Contracts.Cases;
using EenPlan.Testing;

namespace EenPlan.Reporting.Tests;

public sealed class IndicatorTests : IAsyncLifetime
{
    private const string Path = "/reporting/v1/indicators";
    private readonly TestFolder _folder = new();
    private readonly List<(Guid Case, Guid Involvement)> _parties = [];
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

    private Guid Open(string municipality, int parties)
    {
        var caseId = Guid.CreateVersion7();
        _cases.Tell(new CaseOpened(caseId, municipality, ["youth-care"], new DateOnly(2026, 11, 1)), caseId);
        for (var index = 0; index < parties; index++)
        {
            Join(caseId);
        }

        return caseId;
    }

    private void Join(Guid caseId)
    {
        var involvement = Guid.CreateVersion7();
        _parties.Add((caseId, involvement));
        _cases.Tell(new ProfessionalJoined(caseId, involvement, Guid.NewGuid(), Guid.NewGuid(), "professional"), caseId);
    }

    private List<Guid> OpenMany(string municipality, int cases, int parties) => [.. Enumerable.Range(0, cases).Select(_ => Open(municipality, parties))];

    private async Task<JsonNode> ReadAsync(string query = "")
    {
        await _host.CatchUpAsync();
        var answer = await Region.GetAsync(Path + query);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return answer.Body!;
    }

    private static JsonNode Row(JsonNode indicators, string municipality) => indicators["municipalities"]!.AsArray().Single(row => (string)row!["code"]! == municipality)!;

    private static void ShouldBeHidden(JsonNode row)
    {
        row["openCases"]!.ToJsonString().ShouldBe("{\"suppressed\":true}");
        row["partiesPerCase"]!.ToJsonString().ShouldBe("{\"suppressed\":true}");
    }

    [Fact]
    public async Task Large_numbers_are_told_and_small_ones_are_not()
    {
        OpenMany("voorbeeldstad", 12, 3);
        OpenMany("nergenshuizen", 30, 2);
        OpenMany("proefdorp", 3, 5);
        var told = await ReadAsync();
        Row(told, "nergenshuizen")["openCases"]!.ToJsonString().ShouldBe("{\"value\":30}");
        Row(told, "nergenshuizen")["partiesPerCase"]!.ToJsonString().ShouldBe("{\"value\":2}");
        ShouldBeHidden(Row(told, "proefdorp"));
        // Where nothing is open looks the same as where little is; and the smallest large one keeps them company.
        ShouldBeHidden(Row(told, "fantasiewijk"));
        ShouldBeHidden(Row(told, "voorbeeldstad"));
        ((int)told["total"]!["openCases"]!["value"]!).ShouldBe(45);
        ((decimal)told["total"]!["partiesPerCase"]!["value"]!).ShouldBe(2.5m);
        told["municipalities"]!.AsArray().Count.ShouldBe(6);
    }

    [Fact]
    public async Task Asking_for_one_municipality_tells_nothing_that_asking_for_all_does_not()
    {
        OpenMany("voorbeeldstad", 12, 1);
        OpenMany("nergenshuizen", 30, 1);
        OpenMany("proefdorp", 3, 1);
        var one = await ReadAsync("?municipality=voorbeeldstad");
        ShouldBeHidden(one["municipalities"]!.AsArray().Single()!);
        ((int)one["total"]!["openCases"]!["value"]!).ShouldBe(45);
        (await Region.GetAsync(Path + "?municipality=atlantis")).Errors.ShouldBe(["/municipality unknown-code"]);
    }

    [Fact]
    public async Task Joining_leaving_taking_over_and_moving_are_followed()
    {
        var cases = OpenMany("voorbeeldstad", 20, 1);
        OpenMany("nergenshuizen", 40, 1);
        foreach (var caseId in cases.Take(10))
        {
            Join(caseId);
        }

        var (stays, leaves) = (_parties[0], _parties[1]);
        _cases.Tell(new HelpEnded(leaves.Case, leaves.Involvement, Guid.NewGuid(), Guid.NewGuid()), leaves.Case);
        _cases.Tell(new ProfessionalReplaced(stays.Case, stays.Involvement, Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()), stays.Case);
        // 30 joined, one left, one was replaced: 29 over 20.
        ((decimal)Cell(await ReadAllShownAsync(), "voorbeeldstad", "partiesPerCase")).ShouldBe(1.5m);
        foreach (var caseId in cases.Take(5))
        {
            _cases.Tell(new CaseChanged(caseId, "nergenshuizen", ["municipality"]), caseId);
        }

        var moved = await ReadAllShownAsync();
        ((int)Cell(moved, "voorbeeldstad", "openCases")).ShouldBe(15);
        ((int)Cell(moved, "nergenshuizen", "openCases")).ShouldBe(45);
    }

    private static JsonNode Cell(JsonNode told, string municipality, string name) => Row(told, municipality)[name]!["value"]!;

    private bool _filled;

    /// <summary>Fills the other municipalities once, so that nothing has to be hidden.</summary>
    private Task<JsonNode> ReadAllShownAsync()
    {
        foreach (var municipality in _filled ? [] : (string[])["proefdorp", "fantasiewijk", "verzonnendam", "denkbeeldhaven"])
        {
            OpenMany(municipality, 11, 1);
        }

        _filled = true;
        return ReadAsync();
    }

    [Fact]
    public async Task A_restored_source_is_counted_again_from_the_start()
    {
        OpenMany("nergenshuizen", 50, 1);
        OpenMany("voorbeeldstad", 20, 1);
        ((int)(await ReadAsync())["total"]!["openCases"]!["value"]!).ShouldBe(70);
        _cases.Restore();
        OpenMany("nergenshuizen", 30, 1);
        OpenMany("voorbeeldstad", 20, 1);
        ((int)(await ReadAsync())["total"]!["openCases"]!["value"]!).ShouldBe(50);
    }

    [Fact]
    public async Task Only_the_region_reads_numbers_and_only_when_they_have_been_counted()
    {
        var callers = new TestCallers(_folder);
        (await _host.Client().GetAsync(Path)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var token in new[]
                 {
                     callers.Professional("reporting", Guid.NewGuid(), null, "intake"), callers.Family("reporting", Guid.NewGuid()), callers.System("reporting", "gateway"),
                     callers.Administrator("reporting", Guid.NewGuid(), Guid.NewGuid()), callers.Machine("reporting", Guid.NewGuid(), Guid.NewGuid()),
                 })
        {
            (await _host.Client(token).GetAsync(Path)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        using var alone = new TestFolder();
        await using var early = await TestHost.StartAsync(alone, builder => builder.AddReporting(), routes => routes.MapReporting(), new() { ["Services:cases"] = "http://127.0.0.1:9" });
        (await early.Client(new TestCallers(alone).Region("reporting", Guid.NewGuid())).GetAsync(Path)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }
}
