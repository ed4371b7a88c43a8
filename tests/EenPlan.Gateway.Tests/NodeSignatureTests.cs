using System.Net;
using System.Security.Cryptography;
using EenPlan.Gateway.Nodes;
using EenPlan.Gateway.Tests.World;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace EenPlan.Gateway.Tests;

/// <summary>What a node signed is good for one request, once, for its own people. Everything else is refused in the same words.</summary>
public sealed class NodeSignatureTests
{
    private const string Echo = "/api/cases/v1/echo/x";

    [Fact]
    public async Task A_right_request_is_answered_and_each_thing_wrong_with_it_is_refused()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        (await nodes.SignedAsync(Echo)).Status.ShouldBe(HttpStatusCode.OK);
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var wrongs = new Dictionary<string, Func<Forgery, Forgery>>
        {
            ["another method"] = made => made with { Method = "POST" },
            ["another address"] = made => made with { Target = Echo + "?all=1" },
            ["another body"] = made => made with { Body = "{}" },
            ["another audience"] = made => made with { Audience = "urn:eenplan:gateway:elsewhere" },
            ["the audience of joining"] = made => made with { Audience = NodeTokens.JoinAudience },
            ["another issuer"] = made => made with { Issuer = "urn:eenplan:gateway:region" },
            ["an issuer that is nobody"] = made => made with { Issuer = "urn:eenplan:gateway:provider-two" },
            ["too old"] = made => made with { At = made.At - TimeSpan.FromSeconds(95) },
            ["from the future"] = made => made with { At = made.At + TimeSpan.FromSeconds(40) },
            ["a key of a stranger"] = made => made with { Signing = new SigningCredentials(new ECDsaSecurityKey(stranger) { KeyId = made.Signing.Kid }, SecurityAlgorithms.EcdsaSha256) },
            ["an organisation of others"] = made => made with { Speaker = made.Speaker with { OrganisationId = Guid.NewGuid() } },
            ["no organisation"] = made => made with { Speaker = made.Speaker with { OrganisationId = null } },
            ["somebody unknown"] = made => made with { Speaker = made.Speaker with { Subject = Guid.NewGuid().ToString() } },
            ["a family"] = made => made with { Speaker = made.Speaker with { Kind = "family" } },
            ["a service"] = made => made with { Speaker = made.Speaker with { Kind = "system" } },
            ["the region"] = made => made with { Speaker = made.Speaker with { Kind = "region" } },
            ["the node itself, where people ask"] = made => made with { Speaker = new NodeSpeaker("node", TwoNodes.Member, World.Region.Organisation) },
            ["a machine, where people ask"] = made => made with { Speaker = made.Speaker with { Kind = "machine" } },
            ["no id"] = made => made with { Id = "" },
        };

