using System.Reflection;
using EenPlan.Kit.Data;

namespace EenPlan.Backup;

/// <summary>Files of a copy: for nobody but the owner, and on disk before they are believed.</summary>
internal static class Files
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Of the product that made the copy.</summary>
    public static string Version => typeof(Files).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public static void CreatePrivate(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        new FileStream(path, options).Dispose();
    }

    /// <summary>Copies with the rights of the original; false when it went away meanwhile, as half-made keys do.</summary>
    public static bool TryCopy(string from, string to)
    {
        PrivateFolder.Create(Path.GetDirectoryName(to)!);
        try
        {
            File.Copy(from, to);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Has every file of a folder written to disk.</summary>
    public static void Flush(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
            file.Flush(flushToDisk: true);
        }
    }
}
