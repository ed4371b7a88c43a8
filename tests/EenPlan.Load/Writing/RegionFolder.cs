using System.Text.Json;
using EenPlan.Load.Tiers;

namespace EenPlan.Load.Writing;

/// <summary>What a folder with a made region says about itself.</summary>
/// <param name="Tier">Size.</param>
/// <param name="Seed">Seed of everything in it.</param>
/// <param name="Schema">Migrations that its databases were made with.</param>
/// <param name="HotCase">The plan with twenty professionals.</param>
internal sealed record RegionManifest(Tier Tier, int Seed, string Schema, Guid HotCase);

/// <summary>Somebody who can sign in.</summary>
/// <param name="Account">Account.</param>
/// <param name="Kind">professional or family.</param>
/// <param name="Plans">In how many plans.</param>
/// <param name="IsHot">Takes part in the plan with twenty professionals.</param>
internal sealed record RegionPerson(string Account, string Kind, int Plans, bool IsHot);

/// <summary>The folder of a made region: its databases, what it is, and who can sign in.</summary>
internal sealed class RegionFolder(string path)
{
    private const string ManifestName = "region.json";
    private const string PeopleName = "region-people.tsv";
    private const string BusyName = "region.busy";

    public string Path => path;

    public RegionManifest? Manifest
    {
        get
        {
            var file = System.IO.Path.Combine(path, ManifestName);
            return File.Exists(file) ? JsonSerializer.Deserialize<RegionManifest>(File.ReadAllText(file)) : null;
        }
    }

    /// <summary>Makes the folder empty for a new region. A folder that holds anything else than a region that was made here is left alone.</summary>
    public void Clear()
    {
        System.IO.Directory.CreateDirectory(path);
        var databases = System.IO.Directory.GetFiles(path, "*.db");
        if (databases.Length > 0 && Manifest is null && !File.Exists(System.IO.Path.Combine(path, BusyName)))
        {
            throw new InvalidOperationException($"{path} holds databases that were not made by this program; they stay. Choose another folder.");
        }

        File.WriteAllText(System.IO.Path.Combine(path, BusyName), "");
        foreach (var file in (string[])[.. databases, .. System.IO.Directory.GetFiles(path, "*.db-*"), System.IO.Path.Combine(path, ManifestName), System.IO.Path.Combine(path, PeopleName)])
        {
            File.Delete(file);
        }
    }

    /// <summary>Says that the region is whole.</summary>
    public void Finish(RegionManifest manifest, IEnumerable<RegionPerson> people)
    {
        File.WriteAllLines(System.IO.Path.Combine(path, PeopleName), people.Select(person => $"{person.Account}\t{person.Kind}\t{person.Plans}\t{(person.IsHot ? 1 : 0)}"));
        File.WriteAllText(System.IO.Path.Combine(path, ManifestName), JsonSerializer.Serialize(manifest));
        File.Delete(System.IO.Path.Combine(path, BusyName));
    }

    public IReadOnlyList<RegionPerson> People() =>
    [
        .. File.ReadLines(System.IO.Path.Combine(path, PeopleName)).Select(line => line.Split('\t'))
            .Select(parts => new RegionPerson(parts[0], parts[1], int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture), parts[3] == "1")),
    ];
}
