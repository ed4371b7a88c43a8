using System.Globalization;

namespace EenPlan.Backup;

/// <summary>Puts a copy in the place of a node's data. Everything is made ready beside it, and what was there is kept.</summary>
internal static class NodeRestore
{
    public static void Run(NodeFolder node, string from, TextWriter output)
    {
        node.RequireStopped();
        var next = NodeFolder.At($"{node.Path}.restoring-{Guid.NewGuid():N}");
        EenPlan.Kit.Data.PrivateFolder.Create(next.Path);
        Manifest manifest;
        var told = new List<string>();
        try
        {
            CopyAll(from, next.Path);
            // The copy of the copy is checked: what is put in place is what was looked at.
            manifest = Manifest.Checked(next.Path);
            foreach (var database in next.Databases)
            {
                using var connection = next.Open(database);
                told.AddRange(AfterRestore.Apply(connection, Guid.NewGuid()));
                connection.Ask("PRAGMA journal_mode=WAL");
            }

            Files.Flush(next.Path);
        }
        catch
        {
            Directory.Delete(next.Path, recursive: true);
            throw;
        }

        var kept = Replace(node, next);
        output.WriteLine($"Restored: {manifest}.");
        output.WriteLine(kept is null ? "  There was nothing before it." : $"  What was there is kept in {kept}.");
        told.AddRange(kept is null ? [] : AccessSince.GivenBack(node, NodeFolder.At(kept)));
        told.ForEach(line => output.WriteLine($"  {line}"));
        output.WriteLine("  What happened after the copy was made is gone from this node. docs/operations/backup.md says what to look at now.");
    }

    private static void CopyAll(string from, string to)
    {
        var copy = NodeFolder.At(from);
        foreach (var file in (string[])[.. copy.Databases, .. copy.OtherFiles, "manifest.json"])
        {
            if (!Files.TryCopy(copy.File(file), Path.Combine(to, file)))
            {
                throw new Refused($"{from} is no copy of a node: it has no {file}. Nothing was done.");
            }
        }
    }

    private static string? Replace(NodeFolder node, NodeFolder next)
    {
        if (!Directory.Exists(node.Path))
        {
            Directory.Move(next.Path, node.Path);
            return null;
        }

        var kept = $"{node.Path}.before-restore-{DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        try
        {
            Directory.Move(node.Path, kept);
        }
        catch (IOException failure)
        {
            Directory.Delete(next.Path, recursive: true);
            throw new Refused($"{node.Path} cannot be moved aside ({failure.Message}) A folder that is a mount point cannot: let DataFolder be a folder in it. Nothing was changed.");
        }

        try
        {
            Directory.Move(next.Path, node.Path);
            return kept;
        }
        catch
        {
            Directory.Move(kept, node.Path);
            throw;
        }
    }
}
