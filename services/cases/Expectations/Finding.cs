using System.Globalization;

namespace EenPlan.Cases.Expectations;

/// <summary>Something in a sentence: who, what, when. Its value is what counts for whether facts changed; the words for it are found when it is read.</summary>
internal abstract record Part
{
    public const string Household = "members";

    public abstract string Value { get; }

    /// <summary>Professionals, by involvement.</summary>
    public static Part Who(params IEnumerable<Guid> involvements) => new Ids("who", [.. involvements]);

    /// <summary>Members of the household.</summary>
    public static Part Members(params IEnumerable<Guid> members) => new Ids(Household, [.. members]);

    public static Part Code(string list, params IEnumerable<string> codes) => new Codes(list, [.. codes]);

    public static Part Day(DateOnly day) => new Date(day);

    public static Part Count(int number) => new Number(number);

    /// <summary>What people wrote. Rules do not read it, so it does not count as a fact.</summary>
    public static Part Quote(params IEnumerable<string> texts) => new Words([.. texts]);

    internal sealed record Ids(string Of, IReadOnlyList<Guid> People) : Part
    {
        public override string Value => string.Join(',', People.Select(id => id.ToString()).Order(StringComparer.Ordinal));
    }

    internal sealed record Codes(string List, IReadOnlyList<string> Items) : Part
    {
        public override string Value => string.Join(',', Items.Order(StringComparer.Ordinal));
    }

    internal sealed record Date(DateOnly On) : Part
    {
        public override string Value => On.ToString("O", CultureInfo.InvariantCulture);
    }

    internal sealed record Number(int Of) : Part
    {
        public override string Value => Of.ToString(CultureInfo.InvariantCulture);
    }

    internal sealed record Words(IReadOnlyList<string> Texts) : Part
    {
        public override string Value => "";
    }
}

/// <summary>A sentence that is not written yet: which one, and what stands in it.</summary>
internal sealed record Saying(string Code, params IReadOnlyList<(string Name, Part Part)> Parts)
{
    public string Value => string.Join('|', Parts.Select(part => part.Part.Value).Prepend(Code));

    public bool IsAboutNobody => Parts.Any(part => part is { Name: "persons", Part: Part.Ids { People.Count: 0 } });

    /// <summary>The same sentence, about these household members only.</summary>
    public Saying Only(IReadOnlyCollection<Guid> members) => this with
    {
        Parts = [.. Parts.Select(part => part.Part is Part.Ids { Of: Part.Household } who ? (part.Name, Part.Members(who.People.Where(members.Contains))) : part)],
    };
}

/// <summary>A fact that shows why a finding is there.</summary>
/// <param name="Says">The fact as a sentence.</param>
/// <param name="ItemKind">involvement, goal, action, agreement, member, plan or network: where it can be looked up.</param>
/// <param name="ItemId">The item.</param>
internal sealed record Fact(Saying Says, string? ItemKind = null, Guid? ItemId = null)
{
    public static Fact OfCard(Guid involvement, Saying says) => new(says, "involvement", involvement);
}

/// <summary>Something that was never said aloud. It is about the case, never a score of a person.</summary>
/// <param name="Kind">Which rule found it.</param>
/// <param name="About">Ids and codes that make it this one and no other.</param>
/// <param name="Cards">Whom of the professionals it concerns.</param>
/// <param name="Members">Whom of the family it concerns.</param>
/// <param name="Says">The sentence, when it is another than that of the kind.</param>
/// <param name="Facts">Why it is there.</param>
internal sealed record Finding(string Kind, IReadOnlyList<string> About, IReadOnlyList<Guid> Cards, IReadOnlyList<Guid> Members, Saying Says, IReadOnlyList<Fact> Facts)
{
    public string Id { get; } = FindingId.Of(Kind, About);

    /// <summary>Another number when the facts are others; from the facts that this reader is shown, so that it tells nothing about the rest.</summary>
    public long Version => FindingId.Number(Facts.Select(fact => fact.Says.Value));

    /// <summary>The number of all facts, for a reader who is shown a part of them. It stays inside: what was set aside on other facts than these is there again.</summary>
    public long Whole { get => field == 0 ? Version : field; init; }

    /// <summary>The same without household members who are not among these; null when it is then about nobody.</summary>
    public Finding? Only(IReadOnlyCollection<Guid> members)
    {
        if (Members.All(members.Contains))
        {
            return this;
        }

        List<Guid> left = [.. Members.Where(members.Contains)];
        return left.Count == 0 ? null : this with
        {
            Members = left, Says = Says.Only(members), Facts = [.. Facts.Select(fact => fact with { Says = fact.Says.Only(members) }).Where(fact => !fact.Says.IsAboutNobody)],
        };
    }
}
