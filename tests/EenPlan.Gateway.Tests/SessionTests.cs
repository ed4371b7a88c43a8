using System.Net;
using EenPlan.Gateway.Tests.World;

namespace EenPlan.Gateway.Tests;

public sealed class SessionTests
{
    private const string Echo = "/api/cases/v1/echo";

    [Fact]
    public async Task Somebody_with_one_identity_can_work_at_once()
    {
        await using var region = await Region.StartAsync();
        var browser = region.Browser();
        (await browser.GetAsync("/session")).Json["signedIn"]!.GetValue<bool>().ShouldBeFalse();
        (await browser.GetAsync(Echo)).Status.ShouldBe(HttpStatusCode.Unauthorized);

        var signedIn = (await browser.SignInAsync("anna")).Json;

        ((string?)signedIn["identity"]!["name"]).ShouldBe("Anna Voorbeeld");
        var received = (await browser.GetAsync(Echo)).Json;
        ((string?)received["claims"]!["kind"]).ShouldBe("professional");
        ((string?)received["claims"]!["sub"]).ShouldBe((string?)signedIn["identity"]!["id"]);
        ((string?)received["claims"]!["org"]).ShouldBe(Region.Organisation.ToString());
        ((string?)received["claims"]!["roles"]).ShouldBe("intake");
        received["claims"]!["name"].ShouldBeNull();
    }

    [Fact]
    public async Task Somebody_with_two_identities_chooses_first()
    {
        await using var region = await Region.StartAsync();
        var browser = region.Browser();
        var signedIn = (await browser.SignInAsync("both")).Json;
        signedIn["identity"].ShouldBeNull();
        (await browser.GetAsync(Echo)).Code.ShouldBe("choose-identity");

        var family = signedIn["identities"]!.AsArray().Single(identity => (string?)identity!["kind"] == "family")!;
        (await browser.PostAsync("/session/identity", new { id = (string?)family["id"] })).Status.ShouldBe(HttpStatusCode.OK);

        ((string?)(await browser.GetAsync(Echo)).Json["claims"]!["kind"]).ShouldBe("family");
        (await browser.PostAsync("/session/identity", new { id = Guid.NewGuid() })).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_cookie_is_for_the_browser_only_and_cannot_be_made_by_hand()
    {
        await using var region = await Region.StartAsync();
        var browser = region.Browser();
        var set = (await browser.SignInAsync("anna")).Headers["Set-Cookie"];
        set.ShouldContain("httponly", Case.Insensitive);
        set.ShouldContain("samesite=strict", Case.Insensitive);
        set.ShouldNotContain("anna");

        var stranger = region.Browser();
        foreach (var forged in new[] { browser.Cookie[..^4] + "AAAA", "eenplan-session=" + Convert.ToBase64String(Guid.NewGuid().ToByteArray()), "eenplan-session=x", "eenplan-session=" })
        {
            (await stranger.GetAsync(Echo, ("Cookie", forged))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await stranger.GetAsync(Echo, ("Cookie", browser.Cookie))).Status.ShouldBe(HttpStatusCode.OK, "the untouched cookie must work, or this test shows nothing");
    }

    [Fact]
    public async Task A_session_ends_after_an_hour_without_work()
    {
        await using var region = await Region.StartAsync();
        var browser = await region.SignedInAsync();
        region.Clock.Advance(TimeSpan.FromMinutes(59));
        (await browser.GetAsync(Echo)).Status.ShouldBe(HttpStatusCode.OK);
        region.Clock.Advance(TimeSpan.FromMinutes(59));
        (await browser.GetAsync(Echo)).Status.ShouldBe(HttpStatusCode.OK);
        region.Clock.Advance(TimeSpan.FromMinutes(61));
        (await browser.GetAsync(Echo)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_ends_after_a_working_day_however_busy()
    {
        await using var region = await Region.StartAsync();
        var browser = await region.SignedInAsync();
        for (var hours = 0.5; hours < 8; hours += 0.5)
        {
            region.Clock.Advance(TimeSpan.FromHours(0.5));
            (await browser.GetAsync(Echo)).Status.ShouldBe(HttpStatusCode.OK);
        }

        region.Clock.Advance(TimeSpan.FromHours(0.51));
        (await browser.GetAsync(Echo)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_kept_cookie_is_worth_nothing_after_signing_out()
    {
        await using var region = await Region.StartAsync();
        var browser = await region.SignedInAsync();
        var kept = browser.Cookie;
        (await browser.DeleteAsync("/session")).Json["signedIn"]!.GetValue<bool>().ShouldBeFalse();
        (await region.Browser().GetAsync(Echo, ("Cookie", kept))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Signing_in_again_ends_the_session_before_it()
    {
        await using var region = await Region.StartAsync();
        var browser = await region.SignedInAsync();
        var before = browser.Cookie;
        await browser.SignInAsync("bert");
        (await region.Browser().GetAsync(Echo, ("Cookie", before))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_identity_that_was_taken_away_ends_within_a_minute()
    {
        await using var region = await Region.StartAsync();
        var browser = await region.SignedInAsync();
        (await browser.GetAsync(Echo)).Status.ShouldBe(HttpStatusCode.OK);
        region.Services.Identities["anna"] = [];
        region.Clock.Advance(TimeSpan.FromSeconds(61));
        (await browser.GetAsync(Echo)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.GetAsync("/session")).Json["identity"].ShouldBeNull();
    }

    [Fact]
    public async Task When_nobody_can_say_who_somebody_is_a_token_lasts_out_and_no_new_one_is_made()
    {
        await using var region = await Region.StartAsync();
        var browser = await region.SignedInAsync();
        (await browser.GetAsync(Echo)).Status.ShouldBe(HttpStatusCode.OK);
        region.Services.IdentitiesAway = true;
        region.Clock.Advance(TimeSpan.FromMinutes(2));
        (await browser.GetAsync(Echo)).Status.ShouldBe(HttpStatusCode.OK);
        region.Clock.Advance(TimeSpan.FromMinutes(3));
        var refused = await browser.GetAsync(Echo);
        refused.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.ShouldContainKey("Retry-After");
    }

    [Fact]
    public async Task A_family_member_signs_in_with_a_code_once()
    {
        await using var region = await Region.StartAsync();
        region.Services.Codes["REE-4711"] = "family:1";
        region.Services.Identities["family:1"] = [Region.Family("Robin")];
        var browser = region.Browser();
        ((string?)(await browser.PostAsync("/session/code", new { code = "REE-4711" })).Json["identity"]!["kind"]).ShouldBe("family");
        (await region.Browser().PostAsync("/session/code", new { code = "REE-4711" })).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
