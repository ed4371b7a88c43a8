using EenPlan.Kit.Identity;
using Microsoft.Data.Sqlite;

namespace EenPlan.Testing;

/// <summary>A data folder of its own for one test; gone afterwards.</summary>
public sealed class TestFolder : IDisposable
{
    private readonly bool _own;

    /// <summary>Makes the folder, with the keys of everybody who may call: a running service looks for new keys only once a second.</summary>
    public TestFolder()
        : this(Directory.CreateTempSubdirectory("eenplan-test-").FullName)
    {
    }

    /// <summary>Takes this folder for its own.</summary>
    public TestFolder(string path)
        : this(path, own: true)
    {
        var keys = new KeyFolder(Path);
        keys.SigningKey("gateway", "urn:eenplan:gateway:region", mayCreate: true);
        foreach (var service in (string[])["gateway", "cases", "directory", "network", "reporting", "subscriptions", "operator"])
        {
            keys.SigningKey($"service-{service}", $"urn:eenplan:service:{service}", mayCreate: true);
        }
    }

    private TestFolder(string path, bool own) => (Path, _own) = (path, own);

    /// <summary>Where the databases and keys of this test are.</summary>
    public string Path { get; }

    /// <summary>The folder that another process of the same test made and will take away.</summary>
    public static TestFolder Existing(string path) => new(path, own: false);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Pooled connections keep the files open.
        SqliteConnection.ClearAllPools();
        if (_own)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
