using EenPlan.Cases.Access;

namespace EenPlan.Cases.Plans;

/// <summary>Makes of stored items what a reader sees.</summary>
internal static class PlanViewing
{
    public static GoalView View(Goal goal, int rank, IEnumerable<PlanAction> actions, CasePeople people, Viewer viewer) => new(
        goal.Id, goal.Text, goal.Domain, goal.ForMembers, PlanCodes.Of(goal.Status), goal.TargetDate, goal.Baseline, goal.Current, goal.Target, rank, goal.Version,
        goal.Hiding(viewer.Today, viewer.Level), [.. actions.OrderBy(action => action.Rank).Select(action => View(action, goal, people, viewer))]);

    public static ActionView View(PlanAction action, Goal goal, CasePeople people, Viewer viewer) => new(
        action.Id, action.GoalId, action.Text, action.Domain ?? goal.Domain, PlanActors.Show(action.Actor, people), action.Due, action.Done, action.DoneAt, action.Version,
        action.Hiding(viewer.Today, viewer.Level));

    public static AgreementView View(Agreement agreement, CasePeople people, Viewer viewer) => new(
        agreement.Id, agreement.Text, agreement.Type, [.. agreement.Parties.Select(party => PlanActors.Show(party, people)).OfType<ActorView>()], agreement.ReviewDate,
        agreement.MadeAt, viewer.IsFamily || viewer.SeesOnlyCore ? null : agreement.Finding, agreement.Kept, agreement.Version, agreement.Hiding(viewer.Today, viewer.Level));

    public static PlanView View(FamilyPlan plan, PlanStatus status, bool changed, IReadOnlyList<GoalView> goals, IReadOnlyList<AgreementView> agreements) => new(
        plan.Version, plan.OwnGoal, plan.OwnGoalUntil, plan.SharedGoal, plan.SharedGoalUntil, [.. plan.LifeDomains.Select(domain => new DomainView(domain.Code, domain.Name))],
        plan.EvaluationDate, status, plan.CurrentVersion, changed, goals, agreements);
}

/// <summary>Codes of statuses and answers as they are written in the interface, events and tables of words.</summary>
internal static class PlanCodes
{
    public static string Of<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static T? Parse<T>(string? code)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => Of(value) == code).Select(value => (T?)value).FirstOrDefault();

    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];
}
