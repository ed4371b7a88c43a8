using System.Net;
using EenPlan.Nodes.Tests.Malice;

namespace EenPlan.Nodes.Tests;

/// <summary>
/// A node that was let in and is malicious: own keys, own code. It gets nothing beyond the cases of its own people, of whom it has one and who is in none.
/// </summary>
public sealed class MaliceTests(JoinedNodes beginning) : IClassFixture<JoinedNodes>, IAsyncLifetime
{
    private const string Gerda = "gerda.voorbeeld";
    private readonly TwoNodes _nodes = beginning.Nodes;
    private readonly Cast _cast = beginning.Nodes.NewCast();
    private MaliciousNode _evil = null!;

    public async ValueTask InitializeAsync()
    {
        var thea = await _cast.AsAsync(TwoNodes.RegionKeeper);
        var code = (string)(await thea.PostAsync("node/v1/invitations", new { organisationName = "Schijnhulp Verzonnen", days = 1 })).ShouldBe(201)["code"]!;
        if ((await PeerAsync()) is { } before && (string?)before["state"] != "left")
        {
            (await thea.PostAsync($"node/v1/peers/{MaliciousNode.Name}/_leave")).ShouldBe(200);
        }

        _evil = await MaliciousNode.JoinAsync(_nodes, code);
        _evil.Events.Add(_evil.Person(_evil.Mal, _evil.Organisation, "Mal Schijn"));
        await Eventually.SeesAsync("its one person", async () => (await _evil.AsMalAsync("cases/v1/cases")).Status == 200 ? "there" : null);
    }

    public async ValueTask DisposeAsync()
    {
        await _evil.DisposeAsync();
        _cast.Dispose();
    }

    [Fact]
    public async Task Forged_people_of_other_organisations_are_not_believed()
    {
        var hanneke = await _cast.AsAsync(Cast.Intake);
        var gerda = (await JoinedNodes.SearchAsync(hanneke, "gerda voorbeeld")).Items.ShouldHaveSingleItem();
        var (gerdaId, herOrganisation) = (Guid.Parse((string)gerda["id"]!), Guid.Parse((string)gerda["organisationId"]!));
        var droomhaven = Guid.Parse(TwoNodes.Organisation);
        _evil.Events.Add(_evil.Person(Guid.CreateVersion7(), herOrganisation, "Indringer Een"));
        _evil.Events.Add(_evil.Person(Guid.CreateVersion7(), droomhaven, "Indringer Twee"));
        _evil.Events.Add(_evil.Person(gerdaId, _evil.Organisation, "Gerda van mij"));
        _evil.Events.Add(_evil.Person(Guid.CreateVersion7(), _evil.Organisation, "Indringer Drie", "intake"));
        _evil.Events.Add(_evil.Event("organisation-registered", new { organisationId = droomhaven, name = "Van mij", kind = "youth-care" }));
        _evil.Events.Add(_evil.Event("goal-reached", new { caseId = Guid.NewGuid() }));
        _evil.Events.Add(_evil.Event("professional-registered", new { professionalId = _evil.Mal, organisationId = _evil.Organisation, name = new string('x', 100_000), function = "x", roles = Array.Empty<string>(), active = true }));
        _evil.Events.Add(_evil.Person(Guid.CreateVersion7(), _evil.Organisation, "Laatste Schijn"));

        await Eventually.SeesAsync("the last of its events", async () => (await JoinedNodes.SearchAsync(hanneke, "laatste schijn")).Items.SingleOrDefault());

        (await JoinedNodes.SearchAsync(hanneke, "indringer")).Items.ShouldBeEmpty();
        (await JoinedNodes.SearchAsync(hanneke, "van mij")).Items.ShouldBeEmpty();
        (await JoinedNodes.SearchAsync(hanneke, "mal schijn")).Items.ShouldHaveSingleItem();
        (await JoinedNodes.SearchAsync(hanneke, "gerda voorbeeld")).Items.ShouldHaveSingleItem()["organisationId"]!.ToString().ShouldBe(herOrganisation.ToString());
        ((long)(await PeerAsync())!["refused"]!).ShouldBe(7);
        foreach (var (person, organisation) in new[] { (gerdaId, herOrganisation), (gerdaId, _evil.Organisation), (Guid.Parse("01920000-0000-7000-8000-000000000251"), droomhaven) })
        {
            (await _evil.AsMalAsync("cases/v1/cases", change: claims => (claims["sub"], claims["org"]) = (person.ToString(), organisation.ToString()))).ShouldBe(401);
        }
    }

