using EenPlan.Cases.Involvements;

namespace EenPlan.Cases.Expectations.Rules;

/// <summary>What does not fit within or between the cards: double work, help that went past its period, an empty card, an unclear lead practitioner.</summary>
internal static class CardRules
{
    public const string DoubleWork = "double-work";
    public const string PeriodOver = "period-over";
    public const string Empty = "card-empty";
    public const string LeadUnclear = "lead-practitioner-unclear";
    private const string Health = "health";

    public static IEnumerable<Finding> Find(CaseFacts facts) => [.. Doubles(facts), .. Over(facts), .. Empties(facts), .. Leads(facts)];

    /// <summary>Same domain, same task, overlapping persons. Tasks that only words describe are not compared: rules do not read words.</summary>
    private static IEnumerable<Finding> Doubles(CaseFacts facts) =>
        from done in facts.Cards.SelectMany(card => card.Tasks.Select(task => (Card: card, Task: task)))
        where done.Task.Kind is { } kind && kind != CardTask.Other
        group done by (done.Task.Domain, Kind: done.Task.Kind!) into same
        let perPerson = same.SelectMany(done => done.Task.Members.Distinct().Select(person => (done.Card, Person: person))).Distinct().ToLookup(item => item.Person, item => item.Card)
        let persons = perPerson.Where(cards => cards.Count() > 1).Select(cards => cards.Key).ToList()
        where persons.Count > 0
        let doers = facts.Cards.Where(card => persons.Exists(person => perPerson[person].Contains(card))).ToList()
        select new Finding(DoubleWork, [same.Key.Domain, same.Key.Kind], [.. doers.Select(card => card.Id)], persons,
            new Saying(DoubleWork, ("who", Part.Who(doers.Select(card => card.Id))), ("task", Part.Code("taskKinds", same.Key.Kind)), ("persons", Part.Members(persons))),
            [.. doers.Select(card => Fact.OfCard(card.Id, new Saying("does", ("who", Part.Who(card.Id)), ("task", Part.Code("taskKinds", same.Key.Kind)),
                ("persons", Part.Members(persons.Where(person => perPerson[person].Contains(card)))))))]);

    private static IEnumerable<Finding> Over(CaseFacts facts) =>
        from card in facts.Cards
        where card.PeriodUntil < facts.Today
        let who = ("who", Part.Who(card.Id))
        let day = ("day", Part.Day(card.PeriodUntil!.Value))
        select new Finding(PeriodOver, [card.Id.ToString()], [card.Id], [], new Saying(PeriodOver, who, day), [Fact.OfCard(card.Id, new Saying("period", who, day))]);

    private static IEnumerable<Finding> Empties(CaseFacts facts) =>
        from card in facts.Cards
        where card.IsEmpty
        select new Finding(Empty, [card.Id.ToString()], [card.Id], [], new Saying(Empty, ("who", Part.Who(card.Id))), [Fact.OfCard(card.Id, new Saying("card-empty-fact", ("who", Part.Who(card.Id))))]);

    /// <summary>Unclear is: two who both say that they are it, or two who help with somebody's health while nobody says so.</summary>
    private static IEnumerable<Finding> Leads(CaseFacts facts)
    {
        foreach (var member in facts.Household)
        {
            var leads = facts.Cards.Where(card => card.LeadPractitionerOf.Contains(member.Id)).ToList();
            if (leads.Count > 1)
            {
                yield return Unclear(member.Id, leads, "lead-practitioner-two", "is-lead");
            }

            var treating = facts.Cards.Where(card => card.LifeDomains.Contains(Health) && card.ForMembers.Contains(member.Id)).ToList();
            if (leads.Count == 0 && treating.Count > 1)
            {
                yield return Unclear(member.Id, treating, "lead-practitioner-none", "helps-with-health");
            }
        }
    }

    private static Finding Unclear(Guid member, List<Involvement> cards, string says, string fact) => new(LeadUnclear, [member.ToString()], [.. cards.Select(card => card.Id)], [member],
        new Saying(says, ("who", Part.Who(cards.Select(card => card.Id))), ("member", Part.Members(member))),
        [.. cards.Select(card => Fact.OfCard(card.Id, new Saying(fact, ("who", Part.Who(card.Id)), ("member", Part.Members(member)))))]);
}
