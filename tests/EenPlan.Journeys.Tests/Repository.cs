namespace EenPlan.Journeys;

/// <summary>The clone that these tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = Environment.GetEnvironmentVariable("EENPLAN_REPO") ?? AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "EenPlan.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("These tests run inside a clone of EenPlan.");
        }

        return folder;
    }
}
