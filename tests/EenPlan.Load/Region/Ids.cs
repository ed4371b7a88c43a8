using System.Buffers.Binary;

namespace EenPlan.Load.Region;

/// <summary>Ids as the product makes them (UUID version 7), but from a seed. One after the other they rise, as they do in a real database.</summary>
internal sealed class Ids(Dice dice)
{
    private int _counter;

    public Guid At(DateTimeOffset instant)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)instant.ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (_counter++ & 0xFFF)));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (dice.Next() & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000);
        return new Guid(bytes, bigEndian: true);
    }
}
