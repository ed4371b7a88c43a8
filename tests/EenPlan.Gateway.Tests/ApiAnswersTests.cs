using System.Net;
using EenPlan.Gateway.Tests.World;
using EenPlan.Kit;

namespace EenPlan.Gateway.Tests;

/// <summary>What the API design rules ask of answers, where the gateway answers in the place of a service.</summary>
public sealed class ApiAnswersTests
{
    [Theory]
    [InlineData("GET", "/api/cases/v1/cases", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/api/cases/v1/cases/", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/cases/v1.2/cases", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/nobody/v1/cases", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/cases/v1/cases", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/session/", HttpStatusCode.NotFound)]
    [InlineData("GET", "/oauth/token/", HttpStatusCode.NotFound)]
    [InlineData("GET", "/oauth/token", HttpStatusCode.MethodNotAllowed, "POST")]
    [InlineData("PUT", "/session", HttpStatusCode.MethodNotAllowed, "DELETE, GET")]
    [InlineData("GET", "/session/identity", HttpStatusCode.MethodNotAllowed, "POST")]
    public async Task A_refusal_of_the_gateway_is_a_problem_with_all_headers(string method, string path, HttpStatusCode status, string? allow = null)
    {
        await using var region = await Region.StartAsync();
        var headers = method == "PUT" ? new[] { ("X-EenPlan", "1") } : [];
        var answer = await region.Browser().SendAsync(new HttpMethod(method), path, null, headers);

        answer.Status.ShouldBe(status);
        answer.Headers["Content-Type"].ShouldBe("application/problem+json");
        ((int)answer.Json["status"]!).ShouldBe((int)status);
        ((string?)answer.Json["title"]).ShouldNotBeNullOrEmpty();
        ((string?)answer.Json["detail"]).ShouldNotBeNullOrEmpty();
        answer.Headers.GetValueOrDefault("Allow")?.Replace(" | ", ", ", StringComparison.Ordinal).ShouldBe(allow);
        answer.Headers["Cache-Control"].ShouldStartWith("no-store");
        answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        answer.Headers["X-Frame-Options"].ShouldBe("DENY");
        answer.Headers["Content-Security-Policy"].ShouldContain("frame-ancestors 'none'");
        answer.Headers.Keys.ShouldNotContain("Server");
        answer.Headers.GetValueOrDefault("API-Version").ShouldBe(path.StartsWith("/api", StringComparison.Ordinal) ? ServiceRoutes.ApiVersion : null);
    }
}
