using System.Net;
using System.Text.Json.Nodes;

namespace EenPlan.Testing;

/// <summary>What a service answered.</summary>
public sealed record Answer(HttpStatusCode Status, JsonNode? Body, string Text, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The ETag, as If-Match wants it.</summary>
    public string? Tag => Headers.GetValueOrDefault("ETag");

    /// <summary>The id in the body.</summary>
    public Guid Id => Guid.Parse((string)Body!["id"]!);

    /// <summary>The items of a list.</summary>
    public JsonArray Items => Body!["items"]!.AsArray();

    /// <summary>Codes of the field errors, as "/field code", in order.</summary>
    public IReadOnlyList<string> Errors => [.. Body!["errors"]!.AsArray().Select(error => $"{error!["pointer"]} {error["code"]}").Order(StringComparer.Ordinal)];
}
