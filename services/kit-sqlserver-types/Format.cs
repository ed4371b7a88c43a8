namespace Microsoft.SqlServer.Server;

/// <summary>How the value of a user-defined type is written to bytes.</summary>
public enum Format
{
    /// <summary>Nobody has said how.</summary>
    Unknown = 0,

    /// <summary>Field after field, by the database's own rules.</summary>
    Native = 1,

    /// <summary>By the type itself, through <see cref="IBinarySerialize"/>.</summary>
    UserDefined = 2,
}
