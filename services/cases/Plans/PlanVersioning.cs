using System.Text.Json;
using EenPlan.Kit;
using EenPlan.Kit.Api;

namespace EenPlan.Cases.Plans;

/// <summary>
/// When a plan is another plan than the version that was put forward. This list decides: everything that people agree on counts; ticking an action, saying whether an agreement is kept,
/// names and contact data of people, and item versions do not.
/// </summary>
internal static class PlanVersioning
{
    /// <summary>Fields of an action or an agreement that make no new version: how it goes, not what was agreed.</summary>
    private static readonly HashSet<string> FieldsOfProgress = ["done", "doneAt", AgreementRules.Kept];

    public static bool MakesNewVersion(IEnumerable<string> changedFields) => !changedFields.All(FieldsOfProgress.Contains);

    public static bool Differ(PlanView now, PlanView then) => Essence(now) != Essence(then);

    /// <summary>Everything that keeps the plan from being put forward, at once.</summary>
    public static void RequireReady(FamilyPlan plan, int goals, DateOnly today)
    {
        List<FieldError> missing = [];
        if (plan.OwnGoal is null && plan.SharedGoal is null)
        {
            missing.Add(new FieldError("/ownGoal", "required", "Write down the family's own goal or the shared goal first."));
        }

        if (goals == 0)
        {
            missing.Add(new FieldError("/goals", "required", "Add at least one goal first."));
        }

        if (plan.EvaluationDate is null)
        {
            missing.Add(new FieldError("/evaluationDate", "required", "Choose when the plan is evaluated first."));
        }
        else if (plan.EvaluationDate <= today)
        {
            missing.Add(new FieldError("/evaluationDate", "in-the-past", "The evaluation date has passed. Choose a new one first."));
        }

        if (missing.Count > 0)
        {
            throw new ProblemException(StatusCodes.Status409Conflict, "plan-not-ready", "The plan cannot be put forward yet; see errors for what is missing.") { Errors = missing };
        }
    }

    /// <summary>Agreed when everybody in the household who can answer agrees; with nobody who can, a version stays put forward.</summary>
    public static PlanStatus StatusOf(int? version, IReadOnlyCollection<Guid> membersWithAccess, IReadOnlyCollection<PlanAnswer> answers)
    {
        if (version is null)
        {
            return PlanStatus.Draft;
        }

        var agree = answers.Where(answer => answer.Number == version && answer.Answer == PlanAnswerKind.Agrees).Select(answer => answer.MemberId).ToHashSet();
        return membersWithAccess.Count > 0 && membersWithAccess.All(agree.Contains) ? PlanStatus.Agreed : PlanStatus.PutForward;
    }

    private static string Essence(PlanView plan) => JsonSerializer.Serialize(
        plan with
        {
            Version = 0, Status = PlanStatus.Draft, CurrentVersion = null, ChangedSinceVersion = false,
            Goals = [.. plan.Goals.Select(goal => goal with { Version = 0, Actions = [.. goal.Actions.Select(Essence)] })],
            Agreements = [.. plan.Agreements.Select(agreement => agreement with { Version = 0, Finding = null, Kept = null, Parties = [.. agreement.Parties.Select(party => Essence(party)!)] })],
        }, Json.Options);

    private static ActionView Essence(ActionView action) => action with { Version = 0, Done = false, DoneAt = null, Actor = Essence(action.Actor) };

    private static ActorView? Essence(ActorView? actor) => actor is { Kind: PlanActors.Network } ? actor with { Agreed = null } : actor is null ? null : actor with { Label = "" };
}
