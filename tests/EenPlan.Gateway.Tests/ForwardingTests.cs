using System.Net;
using System.Net.Sockets;
using System.Text;
using EenPlan.Gateway.Tests.World;

namespace EenPlan.Gateway.Tests;

public sealed class ForwardingTests
{
    [Fact]
    public async Task Whatever_says_who_somebody_is_stays_outside()
    {
        await using var region = await Region.StartAsync();
        var browser = await region.SignedInAsync();
        var received = await browser.GetAsync("/api/directory/v1/echo/a?x=1&y=%20",
            ("Authorization", "Bearer forged"), ("Cookie", browser.Cookie), ("X-Forwarded-For", "10.0.0.1"), ("X-Forwarded-Host", "evil"), ("Forwarded", "for=10.0.0.1"), ("X-User-Id", "1"),
            ("X-Original-URL", "/directory/internal/secret"), ("kind", "system"), ("sub", "1"), ("X-Http-Method-Override", "DELETE"), ("If-Match", "\"3\""), ("Idempotency-Key", "k"),
            ("Accept-Language", "nl"), ("Last-Event-ID", "9"));

        received.Status.ShouldBe(HttpStatusCode.OK);
        var headers = received.Json["headers"]!.AsObject().Select(pair => pair.Key).ToList();
        headers.ShouldBe(["host", "authorization", "if-match", "idempotency-key", "accept-language", "last-event-id"], ignoreOrder: true);
        ((string?)received.Json["claims"]!["aud"]).ShouldBe("directory");
        ((string?)received.Json["path"]).ShouldBe("/directory/v1/echo/a");
        ((string?)received.Json["query"]).ShouldBe("?x=1&y=%20");
    }

    [Fact]
    public async Task A_token_is_used_again_for_its_service_only_and_renewed_before_it_ends()
    {
        await using var region = await Region.StartAsync();
        var browser = await region.SignedInAsync();
        async Task<string?> TokenAsync(string service) => (string?)(await browser.GetAsync($"/api/{service}/v1/echo")).Json["jti"];
        var first = await TokenAsync("cases");
        (await TokenAsync("cases")).ShouldBe(first);
        (await TokenAsync("network")).ShouldNotBe(first);
        region.Clock.Advance(TimeSpan.FromMinutes(4.1));
        (await TokenAsync("cases")).ShouldNotBe(first);
    }

    [Fact]
    public async Task Of_an_answer_only_known_headers_come_out()
    {
        await using var region = await Region.StartAsync();
        var answer = await (await region.SignedInAsync()).PostAsync("/api/cases/v1/things");
        answer.Status.ShouldBe(HttpStatusCode.Created);
        answer.Headers["Location"].ShouldBe("/api/cases/v1/things/1");
        answer.Headers["ETag"].ShouldBe("\"1\"");
        answer.Headers.Keys.ShouldNotContain("Set-Cookie");
        answer.Headers.Keys.ShouldNotContain("X-Service-Secret");
        answer.Headers["Content-Security-Policy"].ShouldStartWith("default-src 'none'; script-src 'self'");
    }

    [Theory]
    [InlineData("/api/cases/internal/secret")]
    [InlineData("/api/cases/v1/../internal/secret")]
    [InlineData("/api/cases/v1/%2e%2e/internal/secret")]
    [InlineData("/api/cases/v1/%2E%2E%2Finternal%2Fsecret")]
    [InlineData("/api/cases/v1/..%2finternal/secret")]
    [InlineData("/api/cases/v1/..%252finternal/secret")]
    [InlineData("/api/cases/v1/..\\internal/secret")]
    [InlineData("/api/cases/v1/..%5cinternal/secret")]
    [InlineData("/api/cases//v1/echo")]
    [InlineData("//api/cases/v1/echo")]
    [InlineData("/api//cases/v1/echo")]
    [InlineData("/api/cases/v1/./echo")]
    [InlineData("/api/cases/v2/echo")]
    [InlineData("/api/cases/v1")]
    [InlineData("/api/cases/v1/")]
    [InlineData("/api/CASES/v1/echo")]
    [InlineData("/api/unknown/v1/echo")]
    [InlineData("/%61pi/cases/internal/secret")]
    [InlineData("/api/cases/v1/echo;/../../internal/secret")]
    [InlineData("/cases/v1/echo")]
    [InlineData("/cases/internal/secret")]
    public async Task Only_plain_public_paths_of_known_services_pass(string target)
    {
        await using var region = await Region.StartAsync();
        var browser = await region.SignedInAsync();
        (await RawAsync(region.Address, target, browser.Cookie)).ShouldStartWith("HTTP/1.1 404 ");
    }

    [Fact]
    public async Task A_plain_path_passes_when_sent_the_same_way()
    {
        await using var region = await Region.StartAsync();
        var browser = await region.SignedInAsync();
        (await RawAsync(region.Address, "/api/cases/v1/echo", browser.Cookie)).ShouldStartWith("HTTP/1.1 200 ");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_256_KB_is_refused(bool chunked)
    {
        await using var region = await Region.StartAsync();
        var browser = await region.SignedInAsync();
        async Task<Page> SendAsync(int size)
        {
            var body = new ByteArrayContent(Encoding.ASCII.GetBytes(new string('x', size)));
            var headers = chunked ? new[] { ("X-EenPlan", "1"), ("Transfer-Encoding", "chunked") } : [("X-EenPlan", "1")];
            return await browser.SendAsync(HttpMethod.Post, "/api/cases/v1/echo", body, headers);
        }

        var fits = await SendAsync(200_000);
        fits.Json["bodyLength"]!.GetValue<int>().ShouldBe(200_000);
        var refused = await SendAsync(300_000);
        refused.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        refused.Code.ShouldBe("too-large");
    }

    [Theory]
    [InlineData("POST", "/api/cases/v1/things")]
    [InlineData("PATCH", "/api/cases/v1/echo")]
    [InlineData("DELETE", "/session")]
    [InlineData("POST", "/session/demo")]
    [InlineData("POST", "/session/code")]
    public async Task A_change_needs_the_header_that_only_our_pages_send(string method, string path)
    {
        await using var region = await Region.StartAsync();
        var browser = await region.SignedInAsync();
        var refused = await browser.SendAsync(new HttpMethod(method), path, Browser.Json(new { account = "anna" }));
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.Code.ShouldBe("header-missing");
    }

    [Fact]
    public async Task The_description_of_an_interface_is_for_everybody_and_nothing_else_is()
    {
        await using var region = await Region.StartAsync();
        var browser = region.Browser();
        (await browser.GetAsync("/api/reporting/v1/openapi.json")).Status.ShouldBe(HttpStatusCode.OK);
        var refused = await browser.GetAsync("/api/reporting/v1/echo");
        refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Headers["Content-Type"].ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_service_that_is_away_gives_an_answer_that_says_so()
    {
        await using var region = await Region.StartAsync();
        var other = await region.AddGatewayAsync(new() { ["Services:network"] = "http://127.0.0.1:1" });
        var browser = await region.SignedInAsync();
        var refused = await region.Browser(other).GetAsync("/api/network/v1/echo", ("Cookie", browser.Cookie));
        refused.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.ShouldContainKey("Retry-After");
        var ready = await region.Browser(other).GetAsync("/health/ready");
        ready.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ((string?)ready.Json["services"]!["network"]).ShouldBe("unreachable");
        (await region.Browser().GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string> RawAsync(Uri address, string target, string cookie)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"));
        return await new StreamReader(stream).ReadToEndAsync();
    }
}
