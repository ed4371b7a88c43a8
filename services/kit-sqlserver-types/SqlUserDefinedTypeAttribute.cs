namespace Microsoft.SqlServer.Server;

/// <summary>Marks a .NET type as a user-defined type of the database.</summary>
/// <param name="format">How its values are written.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How values are written.</summary>
    public Format Format { get; } = format;

    /// <summary>The most bytes that one value takes; -1 for without limit.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Whether all values take the same number of bytes.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether comparing the bytes compares the values.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>The method that checks a value which came from outside.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>The type's name in the database.</summary>
    public string? Name { get; set; }
}
