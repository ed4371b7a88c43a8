using System.Net;
using EenPlan.Gateway.Nodes;
using EenPlan.Gateway.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.Gateway.Tests;

/// <summary>Who was held back, or ended, does not come in again by another way than a new invitation.</summary>
public sealed class NodeEndingTests
{
    private const string Echo = "/api/cases/v1/echo/x";
    private static readonly NodeSpeaker Node = new("node", TwoNodes.Member, null);

    [Fact]
    public async Task A_code_that_was_used_lets_nobody_in_again_after_the_end()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var code = await nodes.CodeAsync();
        (await nodes.JoinAsync(code)).Status.ShouldBe(HttpStatusCode.Created);
        (await nodes.AtRegionAsync("_suspend")).Status.ShouldBe(HttpStatusCode.OK);
        (await nodes.SignedAsync("/nodes/v1/membership", made => made with { Speaker = Node }, HttpMethod.Delete)).Json["state"]!.ToString().ShouldBe("left");

        (await nodes.JoinAsync(code)).Code.ShouldBe("invitation-used");
        (await nodes.AtRegionAsync("_resume")).Code.ShouldBe("node-left");
        (await nodes.SignedAsync(Echo)).Code.ShouldBe("node-left");
    }

    [Fact]
    public async Task A_node_that_comes_back_speaks_for_whom_it_was_invited_now_and_for_nobody_from_before()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        (await nodes.AtRegionAsync("_leave")).Status.ShouldBe(HttpStatusCode.OK);
        var other = Guid.CreateVersion7();
        nodes.Provider.Services.Directory.Own.Clear();
        nodes.Provider.Services.Directory.Own.Add(new { id = other, name = "Anders", kind = "youth-care", municipality = (string?)null, phone = (string?)null });
        nodes.Provider.Services.Identities["keeper"] = [new { id = Guid.CreateVersion7(), kind = "administrator", name = "Kees", organisationId = other, organisationName = "Anders", roles = new[] { "node-administrator" } }];
        (await nodes.JoinAsync(await nodes.CodeAsync())).Status.ShouldBe(HttpStatusCode.Created);

        (await nodes.SignedAsync(Echo, made => made with { Speaker = new NodeSpeaker("administrator", Guid.NewGuid().ToString(), other) })).Status.ShouldBe(HttpStatusCode.OK);
        (await nodes.SignedAsync(Echo, made => made with { Speaker = new NodeSpeaker("administrator", Guid.NewGuid().ToString(), Region.Organisation) })).Code.ShouldBe("signature-refused");
    }

    [Fact]
    public async Task The_systems_of_its_organisation_are_held_back_with_it()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        nodes.Region.Services.Machine = (nodes.Region.Services.Machine.ClientId, nodes.Region.Services.Machine.Secret, Region.Organisation);
        using var system = new Browser(nodes.Region.Address);
        Task<Page> TokenAsync() => system.SendAsync(HttpMethod.Post, "/oauth/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = nodes.Region.Services.Machine.ClientId.ToString(), ["client_secret"] = nodes.Region.Services.Machine.Secret,
        }));
        var token = (string)(await TokenAsync()).Json["access_token"]!;
        Task<Page> FeedAsync() => system.GetAsync("/api/subscriptions/v1/feed", ("Authorization", "Bearer " + token));
        (await FeedAsync()).Status.ShouldBe(HttpStatusCode.OK);

        (await nodes.AtRegionAsync("_suspend")).Status.ShouldBe(HttpStatusCode.OK);
        (await FeedAsync()).Code.ShouldBe("node-suspended");
        (await TokenAsync()).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await nodes.AtRegionAsync("_resume")).Status.ShouldBe(HttpStatusCode.OK);
        (await FeedAsync()).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_key_before_the_last_names_no_other()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        var keys = nodes.Provider.Gateway.Services.GetRequiredService<NodeKeys>();
        var stolen = keys.Signing(await keys.NewestAsync(CancellationToken.None));
        (await TwoNodes.DoAsync(nodes.Provider, "/api/node/v1/node/key/_renew")).Status.ShouldBe(HttpStatusCode.OK);
        var newest = await keys.NewestAsync(CancellationToken.None);
        await Eventually.ItIsAsync(async () => await KidAsync(nodes) == newest.Kid);
        var thiefs = keys.Make();
        var body = System.Text.Json.JsonSerializer.Serialize(new
        {
            key = thiefs.PublicHalf, proof = NodeTokens.ForNewKey(keys.Signing(thiefs), NodeName.Urn(TwoNodes.Member), NodeName.Urn("region"), nodes.Provider.Clock.GetUtcNow()),
        });

        (await nodes.SignedAsync("/nodes/v1/key", made => made with { Speaker = Node, Signing = stolen, Body = body }, HttpMethod.Put, body)).Code.ShouldBe("signature-refused");

        (await KidAsync(nodes)).ShouldBe(newest.Kid);
    }

    [Fact]
    public async Task A_node_that_was_ended_hears_so_also_after_the_region_took_a_new_key()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        (await nodes.AtRegionAsync("_leave")).Status.ShouldBe(HttpStatusCode.OK);
        (await TwoNodes.DoAsync(nodes.Region, "/api/node/v1/node/key/_renew")).Status.ShouldBe(HttpStatusCode.OK);

        await Eventually.ItIsAsync(async () => (string?)(await (await nodes.Provider.SignedInAsync("keeper")).GetAsync("/api/node/v1/node")).Json["peers"]![0]!["state"] == "left");
    }

    [Fact]
    public async Task Another_node_cannot_take_the_place_of_our_host()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        await using var false_ = await TwoNodes.StartAsync();

        var taken = await (await nodes.Provider.SignedInAsync("keeper")).PostAsync("/api/node/v1/peers", new { url = false_.Region.Address.ToString(), code = await false_.CodeAsync() });

        taken.Code.ShouldBe("peer-known");
        (await (await nodes.Provider.SignedInAsync("samira")).GetAsync(Echo)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string?> KidAsync(TwoNodes nodes) => (string?)(await (await nodes.Region.SignedInAsync("keeper")).GetAsync("/api/node/v1/node")).Json["peers"]![0]!["kid"];
}
