using EenPlan.Cases.Reference;

namespace EenPlan.Load.Region;

/// <summary>Thinks up a family: how many, who helps, what they agreed. Sizes are those of the load model: six places in a plan, twelve agreements.</summary>
internal sealed class FamilyWriter(ReferenceLists lists, DateOnly today)
{
    private static readonly int[] HelperWeights = [0, 0, 8, 14, 20, 22, 16, 10, 6, 4];
    private static readonly int[] AgreementWeights = [0, 0, 0, 0, 0, 0, 0, 0, 2, 5, 9, 13, 15, 13, 9, 5, 2];
    private static readonly string[] Sectors = ["family", "friends", "neighbours", "school-work", "sport-leisure"];
    private static readonly string[] Frequencies = ["often", "sometimes", "rarely"];
    private static readonly string[] Qualities = ["very-good", "good", "mixed", "tense"];
    private static readonly string[] Support = ["practical", "company", "advice", "emotional"];

    /// <param name="number">Place of the family among all.</param>
    /// <param name="roster">Who works here.</param>
    /// <param name="dice">Chance for this family.</param>
    /// <param name="helpers">How many professionals beside who opened the case; by chance when null.</param>
    public FamilyScript Write(int number, Roster roster, Dice dice, int? helpers = null)
    {
        var household = Household(dice);
        var opener = roster.Opener();
        var workers = roster.Helpers(helpers ?? dice.ByWeight(HelperWeights));
        var domains = Some(lists.DomainCodes, 2 + dice.Below(3), dice);
        // Parties of the plan that are there while it is written: who opened the case, and the first half of the helpers.
        var early = (workers.Count + 1) / 2;
        var network = Network(dice);
        var goals = Enumerable.Range(0, 2 + dice.Below(3)).Select(_ => Goal(domains, household, early, network, dice)).ToArray();
        var agreements = Enumerable.Range(0, dice.ByWeight(AgreementWeights)).Select(_ => Agreement(household, early, dice)).ToArray();
        var joins = dice.Happens(0.6);
        return new FamilyScript
        {
            Number = number, Alias = $"Gezin {dice.Of(Words.Surnames)} {number + 1}", Municipality = opener.Employer.Municipality,
            Criteria = Some(lists.Criteria, 2 + dice.Below(3), dice), Motivation = "Het gezin vroeg zelf om hulp.", Household = household, Opener = opener,
            Helpers = [.. workers.Select((who, place) => Helper(who, place, early, workers.Count, household, dice))],
            OwnGoal = "Wij willen weer rust in huis en zelf bepalen wie er komt.", SharedGoal = "Over een half jaar weet iedereen wie wat doet en hoeft niemand meer te vragen.",
            LifeDomains = domains, EvaluationDate = today.AddDays(30 + dice.Below(60)), Goals = goals, Agreements = agreements[1..], LastAgreement = agreements[0],
            FamilyJoins = joins, Network = network, MeetingAt = Noon(today.AddDays(7 + dice.Below(30))), PutForward = dice.Happens(0.8), OwnView = joins && dice.Happens(0.3) ? "Wij vinden het goed zo." : null,
        };
    }

    private static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    private MemberPart[] Household(Dice dice)
    {
        var language = dice.Happens(0.75) ? "nl" : dice.Of(lists.Languages);
        var adults = dice.Happens(0.6) ? ["mother", "father"] : (string[])[dice.Happens(0.8) ? "mother" : "father"];
        return
        [
            .. adults.Select(role => new MemberPart(Words.Name(dice), role, "adult", language, language == "nl" ? "no" : dice.Of(lists.InterpreterNeeds))),
            .. Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => new MemberPart(Words.Name(dice), "child", dice.Of(["0-3", "4-11", "12-15", "16-17"]), "nl", "no")),
        ];
    }

    private HelperPart Helper(Worker who, int place, int early, int helpers, MemberPart[] household, Dice dice)
    {
        var kind = place > 0 && dice.Happens(0.15) ? "information-only" : "professional";
        // Somebody else of the plan: who opened it, or another helper.
        var counterpart = dice.Below(helpers);
        return new HelperPart(who, kind, dice.Of(Words.Reasons), place < early, new CardPart(dice.Of(Words.Reasons), dice.Of(Words.Roles), dice.Of(Words.ContactWhen), dice.Of(Words.EndsWhen),
            Some(lists.DomainCodes, 1 + dice.Below(2), dice), Members(household, dice), dice.Of(lists.DomainCodes), dice.Of(Words.Actions), dice.Of(lists.SubjectCodes), dice.Of(lists.SubjectCodes),
            counterpart == place + 1 ? 0 : counterpart, dice.Of(lists.Frequencies), dice.Of(lists.ReplyNorms), dice.Of(lists.Channels)));
    }

    private GoalPart Goal(string[] domains, MemberPart[] household, int early, NetworkPart[] network, Dice dice)
    {
        var actions = Enumerable.Range(0, 1 + dice.Below(2)).Select(_ => new ActionPart(dice.Of(Words.Actions), Actor(household, early, network, dice), today.AddDays(dice.Below(120) - 30))).ToArray();
        return new GoalPart(dice.Of(Words.Goals), dice.Of(domains), Members(household, dice), 2 + dice.Below(3), 3 + dice.Below(4), 8, today.AddDays(60 + dice.Below(120)), actions);
    }

    private static ActorPart Actor(MemberPart[] household, int early, NetworkPart[] network, Dice dice) => dice.Below(10) switch
    {
        < 6 => new ActorPart("professional", dice.Below(early + 1), ""),
        < 9 => new ActorPart("family", dice.Below(household.Length), ""),
        _ => new ActorPart("network", 0, dice.Of(network).Name),
    };

    private AgreementPart Agreement(MemberPart[] household, int early, Dice dice)
    {
        var (one, other) = (dice.Below(early + 1), dice.Below(household.Length));
        return new AgreementPart(dice.Of(Words.Agreements), dice.Of(lists.AgreementTypes), [new ActorPart("professional", one, ""), new ActorPart("family", other, "")], today.AddDays(30 + dice.Below(90)));
    }

    private NetworkPart[] Network(Dice dice) =>
    [
        .. Enumerable.Range(0, 3 + dice.Below(4)).Select(_ => new NetworkPart(Words.Name(dice), dice.Of(Words.Relations), dice.Of(Sectors), dice.Of(Frequencies), dice.Of(Qualities),
            Some(lists.DomainCodes, 1, dice), Some(Support, 1 + dice.Below(2), dice))),
    ];

    private static int[] Members(MemberPart[] household, Dice dice) => [.. Enumerable.Range(0, household.Length).Where(place => place == 0 || dice.Happens(0.4))];

    /// <summary>Some of a list, in its order.</summary>
    private static string[] Some(IReadOnlyList<string> all, int count, Dice dice)
    {
        var places = Enumerable.Range(0, all.Count).ToList();
        dice.Shuffle(places);
        return [.. places.Take(count).Order().Select(place => all[place])];
    }
}
