using EenPlan.Contracts.Network;

namespace EenPlan.Cases.Expectations.Rules;

/// <summary>What the help asks of the family, and what it leaves behind: too many at the table, an interpreter that nobody arranges, help that ends while few people stand around.</summary>
internal static class FamilyRules
{
    public const string ManyAtTable = "many-at-table";
    public const string Interpreter = "interpreter-unanswered";
    public const string ThinNetwork = "help-ends-thin-network";

    /// <summary>The paper form has six rows; more helpers than that is much for a family.</summary>
    public const int SeatsAtTable = 6;

    private const string ArrangesInterpreter = "arrange-interpreter";
    private const int WeeksAhead = 6;

    public static IEnumerable<Finding> Find(CaseFacts facts) => [.. Many(facts), .. Interpreters(facts), .. Thin(facts)];

    private static IEnumerable<Finding> Many(CaseFacts facts) => facts.Cards.Count <= SeatsAtTable ? [] :
    [
        new Finding(ManyAtTable, [], [.. facts.Cards.Select(card => card.Id)], [], new Saying(ManyAtTable, ("count", Part.Count(facts.Cards.Count))),
            [new Fact(new Saying("at-table", ("who", Part.Who(facts.Cards.Select(card => card.Id)))))]),
    ];

    /// <summary>Somebody needs an interpreter and no card says who sees to it.</summary>
    private static IEnumerable<Finding> Interpreters(CaseFacts facts) =>
        from member in facts.Household
        where member.Interpreter != "no" && !facts.Cards.Any(card => card.Tasks.Exists(task => task.Kind == ArrangesInterpreter && (task.Members.Count == 0 || task.Members.Contains(member.Id))))
        let who = ("member", Part.Members(member.Id))
        select new Finding(Interpreter, [member.Id.ToString()], [], [member.Id], new Saying(Interpreter, who),
            [new Fact(new Saying("wants-interpreter", who, ("need", Part.Code("interpreterNeeds", member.Interpreter))), "member", member.Id), new Fact(new Saying("nobody-arranges-interpreter"))]);

    /// <summary>As long as nobody drew the network nothing is known about it, and nothing is said.</summary>
    private static IEnumerable<Finding> Thin(CaseFacts facts) =>
        facts.Network is not { People: > 0, InTouch: <= NetworkChanged.FewInTouch } network ? [] :
        from card in facts.Cards
        where card.PeriodUntil >= facts.Today && card.PeriodUntil <= facts.Today.AddDays(7 * WeeksAhead)
        let who = ("who", Part.Who(card.Id))
        let day = ("day", Part.Day(card.PeriodUntil!.Value))
        select new Finding(ThinNetwork, [card.Id.ToString()], [card.Id], [], new Saying(ThinNetwork, who, day),
            [Fact.OfCard(card.Id, new Saying("period", who, day)), new Fact(new Saying("in-touch", ("count", Part.Count(network.InTouch))), "network")]);
}
