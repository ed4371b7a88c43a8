using System.Text;

namespace EenPlan.Distributed.Tests;

/// <summary>A place outside the databases of cases and network, and every byte in it.</summary>
internal sealed record Place(string Name, byte[] Bytes);

/// <summary>Everything that a running product keeps or sends where names and texts of families have no business, as raw bytes.</summary>
internal static class WhatGoesOut
{
    private const string Welcome = "logs/start.log";

    /// <summary>Services that never hold a name or a text of a family, so that their whole databases are searched.</summary>
    private static readonly string[] Nameless = ["reporting", "subscriptions"];

    /// <summary>What everybody keeps about a run: not even a professional's name is in it.</summary>
    public static IEnumerable<Place> AboutTheRun(string folder, Collector? collector) =>
    [
        .. Files(Path.Combine(folder, "logs"), "logs/").Where(place => place.Name != Welcome),
        .. (string[])["traces", "metrics", "logs"] is var signals && collector is not null ? signals.Select(signal => new Place(signal, Together(collector.Of(signal)))) : [],
        .. Nameless.SelectMany(service => Directory.GetFiles(folder, service + ".db*")).Select(file => new Place(Path.GetFileName(file), Read(file))),
        .. Databases.Services.Where(service => service != "directory").Select(service => Events(folder, service)),
    ];

    /// <summary>
    /// The directory tells how professionals are reached at work, the broker carries that, and the start names the people of the demo region to sign in as:
    /// names of families are in none of them.
    /// </summary>
    public static IEnumerable<Place> AboutProfessionals(string folder) =>
        [Events(folder, "directory"), .. Files(Path.Combine(folder, "distributed", "rabbitmq", "mnesia"), "broker/"), .. Files(Path.Combine(folder, "logs"), "logs/").Where(place => place.Name == Welcome)];

    public static Place Of(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    private static Place Events(string folder, string service) =>
        Of($"events of {service}", string.Join('\n', Databases.Read(folder, service, "SELECT COALESCE(CaseId, '') || ' ' || Data FROM Journal UNION ALL SELECT Event FROM ParkedEvents")));

    private static IEnumerable<Place> Files(string folder, string prefix) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => new Place(prefix + Path.GetRelativePath(folder, file), Read(file))) : [];

    /// <summary>A file that others write in and may take away at this moment.</summary>
    private static byte[] Read(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }

    private static byte[] Together(IEnumerable<byte[]> parts)
    {
        using var all = new MemoryStream();
        foreach (var part in parts)
        {
            all.Write(part);
            all.WriteByte((byte)'\n');
        }

        return all.ToArray();
    }
}
