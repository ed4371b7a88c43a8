using System.Text;
using EenPlan.Story;
using Microsoft.Data.Sqlite;

namespace EenPlan.Distributed.Tests;

/// <summary>
/// Runs after everything else (<see cref="SearchLast"/>): what was written in the whole run is in no log, trace, metric, event, message, address or database of another.
/// </summary>
public sealed class NothingOfFamiliesGoesOut(DistributedProduct running) : IAsyncLifetime
{
    private const string Name = "Tante Geertruida Nergenste-Vinden";
    private readonly Cast _cast = new(running.Product);
    private Family _family = null!;

    public async ValueTask InitializeAsync()
    {
        _family = await Family.OpenAsync(running.Product, _cast);
        await _family.AppointAsync(Cast.Coordinator);
        var karim = await _cast.AsAsync(Cast.Coordinator);
        (await karim.PostAsync($"network/v1/cases/{_family.Id}/people", new { name = Name, sector = "family", frequency = "often", quality = "good" })).ShouldBe(201);
        await Eventually.SeesAsync("the events on the bus", () => Task.FromResult(Databases.Stuck(running.Product.DataFolder) is { Count: 0 } ? "there" : null));
    }

    public ValueTask DisposeAsync()
    {
        _cast.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Nothing_that_people_wrote_in_the_whole_run_is_in_what_the_product_keeps_or_sends()
    {
        await MistakesAsync(await _cast.AsAsync(Cast.Coordinator), _family);

        await EachPlaceIsFilledAsync(running.Product.DataFolder, _family.Id);
        Privacy.Check(running.Product.DataFolder, running.Collector);
    }

    [Fact]
    public async Task What_is_planted_is_found_wherever_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("ep-").FullName;
        await using var collector = Collector.Listen();
        try
        {
            foreach (var database in (string[])[.. Databases.Services, "gateway"])
            {
                Databases.Read(running.Product.DataFolder, database, $"VACUUM INTO '{Path.Combine(folder, database + ".db")}'");
            }

            Change(folder, "network", $"UPDATE People SET Name = '{Name}' WHERE Id = (SELECT MIN(Id) FROM People)");
            Privacy.Check(folder, collector);

            Plant(folder, "logs/cases.log", $"GET /cases?search={Uri.EscapeDataString(Name)}");
            Plant(folder, "logs/gateway.log", "GET /people?name=" + Name.Replace(' ', '+'));
            Plant(folder, "logs/network.log", "hanneke.denkbeeld signed in");
            Plant(folder, "distributed/rabbitmq/mnesia/queue", "\0\u0001" + Name + "\u0002");
            Change(folder, "reporting", $"UPDATE Cases SET Facts = '{Name}' WHERE CaseId = (SELECT MIN(CaseId) FROM Cases)");
            Change(folder, "cases", $$"""UPDATE Journal SET Data = '{"who":"{{Name}}"}' WHERE Seq = (SELECT MAX(Seq) FROM Journal)""");
            Change(folder, "directory", $"UPDATE Journal SET Data = '{Name}' WHERE Seq = (SELECT MAX(Seq) FROM Journal)");
            Change(folder, "subscriptions", $"INSERT INTO ParkedEvents (Source, Number, Reason, Event, ParkedAt) VALUES ('cases', 1, 'x', '{Name}', 0)");
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            foreach (var signal in (string[])["traces", "metrics"])
            {
                using var sent = new ByteArrayContent([10, 0, .. Encoding.UTF8.GetBytes(Name), 8]);
                (await http.PostAsync(new Uri(collector.Url, $"v1/{signal}"), sent, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
            }

            var found = Should.Throw<ShouldAssertException>(() => Privacy.Check(folder, collector, WhatGoesOut.Of("the feed", Name))).Message;
            foreach (var place in (string[])["logs/cases.log", "logs/gateway.log", "logs/network.log", "broker/queue", "reporting.db", "events of cases", "events of directory", "events of subscriptions", "traces", "metrics", "the feed"])
            {
                found.ShouldContain(place + ":");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Addresses and bodies that go wrong are what logs love: names in them, too.</summary>
    private async Task MistakesAsync(Visitor karim, Family family)
    {
        var name = Uri.EscapeDataString(Name);
        foreach (var path in (string[])[$"cases/v1/cases?search={name}", $"cases/v1/cases/{name}", $"network/v1/cases/{family.Id}/people/{name}", $"nothing/{name}", $"directory/v1/professionals/{name}?q={name}"])
        {
            (await karim.GetAsync(path)).Status.ShouldBeLessThan(500);
        }

        (await karim.PostAsync($"network/v1/cases/{family.Id}/people", new { name = Name, sector = Name, frequency = Name })).ShouldBe(400);
        (await karim.PostAsync("cases/v1/cases", new { alias = Name, municipality = Name })).ShouldBe(400);
        (await karim.PatchAsync(family.Path, new { alias = Name }, "\"" + 12345 + "\"")).Status.ShouldBe(412);
        (await Visitor.Stranger(running.Product).SendAsync(HttpMethod.Post, "/session/code", new { code = Name })).Status.ShouldBeInRange(400, 499);
    }

    /// <summary>An empty place proves nothing: each holds what it must hold when it is written to at all.</summary>
    private async Task EachPlaceIsFilledAsync(string folder, string caseId)
    {
        foreach (var program in (string[])["EenPlan.Gateway", "EenPlan.Cases", "EenPlan.Directory", "EenPlan.Network", "EenPlan.Reporting", "EenPlan.Subscriptions"])
        {
            await Eventually.SeesAsync($"traces and metrics of {program}", () => Task.FromResult(Holds("traces", program) && Holds("metrics", program) ? program : null));
        }

        await Eventually.SeesAsync("requests by route", () => Task.FromResult(Holds("traces", "GET /cases/v1/cases/{caseId:guid}") && Holds("metrics", "http.server.request.duration") ? "there" : null));
        Privacy.Search(WhatGoesOut.AboutTheRun(folder, null), [caseId]).ShouldContain(found => found.StartsWith("events of cases", StringComparison.Ordinal));
        Privacy.Search(WhatGoesOut.AboutProfessionals(folder), [caseId]).ShouldContain(found => found.StartsWith("broker/", StringComparison.Ordinal));
        File.Exists(Path.Combine(folder, "logs", "cases.log")).ShouldBeTrue();
    }

    private bool Holds(string signal, string text) => running.Collector.Of(signal).Any(bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    private static void Plant(string folder, string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static void Change(string folder, string database, string statement)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, database + ".db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
