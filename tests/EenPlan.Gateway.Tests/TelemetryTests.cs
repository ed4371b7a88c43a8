using System.Diagnostics;
using System.Net;
using EenPlan.Gateway.Tests.World;
using EenPlan.Testing;

namespace EenPlan.Gateway.Tests;

/// <summary>What an operator hears of the door: how often and why, never who.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Signing_in_is_counted_by_way_and_outcome()
    {
        await using var region = await Region.StartAsync();
        region.Services.Codes["right"] = "anna";
        using var meters = new Meters(region.Gateway.Services);

        (await region.Browser().SignInAsync("anna")).Status.ShouldBe(HttpStatusCode.OK);
        (await region.Browser().SignInAsync("nobody")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await region.Browser().PostAsync("/session/code", new { code = "wrong" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await region.Browser().PostAsync("/session/code", new { code = "right" })).Status.ShouldBe(HttpStatusCode.OK);
        (await AskTokenAsync(region, "guess")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await AskTokenAsync(region, region.Services.Machine.Secret)).Status.ShouldBe(HttpStatusCode.OK);

        Counted(meters, "eenplan.sign_ins", "eenplan.sign_in.method", "eenplan.sign_in.outcome").ShouldBe(
            ["demo succeeded", "demo refused", "code refused", "code succeeded", "client-credentials refused", "client-credentials succeeded"]);
    }

    [Fact]
    public async Task A_sign_in_that_breaks_off_at_the_provider_is_counted_as_failed()
    {
        await using var provider = await FakeProvider.StartAsync();
        await using var region = await Region.StartAsync(provider.Settings);
        using var meters = new Meters(region.Gateway.Services);

        (await region.Browser().GetAsync("/session/oidc/callback?code=x&state=y")).Status.ShouldBe(HttpStatusCode.Redirect);

        Counted(meters, "eenplan.sign_ins", "eenplan.sign_in.method", "eenplan.sign_in.outcome").ShouldBe(["openid failed"]);
    }

    [Fact]
    public async Task Refusals_are_counted_by_reason()
    {
        await using var region = await Region.StartAsync();
        using var meters = new Meters(region.Gateway.Services);
        var browser = region.Browser();

        await browser.GetAsync("/api/cases/v1/cases");
        await browser.GetAsync("/api/nothing/v1/cases");
        await AskTokenAsync(region, "guess");

        Counted(meters, "eenplan.requests.refused", "error.type", "http.response.status_code").ShouldBe(["not-signed-in 401", "no-such-route 404", "invalid_client 401"]);
    }

    [Fact]
    public async Task What_is_held_back_is_counted_too()
    {
        await using var region = await Region.StartAsync(new() { ["Limits:Burst"] = "1", ["Limits:RequestsPerSecond"] = "1" });
        using var meters = new Meters(region.Gateway.Services);
        var browser = region.Browser();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => browser.GetAsync("/session")));

        var heldBack = answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests);
        heldBack.ShouldBeGreaterThan(0);
        Counted(meters, "eenplan.requests.refused", "error.type").Count(reason => reason == "too-many-requests").ShouldBe(heldBack);
    }

    [Fact]
    public async Task Open_live_streams_are_counted()
    {
        await using var region = await Region.StartAsync();
        var browser = await region.SignedInAsync();
        using var meters = new Meters(region.Gateway.Services);
        meters.Ask().Of("eenplan.live.connections", "eenplan.service=gateway").ShouldBe(0);

        using var one = await browser.OpenLiveAsync();
        using var other = await browser.OpenLiveAsync();

        meters.Ask().Of("eenplan.live.connections", "eenplan.service=gateway").ShouldBe(2);
    }

    [Fact]
    public async Task A_trace_that_a_browser_names_is_not_believed()
    {
        await using var region = await Region.StartAsync(new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9" });
        var browser = await region.SignedInAsync();
        var named = ActivityTraceId.CreateRandom().ToString();

        var received = await browser.GetAsync("/api/cases/v1/echo", ("traceparent", $"00-{named}-00f067aa0ba902b7-01"), ("tracestate", "somebody=1"), ("baggage", "name=Mirte"));

        var headers = received.Json["headers"]!.AsObject();
        var trace = ((string?)headers["traceparent"]).ShouldNotBeNull("services go on with the gateway's own trace");
        trace.ShouldNotContain(named);
        ActivityContext.TryParse(trace, null, out var own).ShouldBeTrue();
        own.TraceFlags.ShouldBe(ActivityTraceFlags.Recorded);
        headers.ShouldNotContainKey("tracestate");
        headers.ShouldNotContainKey("baggage");
        headers.ShouldNotContainKey("correlation-context");
    }

    private static List<string> Counted(Meters meters, string name, params string[] tags) =>
        // A count that only says that it begins is no count.
        [.. meters.Ask().Where(reading => reading.Name == name && reading.Value > 0).Select(reading => string.Join(' ', tags.Select(tag => reading.Tags[tag])))];

    private static async Task<Page> AskTokenAsync(Region region, string secret)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = region.Services.Machine.ClientId.ToString(), ["client_secret"] = secret,
        });
        return await region.Browser().SendAsync(HttpMethod.Post, "/oauth/token", form);
    }
}
