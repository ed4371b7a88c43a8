namespace EenPlan.Network.Colours;

/// <summary>The colours that a family chose for its life domains; a domain that is not here has its usual one.</summary>
internal sealed class FamilyColours
{
    public Guid CaseId { get; set; }

    /// <summary>#rrggbb by life domain.</summary>
    public Dictionary<string, string> Fills { get; set; } = [];

    public long Version { get; set; }
}

/// <summary>A colour with the text that can be read on it.</summary>
/// <param name="Fill">#rrggbb.</param>
/// <param name="Text">#rrggbb of letters on it.</param>
internal sealed record Swatch(string Fill, string Text)
{
    public static Swatch Of(Colour fill) => new(fill.Hex, Palette.TextOn(fill).Hex);
}

/// <summary>One life domain in the picture.</summary>
/// <param name="Domain">The life domain.</param>
/// <param name="Now">Its colour now.</param>
/// <param name="Chosen">Whether the family chose it; otherwise it is the usual one.</param>
/// <param name="Offers">Other colours that it may have beside those of the other domains.</param>
internal sealed record DomainColour(string Domain, Swatch Now, bool Chosen, IReadOnlyList<Swatch> Offers);

/// <summary>The colours of a family.</summary>
/// <param name="Domains">All life domains.</param>
/// <param name="Version">Item version, as in the ETag; 0 while nothing was chosen.</param>
internal sealed record ColoursView(IReadOnlyList<DomainColour> Domains, long Version)
{
    public static ColoursView Of(FamilyColours colours)
    {
        var chosen = colours.Fills.ToDictionary(pair => pair.Key, pair => Colour.Read(pair.Value)!, StringComparer.Ordinal);
        return new ColoursView([.. Palette.Usual.Select(usual => new DomainColour(usual.Key,
            Swatch.Of(chosen.GetValueOrDefault(usual.Key, usual.Value)), chosen.ContainsKey(usual.Key), [.. ColourRules.Offers(usual.Key, chosen).Select(Swatch.Of)]))], colours.Version);
    }
}

/// <summary>All choices together; a domain that is left out has its usual colour again.</summary>
internal sealed record ColoursFields(IReadOnlyList<ColourChoice> Colours);

/// <summary>One choice.</summary>
/// <param name="Domain">The life domain.</param>
/// <param name="Fill">#rrggbb.</param>
internal sealed record ColourChoice(string Domain, string Fill);
