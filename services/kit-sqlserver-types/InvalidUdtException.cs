namespace Microsoft.SqlServer.Server;

/// <summary>A .NET type was offered as a user-defined type but is none.</summary>
public sealed class InvalidUdtException : SystemException
{
    private InvalidUdtException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception; SqlClient throws it.</summary>
    /// <param name="udtType">The type that was offered.</param>
    /// <param name="resourceReason">Why it is none.</param>
    public static InvalidUdtException Create(Type udtType, string resourceReason) =>
        new($"{udtType} is not a user-defined type: {resourceReason}");
}
