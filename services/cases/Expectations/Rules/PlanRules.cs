using EenPlan.Cases.Involvements;
using EenPlan.Cases.Plans;

namespace EenPlan.Cases.Expectations.Rules;

/// <summary>What the plan asks of somebody and nobody does, or of somebody who never said yes; and whether somebody keeps it together and when it is looked back on.</summary>
internal static class PlanRules
{
    public const string NoCoordinator = "coordinator-missing";
    public const string NoEvaluation = "evaluation-date-missing";
    public const string Uncovered = "domain-uncovered";
    public const string NoActor = "action-without-actor";
    public const string OutsideDomains = "action-outside-domains";
    public const string NotAccepted = "action-not-accepted";
    public const string GoalWithoutAnyone = "goal-without-anyone";
    public const string NotAgreed = "network-not-agreed";

    public static IEnumerable<Finding> Find(CaseFacts facts) => [.. Head(facts), .. Domains(facts), .. Goals(facts), .. Actions(facts), .. Asked(facts)];

    private static IEnumerable<Finding> Head(CaseFacts facts)
    {
        if (facts.Coordinator is null)
        {
            yield return new Finding(NoCoordinator, [], [], [], new Saying(NoCoordinator), [new Fact(new Saying("nobody-coordinates"))]);
        }

        if (facts.Plan.EvaluationDate is null)
        {
            yield return new Finding(NoEvaluation, [], [], [], new Saying(NoEvaluation), [new Fact(new Saying("no-evaluation-date"), "plan")]);
        }
        else if (facts.Plan.EvaluationDate < facts.Today)
        {
            var day = ("day", Part.Day(facts.Plan.EvaluationDate.Value));
            yield return new Finding(NoEvaluation, [], [], [], new Saying("evaluation-date-past", day), [new Fact(new Saying("evaluation-date", day), "plan")]);
        }
    }

    /// <summary>A domain that the family chose, and that no card of now and no action with an actor is about.</summary>
    private static IEnumerable<Finding> Domains(CaseFacts facts) =>
        from chosen in facts.Plan.LifeDomains
        where !facts.Cards.Any(card => card.LifeDomains.Contains(chosen.Code)) && !facts.Actions.Any(action => facts.HasActor(action) && facts.DomainOf(action) == chosen.Code)
        let domain = ("domain", Part.Code("lifeDomains", chosen.Code))
        select new Finding(Uncovered, [chosen.Code], [], [], new Saying(Uncovered, domain), [new Fact(new Saying("domain-chosen", domain), "plan"), new Fact(new Saying("domain-nobody", domain))]);

    /// <summary>An open goal that nobody works on. An action that waits for somebody is a finding of its own and says it already.</summary>
    private static IEnumerable<Finding> Goals(CaseFacts facts) =>
        from goal in facts.Goals
        where goal.Status == GoalStatus.Open && !facts.Actions.Any(action => action.GoalId == goal.Id && (facts.HasActor(action) || !action.Done))
        let text = ("text", Part.Quote(goal.Text))
        let version = ("version", Part.Count((int)goal.Version))
        select new Finding(GoalWithoutAnyone, [goal.Id.ToString()], [], goal.ForMembers, new Saying(GoalWithoutAnyone, text), [new Fact(new Saying("goal-open", text, version), "goal", goal.Id)]);

    private static IEnumerable<Finding> Actions(CaseFacts facts)
    {
        foreach (var action in facts.OpenActions)
        {
            var domain = ("domain", Part.Code("lifeDomains", facts.DomainOf(action)));
            var text = ("text", Part.Quote(action.Text));
            // Other words may mean another deed: whoever answered the old ones did not answer these.
            var stands = new Fact(new Saying("action", text, domain, ("version", Part.Count((int)action.Version))), "action", action.Id);
            if (!facts.HasActor(action))
            {
                yield return new Finding(NoActor, [action.Id.ToString()], [], [], new Saying(NoActor, text), [stands]);
                continue;
            }

            if (action.Actor is not { Kind: PlanActors.Professional, Id: { } id } || facts.Involvements.Single(row => row.Id == id) is not { } card)
            {
                continue;
            }

            var who = ("who", Part.Who(id));
            if (card.Status == InvolvementStatus.Invited)
            {
                yield return new Finding(NotAccepted, [action.Id.ToString(), id.ToString()], [id], [], new Saying(NotAccepted, who, text), [stands, Fact.OfCard(id, new Saying("invited", who))]);
            }
            else if (card.LifeDomains.Count > 0 && !card.LifeDomains.Contains(facts.DomainOf(action)))
            {
                yield return new Finding(OutsideDomains, [action.Id.ToString(), id.ToString()], [id], [], new Saying(OutsideDomains, who, text, domain),
                    [stands, Fact.OfCard(id, new Saying("card-domains", who, ("domains", Part.Code("lifeDomains", card.LifeDomains))))]);
            }
        }
    }

    /// <summary>Somebody of the network who is asked for something, without anybody having noted that this person said yes.</summary>
    private static IEnumerable<Finding> Asked(CaseFacts facts)
    {
        foreach (var action in facts.OpenActions.Where(action => action.Actor is { Kind: PlanActors.Network, Agreed: not true }))
        {
            yield return Of("action", action.Id, action.Version, action.Text, [action.Actor!.Label]);
        }

        foreach (var agreement in facts.Agreements)
        {
            if (agreement.Parties.Where(party => party is { Kind: PlanActors.Network, Agreed: not true }).Select(party => party.Label).ToList() is { Count: > 0 } names)
            {
                yield return Of("agreement", agreement.Id, agreement.Version, agreement.Text, names);
            }
        }

        static Finding Of(string item, Guid id, long version, string text, List<string> names) => new(NotAgreed, [item, id.ToString()], [], [],
            new Saying(NotAgreed, ("name", Part.Quote(names)), ("text", Part.Quote(text))), [new Fact(new Saying("asked-not-agreed", ("name", Part.Quote(names)), ("count", Part.Count(names.Count)), ("version", Part.Count((int)version))), item, id)]);
    }
}
