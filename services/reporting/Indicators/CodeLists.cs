using System.Text.Json;

namespace EenPlan.Reporting.Indicators;

/// <summary>The code lists that numbers are told by, from the product's own.</summary>
internal static class CodeLists
{
    static CodeLists()
    {
        using var file = typeof(CodeLists).Assembly.GetManifestResourceStream("reference.json")!;
        using var lists = JsonDocument.Parse(file);
        var root = lists.RootElement;
        Municipalities = [.. root.GetProperty("municipalities").EnumerateArray().Select(code => code.GetString()!).Order(StringComparer.Ordinal)];
        LifeDomains = [.. root.GetProperty("lifeDomains").EnumerateArray().Select(domain => domain.GetProperty("code").GetString()!)];
        GoalStatuses = [.. root.GetProperty("goalStatuses").EnumerateArray().Select(code => code.GetString()!)];
    }

    public static IReadOnlyList<string> Municipalities { get; }

    public static IReadOnlyList<string> LifeDomains { get; }

    public static IReadOnlyList<string> GoalStatuses { get; }
}
