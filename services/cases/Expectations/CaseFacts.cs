using EenPlan.Cases.Access;
using EenPlan.Cases.Households;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Plans;

namespace EenPlan.Cases.Expectations;

/// <summary>Everything that the expectation check looks at, of one case at one moment. Rules read codes, ids and dates of it, never free text.</summary>
/// <param name="Closed">Nothing is asked of anybody any more.</param>
/// <param name="Involvements">Everybody who was asked to take part and did not refuse, also who left.</param>
/// <param name="Network">How many people stand around the family; null as long as nobody drew them.</param>
internal sealed record CaseFacts(
    DateOnly Today, bool Closed, Guid? Coordinator, FamilyPlan Plan, IReadOnlyList<HouseholdMember> Household, IReadOnlyList<Involvement> Involvements, IReadOnlyList<Goal> Goals,
    IReadOnlyList<PlanAction> Actions, IReadOnlyList<Agreement> Agreements, NetworkCopy? Network)
{
    /// <summary>The cards that count: of everybody who takes part now. Who only opened the case has no card, unless something was filled in on it.</summary>
    public IReadOnlyList<Involvement> Cards => [.. Involvements.Where(card => card.IsActive && (card.Kind != InvolvementKind.Intake || !card.IsEmpty))];

    /// <summary>Every two cards, once.</summary>
    public IEnumerable<(Involvement One, Involvement Other)> Pairs
    {
        get
        {
            var cards = Cards;
            return cards.SelectMany((one, at) => cards.Skip(at + 1).Select(other => (one, other)));
        }
    }

    /// <summary>True when somebody does it who takes part now, or was asked to.</summary>
    public bool HasActor(PlanAction action) => action.Actor is { } actor
        && (actor.Kind != PlanActors.Professional || Involvements.Any(row => row.Id == actor.Id && row.Status is InvolvementStatus.Active or InvolvementStatus.Invited));

    /// <summary>What is still to be done, for a goal that is still a goal.</summary>
    public IEnumerable<PlanAction> OpenActions => Actions.Where(action => !action.Done && Goals.Any(goal => goal.Id == action.GoalId && goal.Status == GoalStatus.Open));

    public string DomainOf(PlanAction action) => action.Domain ?? Goals.Single(goal => goal.Id == action.GoalId).Domain;

    /// <summary>The same case without what is hidden from the family today, and without what points to it.</summary>
    public CaseFacts SeenByFamily()
    {
        var goals = Shown(Goals);
        var cards = Shown(Involvements);
        var known = cards.Select(card => card.Id).ToHashSet();
        return this with
        {
            Involvements = [.. cards.Select(card => card.PointingAt(known))],
            Goals = goals,
            Actions = [.. Shown(Actions).Where(action => goals.Any(goal => goal.Id == action.GoalId))],
            Agreements = Shown(Agreements),
        };
    }

    /// <summary>The first of these that is hidden from the family today; null when none is.</summary>
    public Guid? HiddenIn(IReadOnlyCollection<Guid> ids)
    {
        var seen = SeenByFamily();
        var hidden = Involvements.Select(row => row.Id).Concat(Goals.Select(row => row.Id)).Concat(Actions.Select(row => row.Id)).Concat(Agreements.Select(row => row.Id))
            .Except(seen.Involvements.Select(row => row.Id)).Except(seen.Goals.Select(row => row.Id)).Except(seen.Actions.Select(row => row.Id)).Except(seen.Agreements.Select(row => row.Id));
        return hidden.Where(ids.Contains).Select(id => (Guid?)id).FirstOrDefault();
    }

    private List<T> Shown<T>(IEnumerable<T> items)
        where T : IHideable => [.. items.Where(item => !item.IsHidden(Today))];
}
