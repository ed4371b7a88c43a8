using System.Security.Cryptography;
using System.Text;

namespace EenPlan.Cases.Expectations;

/// <summary>
/// What a finding is called, for as long as it is about the same: its kind, and a hash of the ids and codes that it is about. Names and other words are not in it, so
/// renaming somebody or translating a text does not make another finding.
/// </summary>
internal static class FindingId
{
    /// <summary>Longest id, for columns and input.</summary>
    public const int Length = 100;

    private const int HashBytes = 10;

    public static string Of(string kind, IEnumerable<string> about) => $"{kind}-{Hash(about)}";

    /// <summary>Short hash of codes and ids, in an order that does not depend on how they were entered.</summary>
    public static string Hash(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts.Order(StringComparer.Ordinal))))[..HashBytes]);
}
