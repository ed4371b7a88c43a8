using EenPlan.Cases.Access;
using EenPlan.Kit.Api;

namespace EenPlan.Cases.Plans;

/// <summary>What may stand in an action, and who may tick it.</summary>
internal static class ActionRules
{
    public static void Read(Input input, PlanAction action, bool isNew, IReadOnlyList<string> domains, CasePeople people)
    {
        if (isNew || input.Has("text"))
        {
            action.Text = input.Text("text", required: true) ?? action.Text;
        }

        if (input.Has("domain"))
        {
            action.Domain = input.Code("domain", domains);
        }

        if (input.Has("actor"))
        {
            action.Actor = PlanActors.Read(input.Object("actor"), people, action.Actor is null ? [] : [action.Actor]);
        }

        if (input.Has("due"))
        {
            action.Due = input.Date("due");
        }
    }

    public static void ReadDone(Input input, PlanAction action, DateTimeOffset now)
    {
        if (input.Has("done") && (input.Flag("done") ?? false) is var done && done != action.Done)
        {
            (action.Done, action.DoneAt) = (done, done ? now : null);
        }
    }

    /// <summary>Whoever leads ticks everything; the family what is not a professional's; a professional the own actions.</summary>
    public static bool MayTick(OpenCase open, PlanActor? actor)
    {
        if (open.May.EditPlan && open.Level != Kit.Access.AccessLevel.Family)
        {
            return true;
        }

        var professionals = actor is { Kind: PlanActors.Professional };
        return open.Level == Kit.Access.AccessLevel.Family ? !professionals : professionals && actor!.Id == open.InvolvementId;
    }
}
