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

    /// <summary>A number for facts: the same facts give the same one, in whatever order they were entered. It stands in the ETag.</summary>
    public static long Number(IEnumerable<string> facts) => BitConverter.ToInt64(Bytes(facts)) & Largest;

    /// <summary>A browser holds numbers as floating point: a larger one would come back as another.</summary>
    internal const long Largest = (1L << 53) - 1;

    private static string Hash(IEnumerable<string> parts) => Convert.ToHexStringLower(Bytes(parts).AsSpan(0, HashBytes));

    private static byte[] Bytes(IEnumerable<string> parts) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts.Order(StringComparer.Ordinal))));
}
