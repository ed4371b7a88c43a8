using System.Text.RegularExpressions;

namespace EenPlan.Journeys;

/// <summary>The addresses of all pages, as the front end has them; its own tests prove that the router has these and no others.</summary>
internal static partial class RouteTable
{
    /// <summary>Such as <c>/gezinnen/:caseId/kaarten</c>.</summary>
    public static IReadOnlyList<string> Addresses { get; } = Read();

    private static List<string> Read()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "frontend", "src", "routing.ts"));
        var start = source.IndexOf("export const pages = {", StringComparison.Ordinal);
        var block = source[start..source.IndexOf("} as const;", start, StringComparison.Ordinal)];
        var lines = block.Split('\n')[1..].Where(line => line.Trim().Length > 0).ToList();
        return lines.ConvertAll(line => Address().Match(line) is { Success: true } found
            ? Placeholder().Replace(found.Groups[1].Value, ":$1")
            : throw new InvalidOperationException($"This line of routing.ts is no page: {line}"));
    }

    [GeneratedRegex(@"^\s*\w+: (?:\([^)]*\) => )?['`](/[^'`]*)['`],$")]
    private static partial Regex Address();

    [GeneratedRegex(@"\$\{(\w+)\}")]
    private static partial Regex Placeholder();
}
