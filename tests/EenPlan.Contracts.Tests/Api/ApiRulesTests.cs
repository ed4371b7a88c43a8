using System.Text.Json.Nodes;

namespace EenPlan.Contracts.Tests.Api;

/// <summary>Every public interface keeps the rules for Dutch government, and each rule finds what it is there for.</summary>
public sealed class ApiRulesTests
{
    private static readonly string Folder = Path.Combine(Wire.Root, "docs", "api");

    public static TheoryData<string> Documents => [.. System.IO.Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_interface_keeps_the_rules(string file) => Complaints(Read(file)).ShouldBeEmpty();

    [Theory]
    [InlineData("openapi", "3.2.0", "openapi is")]
    [InlineData("info/version", "v1", "info.version")]
    [InlineData("info/contact/email", null, "info.contact.email")]
    [InlineData("servers/0/url", "/api/cases/v1.2", "major version")]
    [InlineData("paths/~things~schema.txt", "{}", "things/schema.txt")]
    [InlineData("paths/~open_things", "{}", "open_things")]
    [InlineData("paths/~things~", "{}", "/things/")]
    [InlineData("paths/~_things~{id}", "{}", "_things")]
    [InlineData("paths/~things~_take-back", "{}", "_take-back")]
    [InlineData("paths/~cases/trace", "{}", "has 'trace'")]
    [InlineData("paths/~cases/parameters", "[]", "has 'parameters'")]
    [InlineData("paths/~cases/get/summary", null, "no summary")]
    [InlineData("paths/~cases/get/operationId", "open-case", "operationId")]
    [InlineData("paths/~cases/get/parameters", """[{"in":"query","name":"page-size"}]""", "page-size")]
    [InlineData("paths/~cases/get/parameters", """[{"in":"query","name":"bsn"}]""", "bsn")]
    [InlineData("paths/~cases/post/responses/400", null, "400")]
    [InlineData("paths/~cases/post/responses/422", "{}", "400")]
    [InlineData("paths/~cases/get/responses/401/content", null, "problem+json")]
    [InlineData("paths/~cases/get/responses/401/content", """{"application/json":{}}""", "problem+json")]
    [InlineData("components/schemas/Problem/properties/detail", null, "problem+json")]
    [InlineData("paths/~cases/get/responses/200/headers", null, "API-Version")]
    [InlineData("components/schemas/Problem/properties/trace_id", "{}", "trace_id")]
    [InlineData("components/schemas/Problem/properties/startdatum", """{"format":"date-time"}""", "startdatum")]
    [InlineData("components/schemas/Problem/properties/endedAt", """{"type":"string"}""", "endedAt")]
    public void Each_rule_finds_what_it_is_there_for(string place, string? value, string said)
    {
        var document = Read("cases.json");
        Set(document, place.Split('/'), value);
        Complaints(document).ShouldContain(complaint => complaint.Contains(said, StringComparison.Ordinal));
    }

    private static List<string> Complaints(JsonObject document) => [.. ApiRules.All.SelectMany(rule => rule(document))];

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!.AsObject();

    private static void Set(JsonNode at, string[] steps, string? value)
    {
        foreach (var step in steps[..^1])
        {
            at = at is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : at[step.Replace('~', '/')]!;
        }

        var name = steps[^1].Replace('~', '/');
        at.AsObject().Remove(name);
        if (value is not null)
        {
            at[name] = value[0] is '{' or '[' ? JsonNode.Parse(value) : JsonValue.Create(value);
        }
    }
}
