using System.Text.Json.Nodes;
using EenPlan.QueryPlans.Testing;
using Microsoft.AspNetCore.Routing;

namespace EenPlan.AccessWalk.Tests;

/// <summary>Nobody sees what is not theirs, on any route.</summary>
public sealed class AccessWalkTests
{
    /// <summary>Routes without a caller, on purpose: health, and the description of the interface itself.</summary>
    private static readonly string[] OpenOnPurpose = ["GET /health/live", "GET /health/ready", "GET /{documentName}/v1/openapi.json"];

    [Fact]
    public async Task Every_route_has_who_may_and_nobody_else_gets_anything()
    {
        await using var region = await Region.StartAsync();
        var walk = await GoAsync(region);
        walk.Leaks.ShouldBeEmpty();
        RoutesOf(region).Except(walk.Walked).Except(OpenOnPurpose).ShouldBeEmpty("these routes were not walked");
        walk.Walked.Except(RoutesOf(region)).ShouldBeEmpty("these routes do not exist");
    }

    [Fact]
    public async Task No_route_leads_to_a_query_that_reads_a_growing_table_from_end_to_end()
    {
        using var recorder = CommandRecorder.Start();
        await using var region = await Region.StartAsync();
        await GoAsync(region);
        recorder.Statements.Count.ShouldBeGreaterThan(200, "the recorder heard next to nothing");
        EveryQuerySearches.Problems(recorder.Statements).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_described_interface_is_the_real_one()
    {
        await using var region = await Region.StartAsync();
        var described = new List<string>();
        foreach (var service in (string[])["cases", "directory", "network", "reporting", "subscriptions"])
        {
            var document = await region.DoAsync(Person.Anonymous, new Call("GET", $"/{service}/v1/openapi.json"));
            foreach (var (path, operations) in document["paths"]!.AsObject())
            {
                described.AddRange(operations!.AsObject().Where(pair => pair.Key is "get" or "post" or "patch" or "put" or "delete")
                    .Select(pair => $"{pair.Key.ToUpperInvariant()} /{service}/v1{path}"));
            }
        }

        var real = RoutesOf(region).Where(route => route.Contains("/v1/", StringComparison.Ordinal) && !route.Contains("openapi.json", StringComparison.Ordinal)).Select(WithoutTypes);
        described.Order().ShouldBe(real.Order());
    }

    [Fact]
    public async Task The_described_interface_asks_for_the_headers_that_it_needs_and_no_others()
    {
        await using var region = await Region.StartAsync();
        var walk = await GoAsync(region);
        var described = new List<string>();
        foreach (var service in (string[])["cases", "directory", "network", "reporting", "subscriptions"])
        {
            var document = await region.DoAsync(Person.Anonymous, new Call("GET", $"/{service}/v1/openapi.json"));
            described.AddRange(from path in document["paths"]!.AsObject()
                               from operation in path.Value!.AsObject()
                               from parameter in operation.Value!["parameters"]?.AsArray() ?? []
                               where (string?)parameter!["in"] == "header" && (bool?)parameter["required"] == true
                               select $"{operation.Key.ToUpperInvariant()} /{service}/v1{path.Key} {(string?)parameter!["name"]}");
        }

        described.Order().ShouldBe(walk.Asked.Select(WithoutTypes).Order());
    }

    [Theory]
    [InlineData("cases")]
    [InlineData("network")]
    [InlineData("subscriptions")]
    [InlineData("reporting")]
    [InlineData("directory")]
    public async Task The_walk_notices_when_a_filter_is_missing(string service)
    {
        await using var region = await Region.StartAsync(services => Mutants.Weaken(services, service));
        var families = await Families.MeetAsync(region);
        var walk = new Walk(region, families);
        try
        {
            await GoAsync(region, families, walk);
        }
        catch (ShouldAssertException) when (walk.Leaks.Count > 0)
        {
            // Somebody who got in changed what the next step counted on; the leak itself is in the list.
        }

        walk.Leaks.ShouldContain(leak => leak.Contains($"/{service}/v1/", StringComparison.Ordinal) || leak.Contains($"/{service}/internal/", StringComparison.Ordinal),
            $"the mutant of {service} was not noticed");
    }

    private static async Task<Walk> GoAsync(Region region)
    {
        var families = await Families.MeetAsync(region);
        var walk = new Walk(region, families);
        await GoAsync(region, families, walk);
        return walk;
    }

    private static async Task GoAsync(Region region, Families families, Walk walk)
    {
        await new CasesWalk(region, families, walk).GoAsync();
        await new OtherServicesWalk(region, families, walk).GoAsync();
    }

    private static List<string> RoutesOf(Region region) =>
        [.. region.Routes.SelectMany(route => (route.Metadata.OfType<HttpMethodMetadata>().FirstOrDefault()?.HttpMethods ?? []).Select(method => $"{method} {route.RoutePattern.RawText}"))
            .Select(route => route.TrimEnd('/')).Distinct()];

    private static string WithoutTypes(string route) => System.Text.RegularExpressions.Regex.Replace(route, @"\{(\w+):\w+\}", "{$1}");
}