    [Fact]
    public async Task A_token_is_good_for_one_request_of_its_own_node_and_once()
    {
        var token = _evil.TokenOfMal("cases/v1/cases");
        (await _evil.SendAsync("/api/cases/v1/cases", HttpMethod.Get, [], token)).ShouldBe(200);
        (await _evil.SendAsync("/api/cases/v1/cases", HttpMethod.Get, [], token)).ShouldBe(401);
        (await _evil.SendAsync("/api/cases/v1/cases?limit=9", HttpMethod.Get, [], _evil.TokenOfMal("cases/v1/cases"))).ShouldBe(401);
        foreach (var change in new (string Claim, object Value)[]
        {
            ("iss", $"urn:eenplan:gateway:{TwoNodes.MemberName}"), ("iss", "urn:eenplan:gateway:region"), ("iss", "urn:eenplan:service:cases"), ("aud", "urn:eenplan:gateway"), ("aud", "cases"),
            ("kind", "family"), ("kind", "system"), ("kind", "region"), ("exp", DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds()), ("nbf", DateTimeOffset.UtcNow.AddMinutes(2).ToUnixTimeSeconds()),
            ("htm", "POST"), ("htu", "/api/cases/v1/other"), ("digest", "x"), ("jti", ""), ("org", TwoNodes.Organisation), ("org", ""),
        })
        {
            (change, (await _evil.AsMalAsync("cases/v1/cases", change: claims => claims[change.Claim] = change.Value)).Status).ShouldBe((change, 401));
        }

        (await _evil.AskAsync("/api/cases/v1/cases", algorithm: "none")).ShouldBe(401);
        (await _evil.AskAsync("/api/cases/v1/cases", algorithm: "HS256")).ShouldBe(401);
        (await _evil.AskAsync("/api/cases/v1/cases", kid: (string)(await _nodes.AtMemberAsync())["kid"]!)).ShouldBe(401);
    }

