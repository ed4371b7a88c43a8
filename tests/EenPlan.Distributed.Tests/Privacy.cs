using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EenPlan.Distributed.Tests;

/// <summary>Names and texts of families stay in the database of their owner: no log, trace, metric, event, address or message has them.</summary>
internal static partial class Privacy
{
    private const int Shown = 20;

    /// <summary>Searches everything that this product keeps and sent, and what somebody was told besides.</summary>
    public static void Check(string folder, Collector? collector, params Place[] besides)
    {
        var professionals = WhatPeopleWrote.OfProfessionals(folder);
        // A plan names professionals too.
        var families = WhatPeopleWrote.OfFamilies(folder).Except(professionals).ToList();
        families.Count.ShouldBeGreaterThan(0, "nothing was written, so nothing was searched for");
        List<string> found =
        [
            .. Search([.. WhatGoesOut.AboutTheRun(folder, collector), .. besides], [.. families, .. professionals]),
            .. Search(WhatGoesOut.AboutProfessionals(folder), families),
        ];
        found.ShouldBeEmpty();
    }

    /// <summary>Which of these words is where; also as they would be written in an address or in JSON.</summary>
    public static IReadOnlyList<string> Search(IEnumerable<Place> places, IReadOnlyCollection<string> words)
    {
        var sought = SearchValues.Create([.. words], StringComparison.Ordinal);
        return [.. places.SelectMany(place => Found(place, sought, words)).Take(Shown)];
    }

    private static IEnumerable<string> Found(Place place, SearchValues<string> sought, IReadOnlyCollection<string> words)
    {
        var written = Encoding.UTF8.GetString(place.Bytes);
        foreach (var text in (string[])[written, Read(written)])
        {
            var at = text.AsSpan().IndexOfAny(sought);
            if (at >= 0)
            {
                var word = words.First(candidate => text.AsSpan(at).StartsWith(candidate, StringComparison.Ordinal));
                return [$"{place.Name}: '{word}' in: {Around(text, at, word.Length)}"];
            }
        }

        return [];
    }

    private static string Read(string written) =>
        Escaped().Replace(Uri.UnescapeDataString(written.Replace('+', ' ')), code => ((char)int.Parse(code.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    private static string Around(string text, int at, int length)
    {
        var start = Math.Max(0, at - 80);
        return new string([.. text[start..Math.Min(text.Length, at + length + 80)].Select(letter => char.IsControl(letter) ? ' ' : letter)]);
    }

    [GeneratedRegex(@"\\+u([0-9a-fA-F]{4})")]
    private static partial Regex Escaped();
}
