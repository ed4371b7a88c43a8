using System.Net;
using EenPlan.Kit.Identity;
using EenPlan.Testing;
using EenPlan.ToyServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EenPlan.Kit.Tests.Identity;

public sealed class RouteRulesTests
{
    [Fact]
    public async Task A_route_without_a_rule_is_for_nobody_and_an_address_without_a_route_does_not_exist()
    {
        using var folder = new TestFolder();
        await ToyStore.In(folder).CreateAsync("cases");
        await using var host = await TestHost.StartAsync(folder, builder => Toy.AddSource(builder), routes => routes.MapService<SourceDb>(v1 =>
        {
            v1.MapGet("/forgotten", () => "for nobody");
            v1.MapPost("/meant", () => "for professionals").WithName("write-meant").Accepts<object>("application/json").For(CallerKind.Professional);
            v1.MapGet("/meant", () => "for professionals").WithName("read-meant").For(CallerKind.Professional);
        }));
        var callers = new TestCallers(folder);
        foreach (var (token, refused) in new[] { (null, HttpStatusCode.Unauthorized), (callers.Professional("cases", Guid.NewGuid()), HttpStatusCode.Forbidden), (callers.System("cases", "network"), HttpStatusCode.Forbidden) })
        {
            (await host.Client(token).GetAsync("/cases/v1/forgotten")).Status.ShouldBe(refused);
            (await host.Client(token).GetAsync("/cases/v1/elsewhere")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        var professional = host.Client(callers.Professional("cases", Guid.NewGuid()));
        (await professional.GetAsync("/cases/v1/meant")).Status.ShouldBe(HttpStatusCode.OK);

        // What is wrong with the way of asking is said as it is, not as if the caller may not.
        (await professional.DeleteAsync("/cases/v1/meant", null)).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        var form = await professional.SendAsync(HttpMethod.Post, "/cases/v1/meant", new FormUrlEncodedContent([]));
        form.Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        ((string?)form.Body!["code"]).ShouldBe("not-json");
    }
}
