namespace EenPlan.Network.People;

/// <summary>Somebody around a family, as the family and its team see them.</summary>
internal sealed class Person
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public required string Name { get; set; }

    /// <summary>Who this is to the family, in its own words: "grandpa", "neighbour".</summary>
    public string? Relation { get; set; }

    public required string Sector { get; set; }

    /// <summary>How often they are in touch; null while nobody said.</summary>
    public string? Frequency { get; set; }

    /// <summary>How good the tie is; null while nobody said.</summary>
    public string? Quality { get; set; }

    /// <summary>Life domains that this person helps with.</summary>
    public List<string> Domains { get; set; } = [];

    /// <summary>Kinds of support that this person gives.</summary>
    public List<string> SupportTypes { get; set; } = [];

    /// <summary>Whether the family wants to see this person more, as it is, or less; null while nobody said.</summary>
    public string? Wish { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    public long Version { get; set; } = 1;

    /// <summary>Drawn apart from those who help because it is their work.</summary>
    public bool IsOutsideHelp => Sector != NetworkCodes.ProfessionalHelp;

    /// <summary>Often or sometimes.</summary>
    public bool IsInTouch => Frequency is NetworkCodes.Often or NetworkCodes.Sometimes;
}

/// <summary>The codes of the network picture; the words for them live in the screens.</summary>
internal static class NetworkCodes
{
    public const string ProfessionalHelp = "professional";

    public const string Often = "often";

    public const string Sometimes = "sometimes";

    public static readonly string[] Sectors = ["family", "friends", "neighbours", "school-work", "sport-leisure", ProfessionalHelp];

    public static readonly string[] Frequencies = [Often, Sometimes, "rarely"];

    public static readonly string[] Qualities = ["very-good", "good", "mixed", "tense", "conflict", "none"];

    public static readonly string[] SupportTypes = ["practical", "company", "advice", "emotional"];

    public static readonly string[] Wishes = ["more", "same", "less"];

    /// <summary>The life domains of the plan.</summary>
    public static readonly string[] LifeDomains = ["housing", "money", "work", "school", "health", "raising", "safety", "network", "language", "leisure"];
}

/// <summary>A person as callers see it.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Name, as the family says it.</param>
/// <param name="Relation">Who this is to the family.</param>
/// <param name="Sector">family, friends, neighbours, school-work, sport-leisure or professional.</param>
/// <param name="Frequency">often, sometimes or rarely; null while nobody said.</param>
/// <param name="Quality">very-good, good, mixed, tense, conflict or none; null while nobody said.</param>
/// <param name="Domains">Life domains that this person helps with.</param>
/// <param name="SupportTypes">practical, company, advice, emotional.</param>
/// <param name="Wish">Contact that the family wishes for: more, same or less; null while nobody said.</param>
/// <param name="Version">Item version, as in the ETag.</param>
internal sealed record PersonView(Guid Id, string Name, string? Relation, string Sector, string? Frequency, string? Quality,
    IReadOnlyList<string> Domains, IReadOnlyList<string> SupportTypes, string? Wish, long Version)
{
    public static PersonView Of(Person person) => new(person.Id, person.Name, person.Relation, person.Sector, person.Frequency, person.Quality,
        person.Domains, person.SupportTypes, person.Wish, person.Version);
}

/// <summary>A person as callers send it. A new one needs name and sector; a change sends only what changes, null clears.</summary>
/// <inheritdoc cref="PersonView"/>
internal sealed record PersonFields(string? Name, string? Relation, string? Sector, string? Frequency, string? Quality,
    IReadOnlyList<string>? Domains, IReadOnlyList<string>? SupportTypes, string? Wish);
