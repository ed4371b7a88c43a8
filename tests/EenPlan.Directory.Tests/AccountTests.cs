using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Testing;

namespace EenPlan.Directory.Tests;

public sealed class AccountTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    private const string Identities = "/directory/internal/accounts/_identities";

    private async Task<JsonArray> IdentitiesAsync(string account) => (await directory.Gateway.PostAsync(Identities, new { account })).Body!.AsArray();

    [Fact]
    public async Task The_gateway_learns_who_an_account_is()
    {
        var identity = (await IdentitiesAsync("hanneke.denkbeeld")).Single()!;
        ((string)identity["kind"]!).ShouldBe("professional");
        ((Guid)identity["id"]!).ShouldBe(DirectoryFixture.Hanneke);
        ((string)identity["organisationName"]!).ShouldBe("Wijkteam Voorbeeldwijk");
        ((string)identity["municipality"]!).ShouldBe("voorbeeldstad");
        identity["roles"]!.AsArray().Select(role => (string)role!).ShouldBe(["intake"]);
        ((string)(await IdentitiesAsync("mo.testpersoon")).Single()!["kind"]!).ShouldBe("administrator");
        ((string)(await IdentitiesAsync("inge.verzinsel")).Single()!["kind"]!).ShouldBe("region");
        (await IdentitiesAsync("inge.verzinsel")).Single()!["roles"]!.AsArray().ShouldBeEmpty();
        (await IdentitiesAsync("thea.fictief")).Single()!["roles"]!.AsArray().Select(role => (string)role!).ShouldBe(["node-administrator"]);
    }

    [Fact]
    public async Task An_account_may_be_several_people_and_an_unknown_one_is_nobody()
    {
        (await IdentitiesAsync("linda.voorbeeldig")).Select(identity => (string)identity!["organisationName"]!).ShouldBe(["GGZ Denkbeeldhaven", "Praktijk Proef"]);
        (await IdentitiesAsync("who.knows")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_demo_account_can_be_signed_in_with_and_says_what_its_person_sees()
    {
        var accounts = (await directory.Gateway.GetAsync("/directory/internal/demo-accounts")).Body!.AsArray();
        accounts.Count.ShouldBe(30);
        foreach (var account in accounts)
        {
            ((string)account!["description"]!["nl"]!).ShouldNotBeNullOrWhiteSpace();
            ((string)account["description"]!["en"]!).ShouldNotBeNullOrWhiteSpace();
            (await IdentitiesAsync((string)account["account"]!)).ShouldNotBeEmpty();
        }

        accounts.Select(account => (string)account!["account"]!).Distinct().Count().ShouldBe(30);
    }

    [Fact]
    public async Task Only_the_gateway_may_ask_who_an_account_is()
    {
        var hanneke = new { account = "hanneke.denkbeeld" };
        (await directory.Host.Client().PostAsync(Identities, hanneke)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await directory.Professional.PostAsync(Identities, hanneke)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await directory.Host.Client(directory.Callers.System("directory", "cases")).PostAsync(Identities, hanneke)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await directory.Professional.GetAsync("/directory/internal/demo-accounts")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
