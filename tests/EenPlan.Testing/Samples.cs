using System.Text.Encodings.Web;
using System.Text.Json;

namespace EenPlan.Testing;

/// <summary>
/// What leaves the product, written as it leaves it, in files that are committed: tests in other languages read the same files. When something changed, the new file is put beside.
/// </summary>
public static class Samples
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What differs between what is committed under <c>contracts/</c> and what is made now; null when nothing does.</summary>
    public static string? Differs(string file, object made, JsonSerializerOptions options)
    {
        var root = Root();
        var now = JsonSerializer.Serialize(JsonSerializer.SerializeToElement(made, options), Readable) + "\n";
        var committed = Path.Combine(root, "contracts", file);
        if (File.Exists(committed) && File.ReadAllText(committed) == now)
        {
            return null;
        }

        var offered = Path.Combine("artifacts", Path.GetFileName(file));
        File.WriteAllText(Path.Combine(root, offered), now);
        return $"contracts/{file} is not what is sent now. Look at it and commit it: cp {offered} contracts/{file}";
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "EenPlan.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
