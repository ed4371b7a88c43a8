using System.Net;
using EenPlan.Gateway.Tests.World;

namespace EenPlan.Gateway.Tests;

/// <summary>An organisation joins the region from a node of its own, with a code that works once.</summary>
public sealed class NodeJoiningTests
{
    [Fact]
    public async Task A_node_joins_with_a_code_and_both_know_each_others_key()
    {
        await using var nodes = await TwoNodes.StartAsync();

        var joined = await nodes.JoinAsync(await nodes.CodeAsync());

        joined.Status.ShouldBe(HttpStatusCode.Created, joined.Text);
        var here = (await (await nodes.Provider.SignedInAsync("keeper")).GetAsync("/api/node/v1/node")).Json;
        var there = (await (await nodes.Region.SignedInAsync("keeper")).GetAsync("/api/node/v1/node")).Json;
        ((string?)here["peers"]![0]!["kid"]).ShouldBe((string?)there["kid"]);
        ((string?)there["peers"]![0]!["kid"]).ShouldBe((string?)here["kid"]);
        ((string?)there["peers"]![0]!["node"]).ShouldBe(TwoNodes.Member);
        ((bool)here["peers"]![0]!["hosts"]!).ShouldBeTrue();
        ((string?)there["invitations"]![0]!["state"]).ShouldBe("used");
        nodes.Region.Services.Directory.Joined.ShouldContainKey(TwoNodes.Member);
    }

    [Fact]
    public async Task A_code_works_as_people_type_it_but_only_once()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var code = await nodes.CodeAsync();

        (await nodes.JoinAsync($"  {code.ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal)} ")).Status.ShouldBe(HttpStatusCode.Created);
        // The same node may ask again: its answer may have been lost. Nobody else may.
        (await nodes.JoinAsync(code)).Status.ShouldBe(HttpStatusCode.Created);
        await using var other = await Region.StartAsync(new() { ["Node"] = "provider-two", ["Runs"] = "directory" });
        other.Services.Identities["keeper"] = nodes.Provider.Services.Identities["keeper"];
        var second = await (await other.SignedInAsync("keeper")).PostAsync("/api/node/v1/peers", new { url = nodes.Region.Address.ToString(), code });
        second.Code.ShouldBe("invitation-used");
    }

    [Fact]
    public async Task A_wrong_or_old_code_lets_nobody_in()
    {
        await using var nodes = await TwoNodes.StartAsync();
        (await nodes.JoinAsync("abcde-fghjk-mnpqr-stuvw")).Code.ShouldBe("invitation-unknown");

        var code = await nodes.CodeAsync(days: 1);
        nodes.Region.Clock.Advance(TimeSpan.FromDays(1));
        nodes.Provider.Clock.Advance(TimeSpan.FromDays(1));
        (await nodes.JoinAsync(code)).Code.ShouldBe("invitation-expired");
        nodes.Region.Services.Directory.Joined.ShouldBeEmpty();
    }

    [Fact]
    public async Task Guessing_codes_is_held_back()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var right = await nodes.CodeAsync();
        for (var guess = 0; guess < 20; guess++)
        {
            (await nodes.JoinAsync("abcde-fghjk-mnpqr-stuvw")).Code.ShouldBe("invitation-unknown");
        }

        (await nodes.JoinAsync(right)).Code.ShouldBe("too-many-requests");
    }

    [Fact]
    public async Task Another_node_cannot_take_a_name_that_is_known()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        await using var same = await Region.StartAsync(new() { ["Node"] = TwoNodes.Member, ["Runs"] = "directory" });
        same.Services.Identities["keeper"] = nodes.Provider.Services.Identities["keeper"];

        var taken = await (await same.SignedInAsync("keeper")).PostAsync("/api/node/v1/peers", new { url = nodes.Region.Address.ToString(), code = await nodes.CodeAsync() });

        taken.Code.ShouldBe("peer-known");
    }

    [Fact]
    public async Task Only_who_looks_after_the_node_invites_or_joins()
    {
        await using var nodes = await TwoNodes.StartAsync();
        foreach (var browser in new[] { await nodes.Region.SignedInAsync("anna"), await nodes.Provider.SignedInAsync("samira") })
        {
            (await browser.GetAsync("/api/node/v1/node")).Code.ShouldBe("not-for-you");
            (await browser.PostAsync("/api/node/v1/invitations", new { organisationName = "X" })).Code.ShouldBe("not-for-you");
            (await browser.PostAsync("/api/node/v1/peers", new { url = "https://x.example", code = "x" })).Code.ShouldBe("not-for-you");
            (await browser.PostAsync($"/api/node/v1/peers/{TwoNodes.Member}/_suspend")).Code.ShouldBe("not-for-you");
            (await browser.PostAsync("/api/node/v1/node/key/_renew")).Code.ShouldBe("not-for-you");
        }

        (await nodes.Region.Browser().GetAsync("/api/node/v1/node")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("http://eenplan.example", "tls-needed")]
    [InlineData("https://eenplan.example/path", "not-a-node")]
    [InlineData("ftp://eenplan.example", "not-a-node")]
    [InlineData("eenplan", "not-a-node")]
    public async Task An_address_that_is_none_is_refused_before_anything_is_asked(string url, string code)
    {
        await using var nodes = await TwoNodes.StartAsync();
        var refused = await (await nodes.Provider.SignedInAsync("keeper")).PostAsync("/api/node/v1/peers", new { url, code = "abc" });
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)refused.Json["errors"]![0]!["code"]).ShouldBe(code);
    }

    [Fact]
    public async Task What_is_no_node_is_said_to_be_none()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var keeper = await nodes.Provider.SignedInAsync("keeper");
        (await keeper.PostAsync("/api/node/v1/peers", new { url = nodes.Region.Services.Address.ToString(), code = "abc" })).Code.ShouldBe("not-a-node");
        (await keeper.PostAsync("/api/node/v1/peers", new { url = "http://127.0.0.1:9", code = "abc" })).Code.ShouldBe("peer-unreachable");
    }

    [Fact]
    public async Task A_repeated_request_makes_no_second_invitation()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var browser = await nodes.Region.SignedInAsync("keeper");
        Task<Page> InviteAsync() => browser.SendAsync(HttpMethod.Post, "/api/node/v1/invitations", Browser.Json(new { organisationName = "Voorbeeld", days = 3 }), ("X-EenPlan", "1"), ("Idempotency-Key", "once"));
        var (first, second) = (await InviteAsync(), await InviteAsync());

        ((string?)second.Json["id"]).ShouldBe((string?)first.Json["id"]);
        (await nodes.JoinAsync((string)first.Json["code"]!)).Code.ShouldBe("invitation-unknown");
        (await nodes.JoinAsync((string)second.Json["code"]!)).Status.ShouldBe(HttpStatusCode.Created);
    }
}
