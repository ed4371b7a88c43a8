using System.Net;
using EenPlan.Directory.Persistence;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Tests.Nodes;

public sealed class JoiningTests : IAsyncLifetime
{
    private static readonly Guid Verzonnen = Guid.Parse("01920000-0000-7000-8000-000000000105");
    private readonly MemberFixture _region = new();

    public ValueTask InitializeAsync() => _region.InitializeAsync();

    public ValueTask DisposeAsync() => _region.DisposeAsync();

    [Fact]
    public async Task An_organisation_that_joins_is_known_and_belongs_to_its_node()
    {
        await _region.JoinedAsync();
        var known = await _region.Hanneke.GetAsync($"/directory/v1/organisations/{MemberFixture.Droomhaven}");
        ((string)known.Body!["name"]!).ShouldBe("Jeugdhulp Droomhaven");
        (await _region.Host.WithAsync<DirectoryDb, string?>(db => db.Organisations.Where(row => row.Id == MemberFixture.Droomhaven).Select(row => row.Node).SingleAsync())).ShouldBe("provider-one");
        var names = (await _region.Gateway.PostAsync("/directory/internal/nodes/_organisations", new { ids = new[] { MemberFixture.Droomhaven, Guid.NewGuid() } })).Body!.AsArray();
        ((string)names.Single()!["name"]!).ShouldBe("Jeugdhulp Droomhaven");
        ((Guid)names.Single()!["id"]!).ShouldBe(MemberFixture.Droomhaven);
    }

    [Fact]
    public async Task A_node_that_asks_again_is_let_in_again_and_another_is_not()
    {
        await _region.JoinedAsync();
        await _region.JoinedAsync();
        MemberFixture.CodeOf(await _region.JoinAsync(node: "provider-two")).ShouldBe("organisation-known");
        await _region.LeftAsync();
        MemberFixture.CodeOf(await _region.JoinAsync()).ShouldBe("organisation-known");
    }

    [Fact]
    public async Task Joining_takes_over_nothing_that_was_not_handed_over()
    {
        await RefusedAsync(MemberFixture.Facts(Verzonnen, "Jeugdzorg Verzonnen"), null);
        await RefusedAsync(MemberFixture.Facts(), Verzonnen);
        await RefusedAsync(MemberFixture.Facts(), MemberFixture.Droomhaven);
        // A youth-care organisation does not become a wijkteam on the way: its people could open cases then.
        await RefusedAsync(MemberFixture.Facts(Verzonnen, "Jeugdzorg Verzonnen", "neighbourhood-team"), Verzonnen);
        (await _region.Host.WithAsync<DirectoryDb, int>(db => db.Organisations.Where(row => row.Node != null).CountAsync())).ShouldBe(0);

        async Task RefusedAsync(object organisation, Guid? existing)
        {
            var answer = await _region.JoinAsync(organisation, existing);
            answer.Status.ShouldBe(HttpStatusCode.Conflict);
            MemberFixture.CodeOf(answer).ShouldBe("organisation-known");
        }
    }

    [Fact]
    public async Task An_organisation_is_handed_over_with_its_people_and_they_no_longer_sign_in_here()
    {
        await _region.JoinedAsync(MemberFixture.Facts(Verzonnen, "Jeugdzorg Verzonnen Eigen", phone: "06 00 00 01 05"), Verzonnen);
        (await _region.FoundAsync("joris eigen")).ShouldBe(["Joris Verzinsel"]);
        (await IdentitiesAsync("joris.verzinsel")).ShouldBe(0);
        (await IdentitiesAsync("mo.testpersoon")).ShouldBe(0);
        (await IdentitiesAsync("hanneke.denkbeeld")).ShouldBe(1);
        // Nobody else may then say that it is theirs.
        MemberFixture.CodeOf(await _region.JoinAsync(MemberFixture.Facts(Verzonnen, "Jeugdzorg Verzonnen"), Verzonnen, "provider-two")).ShouldBe("organisation-known");

        async Task<int> IdentitiesAsync(string account) => (await _region.Gateway.PostAsync("/directory/internal/accounts/_identities", new { account })).Body!.AsArray().Count;
    }

    [Fact]
    public async Task What_a_newcomer_sends_is_read_as_strictly_as_anything_else()
    {
        var answer = await _region.JoinAsync(new { id = "x", name = "", kind = "region", colour = "red" }, node: "Provider One");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldBe(["/node not-a-node", "/organisation/colour unknown-field", "/organisation/id not-an-id", "/organisation/kind unknown-code", "/organisation/name required"], ignoreOrder: true);
        (await _region.JoinAsync(node: "region")).Errors.ShouldBe(["/node own-node"]);
    }

    [Fact]
    public async Task Only_the_gateway_may_ask_any_of_this()
    {
        string[] tokens = [_region.Callers.System("directory", "cases"), _region.Callers.Professional("directory", DirectoryFixture.Hanneke), _region.Callers.Administrator("directory", Guid.NewGuid(), Verzonnen)];
        foreach (var caller in tokens.Select(_region.Host.Client))
        {
            foreach (var route in new[] { "feed", "own-organisations", "nodes/provider-one" })
            {
                (await caller.GetAsync("/directory/internal/" + route)).Status.ShouldBe(HttpStatusCode.Forbidden, route);
            }

            foreach (var route in new[] { "_join", "_apply", "_leave", "_person", "_organisations" })
            {
                (await caller.PostAsync("/directory/internal/nodes/" + route, new { })).Status.ShouldBe(HttpStatusCode.Forbidden, route);
            }
        }

        (await _region.Host.Client().PostAsync("/directory/internal/nodes/_join", new { })).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
