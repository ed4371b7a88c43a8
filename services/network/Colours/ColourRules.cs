namespace EenPlan.Network.Colours;

/// <summary>Why a chosen colour cannot be used; <paramref name="Other"/> is the life domain that it looks too much like.</summary>
internal sealed record ColourFault(string Domain, string Code, string? Other);

/// <summary>
/// Which colours a family may give its life domains: the code on it must be readable, and no two domains may look alike, for no eyes and on no printer.
/// Domains without a choice count with their usual colour.
/// </summary>
internal static class ColourRules
{
    public const string Unreadable = "contrast-too-low";
    public const string TooClose = "colours-too-close";

    private const double LeastContrast = 4.5;
    private const double LeastDistance = 20;
    private const double LeastGreyDistance = 8;
    private const int MostOffers = 8;

    private static readonly Lazy<IReadOnlyList<Colour>> Readable = new(() =>
        [.. Grid().Select(place => Colour.At(place.Lightness, place.Chroma, place.Hue)).OfType<Colour>().DistinctBy(colour => colour.Hex).Where(IsReadable)]);

    public static IReadOnlyList<ColourFault> Faults(IReadOnlyDictionary<string, Colour> chosen)
    {
        var faults = new List<ColourFault>();
        foreach (var (domain, fill) in chosen)
        {
            if (!IsReadable(fill))
            {
                faults.Add(new ColourFault(domain, Unreadable, null));
            }
            else if (Others(domain, chosen).FirstOrDefault(other => IsTooClose(fill, other.Value)) is { Key: { } other })
            {
                faults.Add(new ColourFault(domain, TooClose, other));
            }
        }

        return faults;
    }

    /// <summary>Some colours that this domain may have beside what the others have now, as different from each other as they come.</summary>
    public static IReadOnlyList<Colour> Offers(string domain, IReadOnlyDictionary<string, Colour> chosen)
    {
        var others = Others(domain, chosen).Select(other => other.Value).ToList();
        var left = Readable.Value.Where(fill => !others.Exists(other => IsTooClose(fill, other))).ToList();
        var offers = new List<Colour>();
        while (offers.Count < MostOffers && left.Count > 0)
        {
            var next = left.MaxBy(fill => offers.Count == 0 ? others.Min(fill.Distance) : offers.Min(fill.Distance))!;
            offers.Add(next);
            left.RemoveAll(fill => IsTooClose(fill, next) && fill.Distance(next) < LeastDistance);
        }

        return offers;
    }

    private static bool IsReadable(Colour fill) => fill.Contrast(Palette.TextOn(fill)) >= LeastContrast;

    private static bool IsTooClose(Colour one, Colour other) => one.Distance(other) < LeastDistance || one.GreyDistance(other) < LeastGreyDistance;

    /// <summary>What the other domains look like: their choice, or else their usual colour. One that shares its usual colour with this one gives way.</summary>
    private static IEnumerable<KeyValuePair<string, Colour>> Others(string domain, IReadOnlyDictionary<string, Colour> chosen) =>
        Palette.Usual.Where(usual => usual.Key != domain && (chosen.ContainsKey(usual.Key) || usual.Value.Hex != Palette.Usual[domain].Hex))
            .Select(usual => KeyValuePair.Create(usual.Key, chosen.GetValueOrDefault(usual.Key, usual.Value)));

    private static IEnumerable<(double Lightness, double Chroma, double Hue)> Grid() =>
        from lightness in Enumerable.Range(2, 18)
        from chroma in (double[])[20, 40, 60, 80, 100]
        from hue in Enumerable.Range(0, 24)
        select (lightness * 5.0, chroma, hue * 15.0);
}
