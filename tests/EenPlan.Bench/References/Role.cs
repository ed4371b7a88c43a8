namespace EenPlan.Bench.References;

/// <summary>The references that are processes of their own, by name.</summary>
internal static class Role
{
    public static Task<int> RunAsync(string role, string[] settings) => role switch
    {
        _ => throw new ArgumentException($"There is no role {role}; {settings.Length} settings were given.", nameof(role)),
    };
}