        foreach (var (what, change) in wrongs)
        {
            var refused = await nodes.SignedAsync(Echo, change);
            (what, refused.Status, refused.Code).ShouldBe((what, HttpStatusCode.Unauthorized, "signature-refused"));
        }
    }

    [Fact]
    public async Task A_token_is_used_once_at_whichever_gateway()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        var second = await nodes.Region.AddGatewayAsync(new() { ["Node"] = "region" });
        string? header = null;
        (await nodes.SignedAsync(Echo, made =>
        {
            header = made.Header;
            return made;
        })).Status.ShouldBe(HttpStatusCode.OK);

        foreach (var gateway in new[] { nodes.Region.Address, World.Region.AddressOf(second) })
        {
            using var thief = new Browser(gateway);
            (await thief.GetAsync(Echo, ("Authorization", header!))).Code.ShouldBe("signature-refused");
        }
    }

    [Fact]
    public async Task A_token_of_a_node_opens_nothing_that_is_not_for_people()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        foreach (var target in new[] { "/api/cases/internal/secret", "/api/cases/v1/../internal/secret", "/api/node/v1/node", "/nodes/v1/membership", "/nodes/v1/directory-feed" })
        {
            ((int)(await nodes.SignedAsync(target)).Status).ShouldBeOneOf(401, 403, 404);
        }
    }

    [Fact]
    public async Task Without_protection_nothing_is_said_to_a_node_off_this_machine()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        await using var scope = nodes.Region.Gateway.Services.CreateAsyncScope();
        var (guard, settings) = (scope.ServiceProvider.GetRequiredService<NodeGuard>(), scope.ServiceProvider.GetRequiredService<GatewaySettings>());
        DefaultHttpContext From(string address, string scheme) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) }, Request = { Scheme = scheme } };

        Should.Throw<Kit.Api.ProblemException>(() => guard.RequireProtection(From("192.0.2.7", "http"))).Code.ShouldBe("tls-needed");
        guard.RequireProtection(From("192.0.2.7", "https"));
        guard.RequireProtection(From("127.0.0.1", "http"));
        PeerAddress.MayCall("http://127.0.0.1:8080", From("192.0.2.7", "https"), settings).ShouldBeFalse();
        PeerAddress.MayCall("https://provider.example", From("192.0.2.7", "https"), settings).ShouldBeTrue();
        // Behind something that ends TLS on this machine everybody seems to come from here.
        PeerAddress.MayCall("http://127.0.0.1:8080", From("127.0.0.1", "https"), settings with { PublicUrl = new Uri("https://region.example") }).ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_key_takes_over_and_the_old_one_ends()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        var keys = nodes.Provider.Gateway.Services.GetRequiredService<NodeKeys>();
        var old = keys.Signing(await keys.NewestAsync(CancellationToken.None));

        (await TwoNodes.DoAsync(nodes.Provider, "/api/node/v1/node/key/_renew")).Status.ShouldBe(HttpStatusCode.OK);
        var newest = await keys.NewestAsync(CancellationToken.None);
        await Eventually.ItIsAsync(async () => ((string?)(await (await nodes.Region.SignedInAsync("keeper")).GetAsync("/api/node/v1/node")).Json["peers"]![0]!["kid"]) == newest.Kid);

        (await (await nodes.Provider.SignedInAsync("samira")).GetAsync(Echo)).Status.ShouldBe(HttpStatusCode.OK);
        // What was signed before and is still under way is believed for a while.
        (await nodes.SignedAsync(Echo, made => made with { Signing = old })).Status.ShouldBe(HttpStatusCode.OK);
        nodes.Region.Clock.Advance(TimeSpan.FromMinutes(11));
        nodes.Provider.Clock.Advance(TimeSpan.FromMinutes(11));
        (await nodes.SignedAsync(Echo, made => made with { Signing = old })).Code.ShouldBe("signature-refused");
        (await nodes.SignedAsync(Echo)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_regions_new_key_reaches_its_members()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        (await TwoNodes.DoAsync(nodes.Region, "/api/node/v1/node/key/_renew")).Status.ShouldBe(HttpStatusCode.OK);
        var newest = await nodes.Region.Gateway.Services.GetRequiredService<NodeKeys>().NewestAsync(CancellationToken.None);
        await Eventually.ItIsAsync(async () => ((string?)(await (await nodes.Provider.SignedInAsync("keeper")).GetAsync("/api/node/v1/node")).Json["peers"]![0]!["kid"]) == newest.Kid);
    }

    [Fact]
    public async Task Who_left_or_was_ended_gets_nothing_but_how_it_stands()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        (await TwoNodes.DoAsync(nodes.Provider, "/api/node/v1/peers/region/_leave")).Status.ShouldBe(HttpStatusCode.OK);

        (await nodes.SignedAsync(Echo)).Code.ShouldBe("node-left");
        nodes.Region.Services.Directory.Left.ShouldContainKey(TwoNodes.Member);
        (await nodes.SignedAsync("/nodes/v1/membership", made => made with { Speaker = new NodeSpeaker("node", TwoNodes.Member, null) })).Json["state"]!.ToString().ShouldBe("left");
        (await nodes.AtRegionAsync("_resume")).Code.ShouldBe("node-left");
    }
}
