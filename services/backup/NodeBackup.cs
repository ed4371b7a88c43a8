using EenPlan.Kit.Data;
using Microsoft.Data.Sqlite;

namespace EenPlan.Backup;

/// <summary>
/// A copy of a node while it works. SQLite copies each database as it was at one instant and holds up nobody who writes; the databases are copied one after the other,
/// which is put right at a restore, because then everybody reads every journal anew.
/// </summary>
internal static class NodeBackup
{
    public static async Task MakeAsync(NodeFolder node, string to, string name, TextWriter output)
    {
        if (node.Databases.Count == 0)
        {
            throw new Refused($"{node.Path} holds no databases of a node on SQLite. (For SQL Server: docs/operations/backup.md.)");
        }

        if (Path.Exists(to))
        {
            throw new Refused($"{to} is there already. Give the name of a folder that is not: a copy never takes the place of another.");
        }

        var takenAt = DateTimeOffset.UtcNow;
        var half = $"{to}.busy-{Guid.NewGuid():N}";
        PrivateFolder.Create(half);
        try
        {
            var files = node.Databases.Select(database => Copy(node, database, half)).ToList();
            files.AddRange(node.OtherFiles.Where(key => Files.TryCopy(node.File(key), Path.Combine(half, key))).Select(key => Manifest.Describe(half, key)));
            var manifest = new Manifest(name, takenAt, Files.Version, files);
            manifest.Write(half);
            Files.Flush(half);
            Directory.Move(half, to);
            await output.WriteLineAsync($"{to}: {manifest}, {files.Sum(file => file.Bytes) / 1e6:0.0} MB in {(DateTimeOffset.UtcNow - takenAt).TotalSeconds:0.0} s. It holds secret keys and everything people wrote: keep it as you keep the node.");
        }
        catch
        {
            Directory.Delete(half, recursive: true);
            throw;
        }
    }

    private static CopiedFile Copy(NodeFolder node, string database, string folder)
    {
        var half = NodeFolder.At(folder);
        Files.CreatePrivate(half.File(database));
        using (var source = node.Open(database))
        using (var target = half.Open(database))
        {
            source.BackupDatabase(target);
            // One file, without a log beside it.
            target.Ask("PRAGMA journal_mode=DELETE");
            Manifest.RequireSound(target, database);
        }

        using var copy = half.Open(database, SqliteOpenMode.ReadOnly);
        var described = Manifest.Describe(folder, database);
        return copy.Has("JournalHead") && copy.Ask("SELECT Epoch FROM JournalHead") is { Length: > 0 } epoch
            ? described with { Epoch = Guid.Parse(epoch), Head = long.Parse(copy.Ask("SELECT Head FROM JournalHead")!, System.Globalization.CultureInfo.InvariantCulture) }
            : described;
    }
}
