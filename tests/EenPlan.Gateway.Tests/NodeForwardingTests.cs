using System.Net;
using EenPlan.Gateway.Tests.World;

namespace EenPlan.Gateway.Tests;

/// <summary>People of a member work in the region's plans through their own gateway.</summary>
public sealed class NodeForwardingTests
{
    private const string Echo = "/api/cases/v1/echo/cases/7?limit=5&text=a%20b";

    [Fact]
    public async Task The_region_gets_the_same_request_for_a_person_that_it_knows_itself()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        var samira = await nodes.Provider.SignedInAsync("samira");

        var echo = await samira.SendAsync(HttpMethod.Patch, Echo, Browser.Json(new { text = "Ik kom dinsdag." }), ("X-EenPlan", "1"), ("If-Match", "\"3\""), ("Cookie2", "x"));

        echo.Status.ShouldBe(HttpStatusCode.OK, echo.Text);
        ((string?)echo.Json["path"]).ShouldBe("/cases/v1/echo/cases/7");
        ((string?)echo.Json["query"]).ShouldBe("?limit=5&text=a%20b");
        ((string?)echo.Json["headers"]!["if-match"]).ShouldBe("\"3\"");
        var claims = echo.Json["claims"]!;
        ((string?)claims["sub"]).ShouldBe(TwoNodes.Samira.ToString());
        ((string?)claims["kind"]).ShouldBe("professional");
        ((string?)claims["iss"]).ShouldBe("urn:eenplan:gateway:region");
        // What her own directory says about her there has no weight here.
        claims["roles"].ShouldBeNull();
    }

    [Fact]
    public async Task Before_joining_there_is_nothing_to_ask()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var refused = await (await nodes.Provider.SignedInAsync("samira")).GetAsync(Echo);
        (refused.Status, refused.Code).ShouldBe((HttpStatusCode.Conflict, "not-joined"));
    }

    [Fact]
    public async Task Professionals_find_everybody_at_the_region_and_administrators_their_own_people_here()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        (await (await nodes.Provider.SignedInAsync("samira")).GetAsync("/api/directory/v1/echo/x")).Json["claims"]!["iss"]!.ToString().ShouldBe("urn:eenplan:gateway:region");
        (await (await nodes.Provider.SignedInAsync("keeper")).GetAsync("/api/directory/v1/echo/x")).Json["claims"]!["iss"]!.ToString().ShouldBe($"urn:eenplan:gateway:{TwoNodes.Member}");
        (await (await nodes.Provider.SignedInAsync("keeper")).GetAsync("/api/subscriptions/v1/echo/x")).Json["claims"]!["kind"]!.ToString().ShouldBe("administrator");
    }

    [Fact]
    public async Task A_region_that_is_away_is_said_to_be_away_and_comes_back()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        var samira = await nodes.Provider.SignedInAsync("samira");
        var port = nodes.Region.Address.Port;
        await nodes.Region.StopGatewayAsync();

        var away = await samira.GetAsync(Echo);
        (away.Status, away.Code).ShouldBe((HttpStatusCode.ServiceUnavailable, "region-away"));
        ((bool)(await samira.GetAsync("/session")).Json["node"]!["away"]!).ShouldBeTrue();

        await nodes.Region.AddGatewayAsync(new() { ["Node"] = "region", ["PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        await Eventually.ItIsAsync(async () => (await samira.GetAsync(Echo)).Status == HttpStatusCode.OK);
        ((bool)(await samira.GetAsync("/session")).Json["node"]!["away"]!).ShouldBeFalse();
    }

    [Fact]
    public async Task Live_news_comes_through_both_gateways_and_ends_when_the_member_is_held_back()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        var samira = await nodes.Provider.SignedInAsync("samira");
        using var live = await samira.OpenLiveAsync();
        nodes.Region.Services.OpenStreams.ShouldBe(1);

        (await nodes.AtRegionAsync("_suspend")).Status.ShouldBe(HttpStatusCode.OK);

        (await Browser.IsCutAsync(live)).ShouldBeTrue();
        (await samira.GetAsync(Echo)).Code.ShouldBe("node-suspended");
        nodes.Region.Services.SuspendedQueues.Single().Value.ShouldBeTrue("what is held back is told nothing by its own queue either");
        (await nodes.AtRegionAsync("_resume")).Status.ShouldBe(HttpStatusCode.OK);
        nodes.Region.Services.SuspendedQueues.Single().Value.ShouldBeFalse();
        (await samira.GetAsync(Echo)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_at_the_member_ends_the_stream_at_the_region()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        var samira = await nodes.Provider.SignedInAsync("samira");
        using var live = await samira.OpenLiveAsync();

        await samira.DeleteAsync("/session");

        (await Browser.IsCutAsync(live)).ShouldBeTrue();
        await Eventually.ItIsAsync(() => Task.FromResult(nodes.Region.Services.OpenStreams == 0));
    }

    [Fact]
    public async Task Somebody_who_left_here_asks_nothing_there()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        var samira = await nodes.Provider.SignedInAsync("samira");
        nodes.Provider.Services.Identities["samira"] = [];
        nodes.Provider.Clock.Advance(TimeSpan.FromMinutes(1.1));
        nodes.Region.Clock.Advance(TimeSpan.FromMinutes(1.1));

        (await samira.GetAsync(Echo)).Code.ShouldBe("choose-identity");
    }

    [Fact]
    public async Task A_person_whom_the_region_does_not_know_is_refused_without_ending_the_session()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        nodes.Region.Services.Directory.People.Clear();
        var samira = await nodes.Provider.SignedInAsync("samira");

        var refused = await samira.GetAsync(Echo);

        (refused.Status, refused.Code).ShouldBe((HttpStatusCode.ServiceUnavailable, "region-refuses"));
        ((bool)(await samira.GetAsync("/session")).Json["signedIn"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_that_a_browser_would_run_comes_through()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        var samira = await nodes.Provider.SignedInAsync("samira");
        (await samira.GetAsync("/api/cases/v1/script")).Headers["Content-Type"].ShouldBe("application/octet-stream");
        (await samira.GetAsync("/api/cases/v1/odd")).Headers["Content-Type"].ShouldBe("application/octet-stream");
        (await samira.GetAsync(Echo)).Headers["Content-Type"].ShouldStartWith("application/json");
        var elsewhere = await samira.GetAsync("/api/cases/v1/away");
        (elsewhere.Code, (bool?)elsewhere.Json["mayHaveArrived"]).ShouldBe(("region-away", true));
    }

    [Fact]
    public async Task What_the_member_does_not_run_is_not_served_there_to_machines_or_strangers()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        using var stranger = new Browser(nodes.Provider.Address);
        (await stranger.GetAsync(Echo)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await stranger.GetAsync("/api/cases/v1/openapi.json")).Status.ShouldBe(HttpStatusCode.NotFound);
        var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = "x", ["client_secret"] = "y" });
        var refused = await stranger.SendAsync(HttpMethod.Post, "/oauth/token", form);
        (refused.Status, (string?)refused.Json["error"]).ShouldBe((HttpStatusCode.BadRequest, "invalid_request"));
        ((string?)(await (await nodes.Provider.SignedInAsync("keeper")).GetAsync("/session")).Json["node"]!["hostUrl"]).ShouldBe(nodes.Region.Address.ToString().TrimEnd('/'));
    }
}
