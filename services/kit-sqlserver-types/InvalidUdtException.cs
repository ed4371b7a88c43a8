namespace Microsoft.SqlServer.Server;

/// <summary>A .NET type was offered as a user-defined type but is none.</summary>
/// <remarks>
/// SqlClient makes these by calling a non-public static method <c>Create(Type, string)</c> through reflection,
/// and otherwise only passes them on. We use no user-defined types, so it never happens.
/// </remarks>
public sealed class InvalidUdtException : SystemException
{
    private InvalidUdtException(string message) : base(message)
    {
    }

    internal static InvalidUdtException Create(Type udtType, string resourceReason) =>
        new($"{udtType} is not a user-defined type ({resourceReason}).");
}
