using System.Text.Json.Nodes;
using EenPlan.Gateway.Tests.World;

namespace EenPlan.Gateway.Tests;

/// <summary>The gateway's own interfaces are described in docs/api as they are served.</summary>
public sealed class NodeDescriptionTests
{
    [Theory]
    [InlineData("/api/node/v1/openapi.json", "node.json")]
    [InlineData("/nodes/v1/openapi.json", "nodes.json")]
    public async Task What_is_committed_is_what_is_served_to_anybody(string path, string file)
    {
        await using var region = await Region.StartAsync();
        using var stranger = new Browser(region.Address);

        var served = await stranger.GetAsync(path);

        served.Headers["Access-Control-Allow-Origin"].ShouldBe("*");
        var committed = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api", file), TestContext.Current.CancellationToken));
        JsonNode.DeepEquals(committed, served.Json).ShouldBeTrue($"docs/api/{file} is not what is served. Run ./eenplan start, in another terminal ./eenplan openapi, and commit what changed");
    }
}
