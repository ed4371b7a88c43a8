using System.Text.Json.Nodes;
using static EenPlan.AccessWalk.Tests.Families;

namespace EenPlan.AccessWalk.Tests;

/// <summary>The routes of the expectation check and of the agenda, walked before the plan is filled: then there is something to find.</summary>
internal sealed class FindingsWalk(Families families, Walk walk)
{
    private const string OneCase = "/cases/v1/cases/{caseId:guid}";

    public async Task GoAsync()
    {
        var found = await walk.Closed($"GET {OneCase}/findings", families.Parent, new Call("GET", families.Of("/findings")));
        var empty = Of(found, "card-empty");
        await walk.Closed($"GET {OneCase}/findings/{{id}}", families.Parent, new Call("GET", families.Of($"/findings/{empty["id"]}")));
        await AsideAsync(empty);

        var agenda = families.Of("/agenda");
        var item = (string)(await walk.Closed($"POST {OneCase}/agenda", families.Parent, Post(agenda, new { subject = Secret })))["id"]!;
        await walk.Closed($"GET {OneCase}/agenda", families.Parent, new Call("GET", agenda));
        await walk.Closed($"GET {OneCase}/agenda/{{id:guid}}", families.Parent, new Call("GET", $"{agenda}/{item}"));
        await walk.Closed($"PATCH {OneCase}/agenda/{{id:guid}}", families.Parent, new Call("PATCH", $"{agenda}/{item}", new { discussed = true }, Match("1")));
        await walk.Closed($"DELETE {OneCase}/agenda/{{id:guid}}", families.Parent, new Call("DELETE", $"{agenda}/{item}", null, Match("2")));

        var date = Of(found, "evaluation-date-missing");
        await walk.Closed($"POST {OneCase}/findings/{{id}}/settling", families.Parent, new Call("POST", families.Of($"/findings/{date["id"]}/settling"), null, Match(date)));
    }

    private async Task AsideAsync(JsonNode finding)
    {
        var aside = families.Of($"/findings/{finding["id"]}/setting-aside");
        await walk.Closed($"PUT {OneCase}/findings/{{id}}/setting-aside", Person.Coordinator, new Call("PUT", aside, new { reason = Secret }, Match(finding)));
        await walk.Closed($"DELETE {OneCase}/findings/{{id}}/setting-aside", Person.Coordinator, new Call("DELETE", aside, null, Match(finding)));
    }

    private static JsonNode Of(JsonNode found, string kind) => found["items"]!.AsArray().First(finding => (string)finding!["kind"]! == kind)!;

    private static Dictionary<string, string> Match(JsonNode finding) => Match(finding["version"]!.ToString());

    private static Dictionary<string, string> Match(string version) => new() { ["If-Match"] = $"\"{version}\"" };
}
