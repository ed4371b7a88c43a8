namespace EenPlan.Testing;

/// <summary>Databases of tests that do nothing but commit: in memory where the system has such a folder, because nobody pulls the plug here.</summary>
public static class InMemory
{
    private const string Shared = "/dev/shm";

    /// <summary>Makes a folder of its own.</summary>
    public static string NewFolder()
    {
        var parent = Directory.Exists(Shared) ? Shared : Path.GetTempPath();
        return Directory.CreateDirectory(Path.Combine(parent, $"eenplan-test-{Guid.NewGuid():N}")).FullName;
    }
}