    [Fact]
    public async Task Guessed_ids_tell_nothing_not_even_that_they_are_right()
    {
        var family = await Family.OpenAsync(_nodes.Region, _cast);
        await family.AppointAsync(Gerda);
        foreach (var rest in new[] { "", "/plan", "/timeline", "/findings", "/access-log" })
        {
            var (right, wrong) = (await _evil.AsMalAsync($"{family.Path}{rest}"), await _evil.AsMalAsync($"cases/v1/cases/{Guid.CreateVersion7()}{rest}"));
            (rest, right.Status, right.Code).ShouldBe((rest, wrong.Status, wrong.Code));
            right.Status.ShouldBe(404);
        }

        (await _evil.AsMalAsync($"network/v1/cases/{family.Id}/network")).ShouldBe(404);
        (await _evil.AsMalAsync($"{family.Path}/agreements", HttpMethod.Post, new { text = "Binnen.", type = "reachability" })).ShouldBe(404);
        (await _evil.AsMalAsync("cases/v1/cases")).Items.ShouldBeEmpty();
        (await _evil.AsMalAsync("subscriptions/v1/updates")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_feed_of_others_and_numbers_of_others_give_nothing()
    {
        void AsMachine(Dictionary<string, object> claims, string organisation) => (claims["kind"], claims["sub"], claims["org"]) = ("machine", MaliciousNode.Name, organisation);
        (await _evil.AskAsync("/api/subscriptions/v1/feed?since=0", change: claims => AsMachine(claims, TwoNodes.Organisation))).ShouldBe(401);
        var own = await _evil.AskAsync("/api/subscriptions/v1/feed?since=0", change: claims => AsMachine(claims, _evil.Organisation.ToString()));
        (own.ShouldBe(200).Body!.AsArray().Count, own.Text.Contains("nl.eenplan", StringComparison.Ordinal)).ShouldBe((0, false));
        // Numbers that its feed never had.
        (await _evil.AskAsync("/api/subscriptions/v1/feed?since=7", change: claims => AsMachine(claims, _evil.Organisation.ToString()))).Status.ShouldBeOneOf(200, 410);
        (await _evil.AskAsync("/api/subscriptions/v1/updates", change: claims => AsMachine(claims, _evil.Organisation.ToString()))).ShouldBe(401);
        (await _evil.AskAsync("/api/cases/v1/cases", change: claims => AsMachine(claims, _evil.Organisation.ToString()))).ShouldBe(401);
    }

    [Fact]
    public async Task As_an_administrator_it_reaches_its_own_subscription_and_no_case()
    {
        void AsAdministrator(Dictionary<string, object> claims) => (claims["kind"], claims["sub"], claims["org"]) = ("administrator", Guid.NewGuid().ToString(), _evil.Organisation.ToString());
        (await _evil.AskAsync("/api/cases/v1/cases", change: AsAdministrator)).Status.ShouldBeOneOf(403, 404);
        (await _evil.AskAsync("/api/node/v1/node", change: AsAdministrator)).ShouldBe(401);
        (await _evil.AskAsync("/api/node/v1/invitations", HttpMethod.Post, new { organisationName = "x" }, AsAdministrator)).ShouldBe(401);
        // Its people are kept at its own node: nobody adds them here.
        (await _evil.AskAsync("/api/directory/v1/professionals", HttpMethod.Post, new { name = "Via de deur", function = "x", account = "x" }, AsAdministrator)).Status.ShouldBeInRange(400, 499);
        (await _evil.AskAsync("/nodes/v1/directory-feed")).ShouldBe(401);
    }

    [Theory]
    [InlineData("too large")]
    [InlineData("without end")]
    [InlineData("not signed")]
    [InlineData("nonsense")]
    [InlineData("elsewhere")]
    public async Task Whatever_it_answers_the_region_and_its_other_members_go_on(string what)
    {
        _evil.Instead = what switch
        {
            "too large" => answer => WriteAsync(answer, new byte[3_000_000]),
            "without end" => async answer =>
            {
                answer.SendChunked = true;
                for (var i = 0; i < 2000; i++)
                {
                    await answer.OutputStream.WriteAsync(new byte[16_000]);
                }
            },
            "not signed" => answer => WriteAsync(answer, """{"epoch":"01920000-0000-7000-8000-000000000112","after":0,"to":9,"head":9,"events":[]}"""u8.ToArray()),
            "nonsense" => answer => WriteAsync(answer, "<html>"u8.ToArray()),
            _ => answer =>
            {
                answer.Redirect(_nodes.Region.Url.ToString());
                answer.Close();
                return Task.CompletedTask;
            },
        };
        var asked = _evil.Asked;
        await Eventually.SeesAsync("the region asking it", () => Task.FromResult(_evil.Asked > asked + 1 ? "asked" : null));

        var coen = await _cast.AsAsync(TwoNodes.MemberKeeper);
        var bas = (await JoinedNodes.SearchAsync(await _cast.AsAsync(Cast.Intake), "bas verzinsel")).Items.ShouldHaveSingleItem();
        var function = $"Hulpverlener {Guid.NewGuid():N}"[..30];
        await coen.ChangeAsync($"directory/v1/professionals/{bas["id"]}", new { function });
        await _nodes.AgreeAsync();
        (await JoinedNodes.SearchAsync(await _cast.AsAsync(Cast.Intake), "bas verzinsel")).Items.ShouldHaveSingleItem()["function"]!.ToString().ShouldBe(function);
        // It is asked now and then, not all the time.
        (_evil.Asked - asked).ShouldBeLessThan(60);
        ((bool)(await PeerAsync())!["away"]!).ShouldBeTrue();
    }

    private static async Task WriteAsync(HttpListenerResponse answer, byte[] body)
    {
        answer.ContentLength64 = body.Length;
        await answer.OutputStream.WriteAsync(body);
        answer.Close();
    }

    private async Task<System.Text.Json.Nodes.JsonNode?> PeerAsync() =>
        (await _nodes.AtRegionAsync())["peers"].AsArray().SingleOrDefault(peer => (string?)peer!["node"] == MaliciousNode.Name);
}
