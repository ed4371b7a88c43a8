using System.Net;
using System.Text;
using System.Text.Json;
using EenPlan.Gateway.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace EenPlan.Gateway.Tests.World;

/// <summary>A region that holds plans and a member with a directory only, each with its own folder, keys and sign-in.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    public const string Member = "provider-one";

    /// <summary>A professional of the member, as its own directory knows it.</summary>
    public static readonly Guid Samira = Guid.CreateVersion7();

    private TwoNodes(Region region, Region provider) => (Region, Provider) = (region, provider);

    public Region Region { get; }

    public Region Provider { get; }

    public static async Task<TwoNodes> StartAsync()
    {
        var region = await World.Region.StartAsync(new() { ["Node"] = "region" });
        region.Services.Identities["keeper"] = [Keeper("region")];
        var provider = await World.Region.StartAsync(new() { ["Node"] = Member, ["Runs"] = "directory" });
        provider.Services.Identities["keeper"] = [Keeper("administrator")];
        provider.Services.Identities["samira"] = [new { id = Samira, kind = "professional", name = "Samira Proef", organisationId = World.Region.Organisation, organisationName = "Voorbeeld", roles = new[] { "intake", "everything" } }];
        // The region knows her too, by the feed, without those roles.
        region.Services.Directory.People[(Member, Samira)] = new { id = Samira, kind = "professional", name = "Samira Proef", organisationId = World.Region.Organisation, organisationName = "Voorbeeld", roles = Array.Empty<string>() };
        return new TwoNodes(region, provider);
    }

    public static async Task<TwoNodes> JoinedAsync()
    {
        var nodes = await StartAsync();
        var joined = await nodes.JoinAsync(await nodes.CodeAsync());
        joined.Status.ShouldBe(HttpStatusCode.Created, joined.Text);
        return nodes;
    }

    /// <summary>The code of a new invitation.</summary>
    public async Task<string> CodeAsync(int days = 14)
    {
        var browser = await Region.SignedInAsync("keeper");
        var made = await browser.SendAsync(HttpMethod.Post, "/api/node/v1/invitations", Browser.Json(new { organisationName = "Voorbeeld", days }), ("X-EenPlan", "1"), ("Idempotency-Key", Guid.NewGuid().ToString()));
        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);
        return (string)made.Json["code"]!;
    }

    public async Task<Page> JoinAsync(string code) =>
        await (await Provider.SignedInAsync("keeper")).PostAsync("/api/node/v1/peers", new { url = Region.Address.ToString(), code });

    public Task<Page> AtRegionAsync(string deed) => DoAsync(Region, $"/api/node/v1/peers/{Member}/{deed}");

    public static async Task<Page> DoAsync(Region at, string path) => await (await at.SignedInAsync("keeper")).PostAsync(path);

    /// <summary>A request to the region as the member's gateway signs it, with one thing changed.</summary>
    public async Task<Page> SignedAsync(string target, Func<Forgery, Forgery>? change = null, HttpMethod? method = null, string? body = null)
    {
        var keys = Provider.Gateway.Services.GetRequiredService<NodeKeys>();
        var signing = keys.Signing(await keys.NewestAsync(CancellationToken.None));
        var forgery = new Forgery(NodeName.Urn(Member), NodeName.Urn("region"), new NodeSpeaker("professional", Samira.ToString(), World.Region.Organisation, "s"), (method ?? HttpMethod.Get).Method, target, body ?? "",
            PeerClient.NewId(), Provider.Clock.GetUtcNow(), signing);
        var made = change?.Invoke(forgery) ?? forgery;
        using var browser = new Browser(Region.Address);
        return await browser.SendAsync(method ?? HttpMethod.Get, target, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"), ("Authorization", made.Header), ("X-EenPlan", "1"));
    }

    private static object Keeper(string kind) => new
    {
        id = Guid.CreateVersion7(), kind, name = "Kees Beheer", organisationId = World.Region.Organisation, organisationName = "Voorbeeld", roles = new[] { "node-administrator" },
    };

    public async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        await Region.DisposeAsync();
    }
}

/// <summary>What goes into a token between nodes.</summary>
internal sealed record Forgery(string Issuer, string Audience, NodeSpeaker Speaker, string Method, string Target, string Body, string Id, DateTimeOffset At, SigningCredentials Signing)
{
    public string Header => "EenPlan-Node " + NodeTokens.For(Signing, Issuer, Audience, Speaker, Method, Target, Encoding.UTF8.GetBytes(Body), Id, At);
}
