using System.Net;
using EenPlan.Gateway.Tests.World;
using Microsoft.AspNetCore.WebUtilities;

namespace EenPlan.Gateway.Tests;

public sealed class OpenIdTests
{
    [Fact]
    public async Task Somebody_signs_in_with_the_provider_and_comes_back_where_they_were()
    {
        await using var provider = await FakeProvider.StartAsync();
        await using var region = await Region.StartAsync(provider.Settings);
        var browser = region.Browser();
        var back = await GoAsync(browser, provider, "/session/oidc/start?returnTo=%2Fgezinnen%2F1");
        back.Status.ShouldBe(HttpStatusCode.Redirect);
        back.Headers["Location"].ShouldBe("/gezinnen/1");
        ((string?)(await browser.GetAsync("/session")).Json["identity"]!["name"]).ShouldBe("Anna Voorbeeld");
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("key")]
    [InlineData("ended")]
    [InlineData("none")]
    public async Task An_id_token_that_is_not_ours_signs_nobody_in(string wrong)
    {
        await using var provider = await FakeProvider.StartAsync();
        provider.Wrong = wrong;
        await using var region = await Region.StartAsync(provider.Settings);
        var browser = region.Browser();
        (await GoAsync(browser, provider, "/session/oidc/start")).Headers["Location"].ShouldBe("/?sign-in=failed");
        (await browser.GetAsync("/session")).Json["signedIn"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_callback_that_this_browser_did_not_begin_signs_nobody_in()
    {
        await using var provider = await FakeProvider.StartAsync();
        await using var region = await Region.StartAsync(provider.Settings);
        var started = await region.Browser().GetAsync("/session/oidc/start");
        var callback = await provider.AuthorizeAsync(started.Headers["Location"]);
        var victim = region.Browser();
        (await victim.GetAsync(new Uri(callback).PathAndQuery)).Headers["Location"].ShouldBe("/?sign-in=failed");
        (await victim.GetAsync("/session")).Json["signedIn"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Nobody_is_sent_on_to_another_site(string returnTo)
    {
        await using var provider = await FakeProvider.StartAsync();
        await using var region = await Region.StartAsync(provider.Settings);
        var back = await GoAsync(region.Browser(), provider, "/session/oidc/start?returnTo=" + Uri.EscapeDataString(returnTo));
        back.Headers["Location"].ShouldBe("/");
    }

    [Fact]
    public async Task An_account_that_nobody_here_knows_gets_no_session()
    {
        await using var provider = await FakeProvider.StartAsync();
        provider.Account = "stranger";
        await using var region = await Region.StartAsync(provider.Settings);
        (await GoAsync(region.Browser(), provider, "/session/oidc/start")).Headers["Location"].ShouldBe("/?sign-in=no-identity");
    }

    private static async Task<Page> GoAsync(Browser browser, FakeProvider provider, string start)
    {
        var started = await browser.GetAsync(start);
        started.Status.ShouldBe(HttpStatusCode.Redirect);
        QueryHelpers.ParseQuery(new Uri(started.Headers["Location"]).Query)["code_challenge_method"].ToString().ShouldBe("S256");
        return await browser.GetAsync(new Uri(await provider.AuthorizeAsync(started.Headers["Location"])).PathAndQuery);
    }
}
