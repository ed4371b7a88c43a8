using EenPlan.Cases.Involvements;

namespace EenPlan.Cases.Expectations.Rules;

/// <summary>How often professionals want to be in touch, how fast they answer and how to reach them. Per pair: agreed, different, stated by one side, stated by none.</summary>
internal static class ContactRules
{
    public const string Differs = "frequency-differs";
    public const string OneSided = "frequency-one-sided";
    public const string None = "frequency-none";
    public const string TooSlow = "reply-too-slow";
    public const string NoChannel = "channel-missing";
    public const string NoStandIn = "stand-in-missing";

    /// <summary>Days between two contacts; "when-needed" has none.</summary>
    private static readonly Dictionary<string, int> Interval = new(StringComparer.Ordinal)
    {
        ["weekly"] = 7, ["two-weekly"] = 14, ["monthly"] = 30, ["two-monthly"] = 61, ["quarterly"] = 91,
    };

    /// <summary>Days of the calendar that an answer may take: a norm counts working days, so five of them are a week.</summary>
    private static readonly Dictionary<string, int> Answer = new(StringComparer.Ordinal)
    {
        ["same-day"] = 0, ["1-day"] = 1, ["2-days"] = 2, ["3-days"] = 3, ["5-days"] = 7, ["10-days"] = 14,
    };

    public static IEnumerable<Finding> Find(CaseFacts facts) => [.. Different(facts), .. Silent(facts), .. Unstated(facts), .. Slow(facts), .. Unreachable(facts)];

    /// <summary>How often one wants contact with the other; null when that was not said.</summary>
    public static string? Wanted(Involvement one, Involvement other) => one.ContactFrequencies.Find(item => item.CounterpartId == other.Id)?.Frequency;

    private static IEnumerable<Finding> Different(CaseFacts facts) =>
        from pair in facts.Pairs
        let mine = Wanted(pair.One, pair.Other)
        let theirs = Wanted(pair.Other, pair.One)
        where mine is not null && theirs is not null && mine != theirs
        select new Finding(Differs, Ids(pair.One, pair.Other), [pair.One.Id, pair.Other.Id], [], new Saying(Differs, ("one", Part.Who(pair.One.Id)), ("other", Part.Who(pair.Other.Id))),
            [Says(pair.One, pair.Other, mine), Says(pair.Other, pair.One, theirs)]);

    /// <summary>One sentence per person who did not answer yet.</summary>
    private static IEnumerable<Finding> Silent(CaseFacts facts) =>
        from card in facts.Cards
        let asking = facts.Cards.Where(other => other.Id != card.Id && Wanted(other, card) is not null && Wanted(card, other) is null).ToList()
        where asking.Count > 0
        select new Finding(OneSided, Ids(card), [card.Id, .. asking.Select(other => other.Id)], [],
            new Saying(OneSided, ("who", Part.Who(card.Id)), ("others", Part.Who(asking.Select(other => other.Id)))), [.. asking.Select(other => Says(other, card, Wanted(other, card)!))]);

    /// <summary>One sentence per case, never a list of pairs.</summary>
    private static IEnumerable<Finding> Unstated(CaseFacts facts)
    {
        var pairs = facts.Pairs.Where(pair => Wanted(pair.One, pair.Other) is null && Wanted(pair.Other, pair.One) is null).ToList();
        if (pairs.Count == 0)
        {
            return [];
        }

        var people = pairs.SelectMany(pair => new[] { pair.One.Id, pair.Other.Id }).Distinct().ToList();
        var says = pairs.Count == 1 ? new Saying("frequency-none-pair", ("who", Part.Who(people))) : new Saying(None, ("count", Part.Count(pairs.Count)));
        return [new Finding(None, [], people, [], says, [.. pairs.Select(pair => new Fact(new Saying("no-frequency", ("who", Part.Who(pair.One.Id, pair.Other.Id)))))])];
    }

    /// <summary>Who wants contact every week with somebody who may take a week to answer expects what was never promised.</summary>
    private static IEnumerable<Finding> Slow(CaseFacts facts) =>
        from card in facts.Cards
        from other in facts.Cards
        where other.Id != card.Id
        let frequency = Wanted(card, other) ?? ""
        let norm = other.ReplyNorm ?? ""
        where Interval.TryGetValue(frequency, out var interval) && Answer.TryGetValue(norm, out var answer) && answer >= interval
        select new Finding(TooSlow, [$"wants {card.Id}", $"answers {other.Id}"], [card.Id, other.Id], [],
            new Saying(TooSlow, ("who", Part.Who(card.Id)), ("other", Part.Who(other.Id)), ("frequency", Part.Code("frequencies", frequency)), ("norm", Part.Code("replyNorms", norm))),
            [Says(card, other, frequency), Fact.OfCard(other.Id, new Saying("answers", ("who", Part.Who(other.Id)), ("norm", Part.Code("replyNorms", norm))))]);

    /// <summary>An empty card is a finding of its own and says all of this already; school and GP have their own stand-ins.</summary>
    private static IEnumerable<Finding> Unreachable(CaseFacts facts)
    {
        foreach (var card in facts.Cards.Where(card => !card.IsEmpty))
        {
            if (card.PreferredChannel is null)
            {
                yield return OfCard(NoChannel, card);
            }

            if (card.StandInId is null && card.Kind != InvolvementKind.InformationOnly)
            {
                yield return OfCard(NoStandIn, card);
            }
        }
    }

    private static Finding OfCard(string kind, Involvement card) =>
        new(kind, Ids(card), [card.Id], [], new Saying(kind, ("who", Part.Who(card.Id))), [Fact.OfCard(card.Id, new Saying($"{kind}-fact", ("who", Part.Who(card.Id))))]);

    private static Fact Says(Involvement one, Involvement other, string frequency) =>
        Fact.OfCard(one.Id, new Saying("wants-contact", ("who", Part.Who(one.Id)), ("frequency", Part.Code("frequencies", frequency)), ("other", Part.Who(other.Id))));

    private static List<string> Ids(params IEnumerable<Involvement> cards) => [.. cards.Select(card => card.Id.ToString())];
}
