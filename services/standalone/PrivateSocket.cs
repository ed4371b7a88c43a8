using System.Security.Cryptography;
using System.Text;
using EenPlan.Kit;
using EenPlan.Kit.Data;

namespace EenPlan.Standalone;

/// <summary>
/// The Unix socket between the gateway and the services, in a folder that only this user may enter, and the lock that keeps a second start off the same data folder.
/// Its path is short, because a socket's path may have about a hundred characters only, and the same at every start, so that what a killed process left is removed.
/// </summary>
internal sealed class PrivateSocket : IDisposable
{
    private const int LongestPath = 100;
    private readonly FileStream _lock;
    private readonly RunningHere _runs;

    private PrivateSocket(string path, FileStream @lock, RunningHere runs) => (Path, _lock, _runs) = (path, @lock, runs);

    /// <summary>Where the services listen.</summary>
    public string Path { get; }

    /// <summary>The same as settings <c>Services:PREFIX</c>.</summary>
    public string[] AddressesOfServices => [.. _runs.Services.Select(prefix => $"--Services:{prefix}=unix:{Path}")];

    /// <summary>Makes the folder; null, with the reason on the error output, when another EenPlan works on the same data folder.</summary>
    public static PrivateSocket? Open(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var data = DatabaseOptions.From(builder.Configuration, builder.Environment).DataFolder;
        try
        {
            PrivateFolder.Create(data);
            var held = new FileStream(System.IO.Path.Combine(data, "standalone.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var path = PathFor(data);
            // Where the services listen, for the operator's commands.
            held.SetLength(0);
            held.Write(Encoding.UTF8.GetBytes(path));
            held.Flush();
            return new PrivateSocket(path, held, RunningHere.From(builder.Configuration));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"EenPlan cannot work on {data}: {failure.Message}");
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(Path);
        System.IO.Directory.Delete(System.IO.Path.GetDirectoryName(Path)!);
        _lock.Dispose();
    }

    private static string PathFor(string data)
    {
        var name = "eenplan-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.UserName}:{data}")))[..12];
        var folder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), name);
        if (folder.Length > LongestPath - 2)
        {
            folder = "/tmp/" + name;
        }

        System.IO.Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            // Fails when the folder is somebody else's.
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var path = System.IO.Path.Combine(folder, "s");
        File.Delete(path);
        return path;
    }
}
