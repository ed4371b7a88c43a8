using System.Text.Json.Nodes;

namespace EenPlan.Story;

/// <summary>What the gateway answered.</summary>
public sealed record Reply(int Status, JsonNode? Body, string Text, string? Tag, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>A field of the body; missing fields fail with the whole answer.</summary>
    public JsonNode this[string field] => Body?[field] ?? throw new ShouldAssertException($"There is no {field} in: {Text}");

    /// <summary>The id in the body.</summary>
    public string Id => (string)this["id"]!;

    /// <summary>Machine-readable code of a problem.</summary>
    public string? Code => (string?)Body?["code"];

    /// <summary>Items of a list.</summary>
    public IReadOnlyList<JsonNode> Items => [.. this["items"].AsArray().Select(item => item!)];

    /// <summary>Fails, with what was answered, unless the status is this one.</summary>
    public Reply ShouldBe(int status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }
}
