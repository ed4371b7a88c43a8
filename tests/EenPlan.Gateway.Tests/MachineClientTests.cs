using System.Net;
using System.Text;
using EenPlan.Gateway.Tests.World;
using EenPlan.Testing;

namespace EenPlan.Gateway.Tests;

public sealed class MachineClientTests
{
    private const string Feed = "/api/subscriptions/v1/feed";

    [Fact]
    public async Task An_organisations_system_gets_a_token_and_reads_its_feed()
    {
        await using var region = await Region.StartAsync();
        var system = region.Browser();
        var answer = await TokenAsync(system, region, region.Services.Machine.Secret);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Headers["Cache-Control"].ShouldContain("no-store");
        ((string?)answer.Json["token_type"]).ShouldBe("Bearer");
        answer.Json["expires_in"]!.GetValue<int>().ShouldBeLessThanOrEqualTo(300);

        var received = await system.GetAsync(Feed + "?since=0", ("Authorization", "Bearer " + (string?)answer.Json["access_token"]));

        ((string?)received.Json["claims"]!["kind"]).ShouldBe("machine");
        ((string?)received.Json["claims"]!["org"]).ShouldBe(region.Services.Machine.OrganisationId.ToString());
        ((string?)received.Json["claims"]!["sub"]).ShouldBe(region.Services.Machine.ClientId.ToString());
        ((string?)received.Json["claims"]!["aud"]).ShouldBe("subscriptions");
    }

    [Fact]
    public async Task The_secret_may_also_come_in_the_header()
    {
        await using var region = await Region.StartAsync();
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{region.Services.Machine.ClientId}:{region.Services.Machine.Secret}"));
        var answer = await region.Browser().SendAsync(HttpMethod.Post, "/oauth/token", Form(("grant_type", "client_credentials")), ("Authorization", "Basic " + pair));
        answer.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Errors_have_the_form_of_the_standard()
    {
        await using var region = await Region.StartAsync();
        var system = region.Browser();
        var wrong = await TokenAsync(system, region, "guess");
        wrong.Status.ShouldBe(HttpStatusCode.Unauthorized);
        ((string?)wrong.Json["error"]).ShouldBe("invalid_client");
        wrong.Headers.ShouldContainKey("WWW-Authenticate");
        async Task<string?> ErrorAsync(params (string, string)[] fields) => (string?)(await system.SendAsync(HttpMethod.Post, "/oauth/token", Form(fields))).Json["error"];
        (await ErrorAsync(("client_id", "x"))).ShouldBe("invalid_request");
        (await ErrorAsync(("grant_type", "password"), ("username", "x"))).ShouldBe("unsupported_grant_type");
        (await ErrorAsync(("grant_type", "client_credentials"))).ShouldBe("invalid_client");
    }

    [Fact]
    public async Task The_token_opens_the_feed_and_nothing_else_and_ends()
    {
        await using var region = await Region.StartAsync();
        var system = region.Browser();
        var token = "Bearer " + (string?)(await TokenAsync(system, region, region.Services.Machine.Secret)).Json["access_token"];
        (await system.GetAsync("/api/subscriptions/v1/echo", ("Authorization", token))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await system.GetAsync("/api/cases/v1/echo", ("Authorization", token))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await new TestClient(region.Services.Address, token["Bearer ".Length..]).GetAsync("/subscriptions/v1/feed")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        region.Clock.Advance(TimeSpan.FromMinutes(5.1));
        (await system.GetAsync(Feed, ("Authorization", token))).Code.ShouldBe("invalid-token");
    }

    [Fact]
    public async Task An_internal_token_is_no_good_at_the_door()
    {
        await using var region = await Region.StartAsync();
        var inner = new TestCallers(region.Folder).Machine("subscriptions", Guid.CreateVersion7(), Guid.CreateVersion7());
        (await region.Browser().GetAsync(Feed, ("Authorization", "Bearer " + inner))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await region.Browser().GetAsync(Feed)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static Task<Page> TokenAsync(Browser system, Region region, string secret) => system.SendAsync(HttpMethod.Post, "/oauth/token",
        Form(("grant_type", "client_credentials"), ("client_id", region.Services.Machine.ClientId.ToString()), ("client_secret", secret)));

    private static FormUrlEncodedContent Form(params (string, string)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
}
