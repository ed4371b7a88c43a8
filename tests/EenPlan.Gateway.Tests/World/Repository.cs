namespace EenPlan.Gateway.Tests.World;

/// <summary>The clone that these tests are part of.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "EenPlan.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
