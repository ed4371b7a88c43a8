using System.Security.Cryptography;
using System.Text.Json;
using EenPlan.Kit;
using Microsoft.Data.Sqlite;

namespace EenPlan.Backup;

/// <summary>One file of a copy; of a database with a journal also how far that was.</summary>
internal sealed record CopiedFile(string Name, long Bytes, string Sha256, Guid? Epoch = null, long? Head = null);

/// <summary>What a copy holds, written when all of it is there.</summary>
internal sealed record Manifest(string Node, DateTimeOffset TakenAt, string Version, IReadOnlyList<CopiedFile> Files)
{
    private const string Name = "manifest.json";

    public override string ToString() => $"node {Node}, {TakenAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, made with EenPlan {Version}, {Files.Count} files";

    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, Name), JsonSerializer.Serialize(this, Json.Options));

    /// <summary>The manifest of a copy, when all that it names is there and as it was written.</summary>
    public static Manifest Checked(string folder)
    {
        var manifest = Read(folder);
        foreach (var file in manifest.Files)
        {
            var path = Path.Combine(folder, file.Name);
            if (!File.Exists(path) || new FileInfo(path).Length != file.Bytes || Hash(path) != file.Sha256)
            {
                throw new Refused($"{folder} is no whole copy: {file.Name} is missing or was changed. Nothing was done; take another copy.");
            }
        }

        var copy = NodeFolder.At(folder);
        foreach (var database in copy.Databases)
        {
            if (!manifest.Files.Any(file => file.Name == database))
            {
                throw new Refused($"{folder} is no whole copy: its manifest does not know {database}. Nothing was done.");
            }

            using var connection = copy.Open(database, SqliteOpenMode.ReadOnly);
            RequireSound(connection, database);
        }

        return manifest;
    }

    /// <summary>Refuses a database that SQLite finds fault with.</summary>
    public static void RequireSound(SqliteConnection connection, string name)
    {
        if (connection.Ask("PRAGMA integrity_check") is not "ok" || connection.Ask("PRAGMA foreign_key_check") is { Length: > 0 })
        {
            throw new Refused($"SQLite finds fault with {name}. Nothing was done.");
        }
    }

    public static CopiedFile Describe(string folder, string name) => new(name, new FileInfo(Path.Combine(folder, name)).Length, Hash(Path.Combine(folder, name)));

    private static Manifest Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            return File.Exists(path) && JsonSerializer.Deserialize<Manifest>(File.ReadAllText(path), Json.Options) is { Files.Count: > 0 } manifest ? manifest
                : throw new Refused($"{folder} is no copy of a node: it has no {Name}. Nothing was done.");
        }
        catch (JsonException)
        {
            throw new Refused($"{path} cannot be read. Nothing was done; take another copy.");
        }
    }

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
