using System.Net;
using System.Text.Json.Nodes;

namespace EenPlan.Demo;

/// <summary>The gateway said no. The message says to what, to whom and why.</summary>
internal sealed class Refused(string message, HttpStatusCode status, JsonNode? problem) : Exception(message)
{
    public HttpStatusCode Status => status;

    /// <summary>True when any of the field errors has this code.</summary>
    public bool Has(string code) => problem?["errors"] is JsonArray errors && errors.Any(error => (string?)error?["code"] == code);

    public static Refused By(HttpMethod method, string path, string who, HttpStatusCode status, JsonNode? problem)
    {
        var detail = (string?)problem?["detail"] ?? (string?)problem?["title"] ?? "no reason given";
        var errors = problem?["errors"] is JsonArray list
            ? string.Concat(list.Select(error => $"{Environment.NewLine}    {error?["pointer"]}: {error?["detail"]}"))
            : "";
        return new Refused($"{method} {path} as {who} was answered by {(int)status}: {detail}{errors}", status, problem);
    }
}
