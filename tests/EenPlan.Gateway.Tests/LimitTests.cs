using System.Net;
using EenPlan.Gateway.Tests.World;

namespace EenPlan.Gateway.Tests;

public sealed class LimitTests
{
    [Fact]
    public async Task One_session_that_asks_too_much_does_not_stop_another()
    {
        await using var region = await Region.StartAsync(new() { ["Limits:RequestsPerSecond"] = "1", ["Limits:Burst"] = "20" });
        var greedy = await region.SignedInAsync();
        var modest = await region.SignedInAsync("bert");
        var answers = new List<Page>();
        for (var i = 0; i < 60; i++)
        {
            answers.Add(await greedy.GetAsync("/api/cases/v1/echo"));
        }

        var refused = answers.First(answer => answer.Status == HttpStatusCode.TooManyRequests);
        refused.Headers.ShouldContainKey("Retry-After");
        refused.Headers["Content-Type"].ShouldBe("application/problem+json");
        (await modest.GetAsync("/api/cases/v1/echo")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Asking_whether_it_is_ready_does_not_ask_the_services_each_time()
    {
        await using var region = await Region.StartAsync();
        region.Clock.Stop();
        var browser = region.Browser();
        var together = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => browser.GetAsync("/health/ready")));
        together.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        (await browser.GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
        region.Services.AskedWhetherReady.ShouldBe(1);

        region.Clock.Advance(TimeSpan.FromSeconds(2));
        (await browser.GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
        region.Services.AskedWhetherReady.ShouldBe(2);
    }

    [Fact]
    public async Task Guessing_codes_is_held_back_and_other_work_goes_on()
    {
        await using var region = await Region.StartAsync(new() { ["Limits:WrongGuesses"] = "3" });
        var colleague = await region.SignedInAsync();
        region.Services.Codes["RIGHT"] = "anna";
        var browser = region.Browser();
        for (var i = 0; i < 3; i++)
        {
            (await browser.PostAsync("/session/code", new { code = $"WRONG-{i}" })).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await browser.PostAsync("/session/code", new { code = "RIGHT" })).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await colleague.GetAsync("/api/cases/v1/echo")).Status.ShouldBe(HttpStatusCode.OK);
        region.Clock.Advance(TimeSpan.FromMinutes(6));
        (await browser.PostAsync("/session/code", new { code = "RIGHT" })).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Attempts_to_sign_in_have_a_limit_of_their_own()
    {
        await using var region = await Region.StartAsync(new() { ["Limits:SignInsPerMinute"] = "5" });
        var browser = region.Browser();
        for (var i = 0; i < 5; i++)
        {
            (await browser.SignInAsync("anna")).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await browser.SignInAsync("anna")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await browser.PostAsync("/session/demo/", new { account = "anna" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/session")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
