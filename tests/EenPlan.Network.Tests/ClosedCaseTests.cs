using System.Net;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Access;
using EenPlan.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using static EenPlan.Network.Tests.NetworkFixture;

namespace EenPlan.Network.Tests;

/// <summary>The network of a closed case can be seen and is not drawn any further.</summary>
public sealed class ClosedCaseTests : IAsyncLifetime
{
    private readonly NetworkFixture _network = new();
    private readonly Guid _case = Guid.CreateVersion7();
    private TestClient _coach = null!;
    private string _person = null!;

    public async ValueTask InitializeAsync()
    {
        await _network.InitializeAsync();
        _coach = _network.Professional(_network.Cases.Professional(_case));
        _person = $"{PeopleOf(_case)}/{(await _coach.PostAsync(PeopleOf(_case), new { name = "Opa", sector = "family" })).Id}";
        await HearAsync(new CaseClosed(_case, new DateOnly(2026, 11, 27), "as-planned"));
    }

    public ValueTask DisposeAsync() => _network.DisposeAsync();

    [Fact]
    public async Task Every_route_that_changes_something_refuses_and_says_what_to_do()
    {
        var routes = _network.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.Contains("/v1/cases/{caseId:guid}", StringComparison.Ordinal))
            .Select(route => (Method: route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0], Path: route.RoutePattern.RawText!)).Where(route => route.Method != "GET").ToList();
        routes.Count.ShouldBeGreaterThan(5);
        foreach (var (method, path) in routes)
        {
            var parts = path.TrimEnd('/').Split('/').Select(part => part switch { "{caseId:guid}" => _case.ToString(), "{toKind}" => "professional", _ when part.StartsWith('{') => Guid.CreateVersion7().ToString(), _ => part });
            var refused = await _coach.SendAsync(new HttpMethod(method), string.Join('/', parts), new { }, "\"1\"", Guid.NewGuid().ToString());
            refused.Status.ShouldBe(HttpStatusCode.Conflict, $"{method} {path}: {refused.Text}");
            ((string?)refused.Body!["code"]).ShouldBe("case-closed");
        }
    }

    [Fact]
    public async Task It_is_seen_by_whoever_could_and_still_does_not_exist_for_others()
    {
        (await _coach.GetAsync(_person)).Status.ShouldBe(HttpStatusCode.OK);
        (await _network.Professional(_network.Cases.Professional(_case, AccessLevel.InformationOnly)).DeleteAsync(_person, "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _network.Professional(_network.Cases.Professional(Guid.CreateVersion7())).DeleteAsync(_person, "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_case_and_the_same_one_opened_again_are_drawn_as_before()
    {
        var other = Guid.CreateVersion7();
        (await _network.Professional(_network.Cases.Professional(other)).PostAsync(PeopleOf(other), new { name = "Oma", sector = "family" })).Status.ShouldBe(HttpStatusCode.Created);
        await HearAsync(new CaseReopened(_case, new DateOnly(2026, 11, 28)));
        (await _coach.PatchAsync(_person, new { name = "Opa Jan" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task HearAsync<TEvent>(TEvent happened)
        where TEvent : Contracts.IEvent
    {
        _network.Cases.Tell(happened, _case);
        await _network.Host.CatchUpAsync();
    }
}
