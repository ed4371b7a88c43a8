using System.Net;
using System.Net.Http.Json;
using EenPlan.Gateway.Tests.World;

namespace EenPlan.Gateway.Tests;

public sealed class LiveStreamTests
{
    [Fact]
    public async Task Signing_out_cuts_the_live_streams_of_that_session_and_of_no_other()
    {
        await using var region = await Region.StartAsync();
        var anna = await region.SignedInAsync();
        var bert = await region.SignedInAsync("bert");
        var annas = await anna.OpenLiveAsync();
        using var berts = await bert.OpenLiveAsync();

        await anna.DeleteAsync("/session");

        (await Browser.IsCutAsync(annas)).ShouldBeTrue();
        await UntilAsync(() => region.Services.OpenStreams == 1);
        (await bert.GetAsync("/api/cases/v1/echo")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_at_one_gateway_cuts_the_streams_at_the_other()
    {
        await using var region = await Region.StartAsync();
        var other = await region.AddGatewayAsync();
        var browser = await region.SignedInAsync();
        var stream = await browser.OpenLiveAsync();
        await region.Browser(other).SendAsync(HttpMethod.Delete, "/session", null, ("X-EenPlan", "1"), ("Cookie", browser.Cookie));
        (await Browser.IsCutAsync(stream)).ShouldBeTrue();
    }

    [Fact]
    public async Task Going_on_as_somebody_else_at_one_gateway_cuts_the_streams_at_the_other()
    {
        await using var region = await Region.StartAsync();
        var other = await region.AddGatewayAsync();
        var browser = await region.SignedInAsync("both");
        var ids = (await browser.GetAsync("/session")).Json["identities"]!.AsArray().Select(identity => (string?)identity!["id"]).ToList();
        await browser.PostAsync("/session/identity", new { id = ids[0] });
        var stream = await browser.OpenLiveAsync();
        await region.Browser(other).SendAsync(HttpMethod.Post, "/session/identity", JsonContent.Create(new { id = ids[1] }), ("X-EenPlan", "1"), ("Cookie", browser.Cookie));
        (await Browser.IsCutAsync(stream)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_stream_ends_when_the_session_runs_out_although_it_was_open()
    {
        await using var region = await Region.StartAsync();
        var stream = await (await region.SignedInAsync()).OpenLiveAsync();
        region.Clock.Advance(TimeSpan.FromMinutes(61));
        (await Browser.IsCutAsync(stream)).ShouldBeTrue();
    }

    [Fact]
    public async Task Going_on_as_somebody_else_cuts_the_streams_of_before()
    {
        await using var region = await Region.StartAsync();
        var browser = await region.SignedInAsync("both");
        var ids = (await browser.GetAsync("/session")).Json["identities"]!.AsArray().Select(identity => (string?)identity!["id"]).ToList();
        await browser.PostAsync("/session/identity", new { id = ids[0] });
        var stream = await browser.OpenLiveAsync();
        await browser.PostAsync("/session/identity", new { id = ids[1] });
        (await Browser.IsCutAsync(stream)).ShouldBeTrue();
    }

    [Fact]
    public async Task One_session_has_a_limited_number_of_streams()
    {
        await using var region = await Region.StartAsync(new() { ["Limits:StreamsPerSession"] = "2" });
        var browser = await region.SignedInAsync();
        using var first = await browser.OpenLiveAsync();
        using var second = await browser.OpenLiveAsync();
        (await browser.GetAsync("/api/subscriptions/v1/live")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 200 && !condition(); i++)
        {
            await Task.Delay(50);
        }

        condition().ShouldBeTrue();
    }
}

public sealed class TwoGatewaysTests
{
    private const string Echo = "/api/cases/v1/echo";

    [Fact]
    public async Task Two_gateways_on_one_data_folder_act_as_one()
    {
        await using var region = await Region.StartAsync();
        var other = await region.AddGatewayAsync();
        var browser = await region.SignedInAsync();
        var elsewhere = region.Browser(other);
        var kept = browser.Cookie;
        (await elsewhere.GetAsync(Echo, ("Cookie", kept))).Status.ShouldBe(HttpStatusCode.OK);

        await browser.DeleteAsync("/session");

        (await elsewhere.GetAsync(Echo, ("Cookie", kept))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
