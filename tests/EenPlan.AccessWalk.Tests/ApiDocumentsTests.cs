using System.Text.Json.Nodes;

namespace EenPlan.AccessWalk.Tests;

/// <summary>The descriptions that stand in the repository are those that the product serves.</summary>
[Collection("one region at a time")]
public sealed class ApiDocumentsTests
{
    [Fact]
    public async Task The_committed_descriptions_are_the_served_ones()
    {
        await using var region = await Region.StartAsync();
        var folder = Path.Combine(Root(), "docs", "api");
        List<string> differences = [];
        foreach (var service in (string[])["cases", "directory", "network", "reporting", "subscriptions"])
        {
            var served = await region.DoAsync(Person.Anonymous, new Call("GET", $"/{service}/v1/openapi.json"));
            var committed = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, service + ".json"), TestContext.Current.CancellationToken));
            differences.AddRange(Differences(committed, served, service));
        }

        System.IO.Directory.EnumerateFiles(folder).Count().ShouldBe(7, "docs/api holds a description of each service and two of the gateway, and nothing else");
        differences.ShouldBeEmpty("docs/api is not what is served. Run ./eenplan start, in another terminal ./eenplan openapi, and commit what changed");
    }

    /// <summary>Where two documents differ; the order of fields means nothing.</summary>
    private static IEnumerable<string> Differences(JsonNode? committed, JsonNode? served, string place)
    {
        if (committed is JsonObject before && served is JsonObject after)
        {
            return before.Select(field => field.Key).Union(after.Select(field => field.Key)).SelectMany(name => Differences(before[name], after[name], $"{place}/{name}"));
        }

        return JsonNode.DeepEquals(committed, served) ? [] : [place];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "EenPlan.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
