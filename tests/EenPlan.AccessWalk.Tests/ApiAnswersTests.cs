using System.Net;
using System.Text.Json.Nodes;

namespace EenPlan.AccessWalk.Tests;

/// <summary>What the API design rules ask of answers, of every service: descriptions cannot prove it.</summary>
[Collection("one region at a time")]
public sealed class ApiAnswersTests
{
    private static readonly (string Service, string Get, string Post)[] Services =
    [
        ("cases", "/cases/v1/cases", "/cases/v1/cases"),
        ("directory", "/directory/v1/organisations", "/directory/v1/professionals/_search"),
        ("network", $"/network/v1/cases/{Guid.Empty}/people", $"/network/v1/cases/{Guid.Empty}/people"),
        ("reporting", "/reporting/v1/indicators", ""),
        ("subscriptions", "/subscriptions/v1/updates", "/subscriptions/v1/updates/_read"),
    ];

    [Fact]
    public async Task Every_service_answers_as_the_design_rules_ask()
    {
        await using var region = await Region.StartAsync();
        foreach (var (service, get, post) in Services)
        {
            await DescribesItselfAsync(region, service);
            await RefusesAsync(region, Person.Intake, new Call("GET", get + "/"), 404);
            await RefusesAsync(region, Person.Intake, new Call("GET", $"/{service}/v1/nothing-here"), 404);
            await RefusesAsync(region, Person.Anonymous, new Call("GET", get), 401);
            var wrong = await RefusesAsync(region, Person.Intake, new Call("DELETE", get), 405);
            wrong.Content.Headers.Allow.ShouldContain("GET");
            if (post.Length > 0)
            {
                await RefusesAsync(region, Person.Intake, new Call("POST", post, "{ this is no json", new() { ["Idempotency-Key"] = Guid.NewGuid().ToString() }), 400);
                await RefusesAsync(region, Person.Intake, new Call("POST", post, "a: 1", new() { ["Idempotency-Key"] = Guid.NewGuid().ToString() }), 415, "text/yaml");
            }
        }
    }

    private static async Task DescribesItselfAsync(Region region, string service)
    {
        using var answer = await region.AskAsync(Person.Anonymous, new Call("GET", $"/{service}/v1/openapi.json"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        var document = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        answer.Headers.GetValues("API-Version").ShouldBe([(string?)document["info"]!["version"]]);
        HasHeaders(answer, service);
    }

    private static async Task<HttpResponseMessage> RefusesAsync(Region region, Person person, Call call, int status, string mediaType = "application/json")
    {
        var answer = await region.AskAsync(person, call, mediaType);
        var what = $"{call.Method} {call.Path} by {person} with {mediaType}";
        ((int)answer.StatusCode).ShouldBe(status, what);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", what);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        ((int?)problem["status"]).ShouldBe(status, what);
        ((string?)problem["title"]).ShouldNotBeNullOrEmpty(what);
        ((string?)problem["detail"]).ShouldNotBeNullOrEmpty(what);
        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse(what);
        HasHeaders(answer, what);
        return answer;
    }

    private static void HasHeaders(HttpResponseMessage answer, string what)
    {
        foreach (var (name, value) in new[] { ("API-Version", "1.0.0"), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer") })
        {
            (answer.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null).ShouldBe(value, $"{name} of {what}");
        }

        answer.Headers.CacheControl!.NoStore.ShouldBeTrue(what);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'", Case.Sensitive, what);
    }
}
