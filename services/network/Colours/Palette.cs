namespace EenPlan.Network.Colours;

/// <summary>The colours of the life domains as they are without a choice of the family, and the two colours of text on them.</summary>
internal static class Palette
{
    public static readonly Colour White = Colour.Read("#ffffff")!;

    public static readonly Colour Dark = Colour.Read("#1a1a1a")!;

    /// <summary>By life domain, in the order of the plan. Two pairs that seldom meet share a colour; code and word tell them apart.</summary>
    public static readonly IReadOnlyDictionary<string, Colour> Usual = new Dictionary<string, Colour>(StringComparer.Ordinal)
    {
        ["housing"] = Colour.Read("#2a41a1")!,
        ["money"] = Colour.Read("#feed84")!,
        ["work"] = Colour.Read("#5c0058")!,
        ["school"] = Colour.Read("#fd8d1c")!,
        ["health"] = Colour.Read("#057f2c")!,
        ["raising"] = Colour.Read("#b875a8")!,
        ["safety"] = Colour.Read("#181818")!,
        ["network"] = Colour.Read("#2ddefe")!,
        ["language"] = Colour.Read("#5c0058")!,
        ["leisure"] = Colour.Read("#2ddefe")!,
    };

    /// <summary>What can be read best on it.</summary>
    public static Colour TextOn(Colour fill) => fill.Contrast(White) >= fill.Contrast(Dark) ? White : Dark;
}
