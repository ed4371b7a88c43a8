using System.Text.RegularExpressions;
using EenPlan.Story;

namespace EenPlan.Distributed.Tests;

/// <summary>Names and texts of families stay in the database of their owner: no log, journal, parked event or message has them.</summary>
internal static partial class Privacy
{
    public static void Check(Crew crew, string told)
    {
        var folder = crew.Product.DataFolder;
        var places = new List<(string Place, string Text)> { ("what the watcher and the organisation were told", told), ("what standalone said", crew.Product.Said) };
        foreach (var log in Directory.Exists(Path.Combine(folder, "logs")) ? Directory.GetFiles(Path.Combine(folder, "logs")) : [])
        {
            using var reader = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            places.Add((Path.GetFileName(log), reader.ReadToEnd()));
        }

        foreach (var service in Databases.Services)
        {
            var rows = Databases.Read(folder, service, "SELECT Data FROM Journal UNION ALL SELECT Event FROM ParkedEvents");
            // The directory tells the others how professionals are reached at work; that is its task, and nothing of a family.
            places.Add((service + ".db journal", service == "directory" ? Mail().Replace(string.Join('\n', rows), "") : string.Join('\n', rows)));
        }

        places.Where(place => place.Text.Contains(crew.Marker, StringComparison.OrdinalIgnoreCase)).Select(place => place.Place).ShouldBeEmpty("a name or text of a family");
        places.Where(place => Mail().IsMatch(place.Text)).Select(place => $"{place.Place}: {Mail().Match(place.Text).Value}").ShouldBeEmpty("an e-mail address");
    }

    [GeneratedRegex(@"[\w.-]+@[\w.-]+\.example\b")]
    private static partial Regex Mail();
}
