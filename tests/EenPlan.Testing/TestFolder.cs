using Microsoft.Data.Sqlite;

namespace EenPlan.Testing;

/// <summary>A data folder of its own for one test; gone afterwards.</summary>
public sealed class TestFolder : IDisposable
{
    /// <summary>Where the databases and keys of this test are.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("eenplan-test-").FullName;

    /// <inheritdoc/>
    public void Dispose()
    {
        // Pooled connections keep the files open.
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
