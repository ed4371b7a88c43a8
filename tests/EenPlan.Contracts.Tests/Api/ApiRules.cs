using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EenPlan.Contracts.Tests.Api;

/// <summary>
/// The technical rules of the NLGov REST API Design Rules 2.2 that a description alone can prove, and what their linter does not see. Each gives one sentence per place that breaks it.
/// What only an answer can prove is asked of running services.
/// </summary>
internal static partial class ApiRules
{
    private static readonly string[] Methods = ["get", "put", "post", "patch", "delete"];
    private static readonly string[] Sensitive = ["bsn", "name", "naam", "birth", "geboorte", "email", "phone", "alias"];

    public static readonly Func<JsonObject, IEnumerable<string>>[] All =
        [Head, Paths, Operations, Parameters, Inputs, Refusals, Versions, Properties];

    /// <summary>OpenAPI 3.0 or 3.1, a version that is one, the major version and nothing else in the address, somebody to ask.</summary>
    private static IEnumerable<string> Head(JsonObject document)
    {
        var (openApi, version) = (Text(document["openapi"]), Text(document["info"]?["version"]));
        if (!OpenApi().IsMatch(openApi))
        {
            yield return $"openapi is '{openApi}'";
        }

        if (!SemVer().IsMatch(version))
        {
            yield return $"info.version is '{version}'";
        }

        var servers = document["servers"]?.AsArray() ?? [];
        foreach (var url in servers.Select(server => Text(server!["url"])).Where(url => !url.EndsWith($"/v{version.Split('.')[0]}", StringComparison.Ordinal)).DefaultIfEmpty(servers.Count == 0 ? "none" : null))
        {
            if (url is not null)
            {
                yield return $"server {url} does not end with the major version";
            }
        }

        foreach (var field in (string[])["name", "email", "url"])
        {
            if (Text(document["info"]?["contact"]?[field]).Length == 0)
            {
                yield return $"info.contact.{field} is missing";
            }
        }
    }

    /// <summary>Lower case words with hyphens, no file names; only the last may be an underscore with one word.</summary>
    private static IEnumerable<string> Paths(JsonObject document)
    {
        foreach (var path in document["paths"]!.AsObject().Select(pair => pair.Key))
        {
            var segments = path.Split('/')[1..];
            if (!path.StartsWith('/') || segments.Where((segment, place) => !Parameter().IsMatch(segment) && !Kebab().IsMatch(segment) && !(place == segments.Length - 1 && Deed().IsMatch(segment))).Any())
            {
                yield return $"{path} is no path of words with hyphens";
            }
        }
    }

    /// <summary>Known methods only, each operation with a name of its own and a summary, and nothing declared for a whole path, where rules look past it.</summary>
    private static IEnumerable<string> Operations(JsonObject document)
    {
        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            foreach (var field in item!.AsObject().Select(pair => pair.Key).Where(field => !Methods.Contains(field)))
            {
                yield return $"{path} has '{field}'";
            }
        }

        foreach (var twice in Each(document).GroupBy(one => Text(one.Operation["operationId"])).Where(group => group.Key.Length == 0 || group.Count() > 1))
        {
            yield return $"operationId '{twice.Key}' of {string.Join(", ", twice.Select(one => one.Name))}";
        }

