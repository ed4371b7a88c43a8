using System.Collections.Concurrent;
using EenPlan.Load.Visiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EenPlan.Load.Tests.Visiting;

public sealed class GatewayTests
{
    [Fact]
    public async Task Everybody_signs_in_from_an_address_of_their_own()
    {
        var from = new ConcurrentBag<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/session/demo", (HttpContext http) =>
        {
            from.Add(http.Connection.RemoteIpAddress!.ToString());
            http.Response.Headers.SetCookie = "s=1; Path=/";
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var gateway = new Gateway(new Uri(app.Urls.Single()), 4);
        for (var person = 0; person < 600; person++)
        {
            (await gateway.SignInAsync("werker.000001")).Cookie.ShouldBe("s=1");
        }

        from.ShouldAllBe(address => address.StartsWith("127.", StringComparison.Ordinal));
        from.Distinct().Count().ShouldBeGreaterThan(580);
    }
}
