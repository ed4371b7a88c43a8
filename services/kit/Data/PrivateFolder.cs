namespace EenPlan.Kit.Data;

/// <summary>Folders for data and keys: nobody but the user that EenPlan runs as may look into them.</summary>
public static class PrivateFolder
{
    /// <summary>Makes the folder when it is not there; one that is there keeps its rights.</summary>
    public static DirectoryInfo Create(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
