using EenPlan.Cases.Access;

namespace EenPlan.Cases.Plans;

/// <summary>
/// What of a whole plan one reader sees. Who is only informed (school, GP) sees the core: the goals, the own actions and the agreements the own
/// involvement is party to. The family sees nothing that is hidden today, whatever it was when the plan was put forward.
/// </summary>
internal static class PlanAudience
{
    public static PlanView For(PlanView plan, Viewer viewer, IReadOnlySet<Guid> hidden, CasePeople people)
    {
        if (viewer.IsFamily)
        {
            return WithoutHidden(plan, hidden, people);
        }

        return viewer.SeesOnlyCore ? Core(plan, viewer.InvolvementId) : plan;
    }

    public static PlanView Core(PlanView plan, Guid? own) => plan with
    {
        Goals = [.. plan.Goals.Select(goal => goal with { Actions = [.. goal.Actions.Where(action => IsOf(action.Actor, own))] })],
        Agreements = [.. plan.Agreements.Where(agreement => agreement.Parties.Any(party => IsOf(party, own))).Select(agreement => agreement with { Finding = null })],
    };

    private static PlanView WithoutHidden(PlanView plan, IReadOnlySet<Guid> hidden, CasePeople people) => plan with
    {
        Goals =
        [
            .. plan.Goals.Where(goal => !hidden.Contains(goal.Id)).Select((goal, index) => goal with
            {
                Rank = index + 1,
                HiddenFromFamily = null,
                Actions = [.. goal.Actions.Where(action => !hidden.Contains(action.Id)).Select(action => action with { Actor = Known(action.Actor, people), HiddenFromFamily = null })],
            }),
        ],
        Agreements =
        [
            .. plan.Agreements.Where(agreement => !hidden.Contains(agreement.Id))
                .Select(agreement => agreement with { Parties = [.. agreement.Parties.Select(party => Known(party, people)).OfType<ActorView>()], Finding = null, HiddenFromFamily = null }),
        ],
    };

    private static ActorView? Known(ActorView? actor, CasePeople people) => actor is { Kind: PlanActors.Professional, Id: { } id } && people.Conceals(id) ? null : actor;

    private static bool IsOf(ActorView? actor, Guid? own) => own is not null && actor is { Kind: PlanActors.Professional } && actor.Id == own;
}
