using System.Net;
using System.Text.Json;
using EenPlan.Contracts.Network;
using EenPlan.Network.Persistence;
using EenPlan.QueryPlans.Testing;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;
using static EenPlan.Network.Tests.NetworkFixture;

namespace EenPlan.Network.Tests;

/// <summary>What others hear of a network: its whole state in counts and codes, with every change, and never who.</summary>
public sealed class NewsTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Guid _case = Guid.CreateVersion7();

    private TestClient Coach => network.Professional(network.Cases.Professional(_case));

    private Task<List<string>> ToldAsync() => network.Host.WithAsync<NetworkDb, List<string>>(db =>
        db.Journal.TagWith(CommandRecorder.AskedByTest).Where(row => row.CaseId == _case).OrderBy(row => row.CaseVersion).Select(row => row.Data).ToListAsync());

    private async Task<NetworkChanged> LastAsync() => JsonSerializer.Deserialize<NetworkChanged>((await ToldAsync())[^1], Kit.Json.Options)!;

    [Fact]
    public async Task Every_change_tells_how_the_network_is_after_it()
    {
        var coach = Coach;
        var grandpa = await coach.PostAsync(PeopleOf(_case), new { name = "Opa", sector = "family", frequency = "often", domains = new[] { "leisure", "raising" } });
        await coach.PostAsync(PeopleOf(_case), new { name = "Ali", sector = "neighbours", frequency = "rarely", domains = new[] { "raising" } });
        await coach.PostAsync(PeopleOf(_case), new { name = "Fleur", sector = "professional", frequency = "often", domains = new[] { "money" } });
        (await LastAsync()).ShouldSatisfyAllConditions(
            told => told.Version.ShouldBe(3),
            told => (told.People, told.OutsideHelp, told.InTouch).ShouldBe((3, 2, 1)),
            told => told.Domains.ShouldBe(["raising", "leisure"]));

        await coach.PatchAsync($"{PeopleOf(_case)}/{grandpa.Id}", new { frequency = "rarely" }, grandpa.Tag);
        (await LastAsync()).InTouch.ShouldBe(0);
        await coach.DeleteAsync($"{PeopleOf(_case)}/{grandpa.Id}", "\"2\"");
        (await LastAsync()).ShouldSatisfyAllConditions(told => (told.Version, told.People, told.OutsideHelp).ShouldBe((5, 2, 1)), told => told.Domains.ShouldBe(["raising"]));
    }

    [Fact]
    public async Task What_changed_nothing_tells_nothing()
    {
        var coach = Coach;
        var added = await coach.PostAsync(PeopleOf(_case), new { name = "Opa", sector = "family" }, "key");
        await coach.PostAsync(PeopleOf(_case), new { name = "Opa", sector = "family" }, "key");
        (await coach.PatchAsync($"{PeopleOf(_case)}/{added.Id}", new { sector = "family" }, added.Tag)).Status.ShouldBe(HttpStatusCode.OK);
        (await coach.PatchAsync($"{PeopleOf(_case)}/{added.Id}", new { sector = "friends" }, "\"9\"")).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await ToldAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_never_says_who()
    {
        var coach = Coach;
        var added = await coach.PostAsync(PeopleOf(_case), new { name = "Zonneschijn", relation = "buurvrouw", sector = "neighbours" });
        await coach.PatchAsync($"{PeopleOf(_case)}/{added.Id}", new { name = "Maneschijn" }, added.Tag);
        var told = string.Concat(await ToldAsync());
        told.ShouldNotContain("schijn");
        told.ShouldNotContain("buurvrouw");
        told.ShouldNotContain(added.Id.ToString());
    }
}
