using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EenPlan.Cases.Nodes;

/// <summary>
/// What people call a case on the phone: two groups of four, made from its id. Without vowels, so that no words come out by accident, and without signs that look alike.
/// There are 24^8 (a hundred billion): two cases of one organisation with the same reference are not to be expected, and nothing is ever found by it alone.
/// </summary>
internal static class CaseReference
{
    private const string Signs = "23456789CDFGHJKMNPQRTVWX";
    private const int Half = 4;

    public static string Of(Guid caseId)
    {
        var number = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(caseId.ToByteArray(bigEndian: true)));
        Span<char> reference = stackalloc char[(2 * Half) + 1];
        for (var place = 0; place < reference.Length; place++)
        {
            if (place == Half)
            {
                reference[place] = '-';
                continue;
            }

            reference[place] = Signs[(int)(number % (ulong)Signs.Length)];
            number /= (ulong)Signs.Length;
        }

        return new string(reference);
    }
}
