namespace Microsoft.SqlServer.Server;

/// <summary>A user-defined type that reads and writes its own bytes.</summary>
public interface IBinarySerialize
{
    /// <summary>Takes the value from <paramref name="r"/>.</summary>
    /// <param name="r">Where the bytes come from.</param>
    void Read(BinaryReader r);

    /// <summary>Puts the value on <paramref name="w"/>.</summary>
    /// <param name="w">Where the bytes go.</param>
    void Write(BinaryWriter w);
}
