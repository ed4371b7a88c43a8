using EenPlan.Kit;

namespace EenPlan.Gateway.Nodes;

/// <summary>Names of nodes, as they stand in tokens and addresses of issuers.</summary>
internal static class NodeName
{
    public const int Longest = NodeNames.Longest;

    private const string Prefix = "urn:eenplan:gateway:";

    public static bool IsGood(string? name) => NodeNames.IsGood(name);

    /// <summary>The issuer and audience that belong to a node.</summary>
    public static string Urn(string node) => Prefix + node;

    /// <summary>The node behind an issuer; null when it is no issuer of a node.</summary>
    public static string? Of(string? urn)
    {
        var node = urn?.StartsWith(Prefix, StringComparison.Ordinal) == true ? urn[Prefix.Length..] : null;
        return IsGood(node) ? node : null;
    }
}