        foreach (var (name, operation) in Each(document).Where(one => Text(one.Operation["summary"]).Length == 0))
        {
            yield return $"{name} has no summary";
        }
    }

    /// <summary>Keys of queries are camelCase, and nothing that points at a person stands in an address.</summary>
    private static IEnumerable<string> Parameters(JsonObject document) => Each(document)
        .SelectMany(one => (one.Operation["parameters"]?.AsArray() ?? []).Select(parameter => (one.Name, In: Text(parameter!["in"]), Key: Text(parameter["name"]))))
        .Where(parameter => (parameter.In == "query" && !Camel().IsMatch(parameter.Key))
            || (parameter.In is "query" or "path" && Sensitive.Any(word => parameter.Key.Contains(word, StringComparison.OrdinalIgnoreCase))))
        .Select(parameter => $"{parameter.Name} has the {parameter.In} parameter '{parameter.Key}'");

    /// <summary>Wrong input gets 400, never 422.</summary>
    private static IEnumerable<string> Inputs(JsonObject document) => Each(document)
        .Where(one => one.Operation["responses"]!.AsObject() is var answers && (answers.ContainsKey("422") || (TakesInput(one.Operation) && !answers.ContainsKey("400"))))
        .Select(one => $"{one.Name} takes input and says nothing of 400");

    /// <summary>Every refusal is problem+json and nothing else, with status, title and detail.</summary>
    private static IEnumerable<string> Refusals(JsonObject document)
    {
        foreach (var (name, status, answer) in Answers(document).Where(one => one.Status[0] is '4' or '5'))
        {
            var content = answer["content"]?.AsObject();
            var members = content is { Count: 1 } ? Resolve(document, content["application/problem+json"]?["schema"])?["properties"]?.AsObject() : null;
            if (members is null || ((string[])["status", "title", "detail"]).Any(member => !members.ContainsKey(member)))
            {
                yield return $"{name} {status} is no problem+json with status, title and detail";
            }
        }
    }

    /// <summary>Every answer tells the version of the interface.</summary>
    private static IEnumerable<string> Versions(JsonObject document) => Answers(document)
        .Where(one => one.Answer["headers"]?["API-Version"] is null).Select(one => $"{one.Name} {one.Status} has no API-Version");

    /// <summary>Names of fields are camelCase; a day is a date, an instant a date-time, and each says so.</summary>
    private static IEnumerable<string> Properties(JsonObject document) => Fields(document["components"]?["schemas"], "")
        .Where(field => !Camel().IsMatch(field.Name) || Wrong(field.Name, Text(field.Schema?["format"]), field.Schema)).Select(field => $"field {field.Name} of {field.Of} is not named, or not timed, as it should be");

    private static bool Wrong(string name, string format, JsonNode? schema) =>
        format == "time" || (format == "date-time" && Day().IsMatch(name)) || (format.Length == 0 && Moment().IsMatch(name) && Text(schema?["type"]) == "string");

    private static bool TakesInput(JsonObject operation) => operation["requestBody"] is not null || operation["parameters"]?.AsArray() is { Count: > 0 };

    private static IEnumerable<(string Name, JsonObject Operation)> Each(JsonObject document) => document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Where(pair => Methods.Contains(pair.Key)).Select(pair => ($"{pair.Key} {path.Key}", pair.Value!.AsObject())));

    private static IEnumerable<(string Name, string Status, JsonNode Answer)> Answers(JsonObject document) =>
        Each(document).SelectMany(one => one.Operation["responses"]!.AsObject().Select(pair => (one.Name, pair.Key, pair.Value!)));

    private static JsonNode? Resolve(JsonObject document, JsonNode? schema) =>
        Text(schema?["$ref"]) is { Length: > 0 } reference ? document["components"]?["schemas"]?[reference.Split('/')[^1]] : schema;

    private static IEnumerable<(string Of, string Name, JsonNode? Schema)> Fields(JsonNode? node, string of) => node switch
    {
        JsonObject one => (one["properties"] is JsonObject fields ? fields.Select(field => (of, field.Key, field.Value)) : [])
            .Concat(one.SelectMany(pair => Fields(pair.Value, of.Length == 0 ? pair.Key : of))),
        JsonArray many => many.SelectMany(item => Fields(item, of)),
        _ => [],
    };

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    [GeneratedRegex(@"^3\.[01]\.\d+$")]
    private static partial Regex OpenApi();

    [GeneratedRegex(@"^\d+\.\d+\.\d+$")]
    private static partial Regex SemVer();

    [GeneratedRegex(@"^\{[a-z][A-Za-z0-9]*\}$")]
    private static partial Regex Parameter();

    [GeneratedRegex("^_[a-z]+$")]
    private static partial Regex Deed();

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Kebab();

    [GeneratedRegex(@"^[a-z][a-z\d]*([A-Z][a-z\d]*)*$")]
    private static partial Regex Camel();

    [GeneratedRegex("([dD]ate|[dD]ay|[dD]atum)$")]
    private static partial Regex Day();

    [GeneratedRegex("(At|[tT]ime)$")]
    private static partial Regex Moment();
}
