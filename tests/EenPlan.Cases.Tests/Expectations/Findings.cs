using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Testing;

namespace EenPlan.Cases.Tests.Expectations;

/// <summary>The findings of a case as one caller reads them over the interface.</summary>
internal static class Findings
{
    public static async Task<List<JsonNode>> FindingsAsync(this TestClient reader, FamilyCase story) =>
        [.. (await reader.GetAsync($"{story.Url}/findings")).Items.Select(item => item!)];

    public static async Task<List<string>> KindsAsync(this TestClient reader, FamilyCase story) => [.. (await reader.FindingsAsync(story)).Select(Kind).Order(StringComparer.Ordinal)];

    public static async Task<JsonNode> FindingAsync(this TestClient reader, FamilyCase story, string kind) => (await reader.FindingsAsync(story)).Single(finding => Kind(finding) == kind);

    public static Task<Answer> SettleAsync(this TestClient reader, FamilyCase story, JsonNode finding) =>
        reader.SendAsync(HttpMethod.Post, $"{story.Url}/findings/{finding["id"]}/settling", match: $"\"{finding["version"]}\"");

    public static Task<Answer> SetAsideAsync(this TestClient reader, FamilyCase story, JsonNode finding, object body) =>
        reader.SendAsync(HttpMethod.Put, $"{story.Url}/findings/{finding["id"]}/setting-aside", body, $"\"{finding["version"]}\"");

    public static async Task CardAsync(this FamilyCase story, TestClient who, Guid professional, object changes)
    {
        var card = $"{story.Url}/involvements/{story.InvolvementOf(professional)}";
        var changed = await who.PatchAsync(card, changes, (await who.GetAsync(card)).Tag);
        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Text);
    }

    public static string Kind(JsonNode finding) => (string)finding["kind"]!;
}
