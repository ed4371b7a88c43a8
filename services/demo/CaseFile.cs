using System.Text.Json;
using System.Text.Json.Nodes;

namespace EenPlan.Demo;

/// <summary>
/// A case of the demo region as it stands in its file. Bodies are those of the API, except that people stand there by name:
/// "member:KEY" is a household member, "card:ACCOUNT" a professional's involvement, "day:N" a day N days from today,
/// "working-day:N" that day or the first working day after it, and "moment:N HH:MM" a moment on such a working day.
/// </summary>
internal sealed record CaseFile(
    string Key, string OpenedBy, JsonObject Head, IReadOnlyList<MemberOfFile> Household, IReadOnlyList<InvolvedOfFile> Involved, string? Coordinator,
    IReadOnlyDictionary<string, JsonObject> Cards, JsonObject Plan, IReadOnlyList<GoalOfFile> Goals, IReadOnlyList<JsonObject> Agreements,
    IReadOnlyList<JsonObject> Network, IReadOnlyList<JsonObject> Meetings, bool PutForward)
{
    private static readonly string[] Files = ["paper-form.json", "back-home.json", "two-sisters.json"];

    /// <summary>Who writes the plan: the coordinator, or the intake worker as long as there is none.</summary>
    public string Leader => Coordinator ?? OpenedBy;

    public string Alias => (string)Head["alias"]!;

    public static IReadOnlyList<CaseFile> All() => [.. Files.Select(Read)];

    private static CaseFile Read(string name)
    {
        using var stream = typeof(CaseFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in this program.");
        return JsonSerializer.Deserialize<CaseFile>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException($"{name} is empty.");
    }
}

/// <summary>A household member.</summary>
/// <param name="HasAccess">True when this member gets an account.</param>
internal sealed record MemberOfFile(string Key, bool HasAccess, JsonObject Member)
{
    public string Name => (string)Member["name"]!;
}

/// <summary>A professional who takes part.</summary>
internal sealed record InvolvedOfFile(string Account, string Kind, string? Reason);

/// <summary>A goal with its actions.</summary>
internal sealed record GoalOfFile(JsonObject Goal, IReadOnlyList<JsonObject> Actions);
