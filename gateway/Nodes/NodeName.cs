using System.Text.RegularExpressions;

namespace EenPlan.Gateway.Nodes;

/// <summary>Names of nodes, as they stand in tokens and addresses of issuers.</summary>
internal static partial class NodeName
{
    public const int Longest = 60;

    /// <summary>Small letters, digits and hyphens: the name becomes part of a URN.</summary>
    public static bool IsGood(string? name) => name is { Length: <= Longest } && Good().IsMatch(name);

    /// <summary>The issuer and audience that belong to a node.</summary>
    public static string Urn(string node) => $"urn:eenplan:gateway:{node}";

    /// <summary>The node behind an issuer; null when it is no issuer of a node.</summary>
    public static string? Of(string? urn)
    {
        const string prefix = "urn:eenplan:gateway:";
        var node = urn?.StartsWith(prefix, StringComparison.Ordinal) == true ? urn[prefix.Length..] : null;
        return IsGood(node) ? node : null;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Good();
}
