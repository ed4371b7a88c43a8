using System.Text.RegularExpressions;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>
/// What may be kept and sent later: what people type in a plan, on a card, in an agreement. Not what decides something about people at that moment, such as closing a case,
/// handing over or asking somebody to take part: who wants that must see how things stand.
/// </summary>
internal static partial class OutboxPaths
{
    /// <summary>True when this may wait, and is about this case.</summary>
    public static bool MayWait(string method, string path, Guid caseId) =>
        path.Length <= OutboxEntry.LongestPath && path.StartsWith($"/api/cases/v1/cases/{caseId}", StringComparison.Ordinal) && (method switch
        {
            "PATCH" => Changes(),
            "POST" => Makes(),
            "PUT" => Says(),
            _ => null,
        })?.IsMatch(path) == true;

    /// <summary>A repeated request has no second effect: it makes something under a key, or changes a version that it names.</summary>
    public static bool IsSafeToRepeat(string method, long? version, string? idempotencyKey) => version is not null || (method == "POST" && idempotencyKey is not null);

    [GeneratedRegex(@"^/api/cases/v1/cases/[0-9a-f-]{36}(/plan|/(goals|actions|agreements|involvements|meetings|agenda|household)/[0-9a-f-]{36})?\z")]
    private static partial Regex Changes();

    [GeneratedRegex(@"^/api/cases/v1/cases/[0-9a-f-]{36}/(goals|goals/[0-9a-f-]{36}/actions|agreements|agenda|meetings|evaluations|household|treatment-status|findings/[0-9a-z-]{1,80}/settling)\z")]
    private static partial Regex Makes();

    [GeneratedRegex(@"^/api/cases/v1/cases/[0-9a-f-]{36}/findings/[0-9a-z-]{1,80}/setting-aside\z")]
    private static partial Regex Says();
}
