using System.Text.RegularExpressions;

namespace EenPlan.Kit;

/// <summary>Names of nodes, as they stand in tokens, events and tables.</summary>
public static partial class NodeNames
{
    /// <summary>Most characters of a name.</summary>
    public const int Longest = 60;

    /// <summary>Small letters, digits and hyphens between them: the name becomes part of a URN.</summary>
    public static bool IsGood(string? name) => name is { Length: <= Longest } && Good().IsMatch(name);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Good();
}
