using EenPlan.Cases.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;

namespace EenPlan.Cases.Plans;

/// <summary>What every route of a plan item needs inside its change: who looks, by which names, and the items that this reader sees.</summary>
internal sealed record PlanDesk(OpenCase Open, Viewer Viewer, CasePeople People, PlanView Seen)
{
    public static async Task<PlanDesk> OpenAsync(OpenCase open, PlanReading reading, CancellationToken cancellationToken)
    {
        var viewer = Viewer.Of(open);
        var people = await CasePeople.LoadAsync(open.Db, open.Id, viewer, cancellationToken);
        return new PlanDesk(open, viewer, people, await reading.ItemsAsync(open.Id, viewer, people, cancellationToken));
    }
}

/// <summary>Reads the plan items for a caller outside a change: the answer after it.</summary>
internal sealed class PlanItems(CaseWork work, PlanReading reading)
{
    public async Task<PlanView> SeenAsync(Guid caseId, Caller caller, CancellationToken cancellationToken)
    {
        var viewer = await Viewer.RequireAsync(work, caseId, caller, cancellationToken);
        return await reading.ItemsAsync(caseId, viewer, await CasePeople.LoadAsync(work.Db, caseId, viewer, cancellationToken), cancellationToken);
    }

    public async Task<GoalView> GoalAsync(Guid caseId, Guid id, Caller caller, CancellationToken cancellationToken) => (await SeenAsync(caseId, caller, cancellationToken)).Goal(id);

    public async Task<ActionView> ActionAsync(Guid caseId, Guid id, Caller caller, CancellationToken cancellationToken) => (await SeenAsync(caseId, caller, cancellationToken)).Action(id);

    public async Task<AgreementView> AgreementAsync(Guid caseId, Guid id, Caller caller, CancellationToken cancellationToken) =>
        (await SeenAsync(caseId, caller, cancellationToken)).Agreement(id);
}

/// <summary>One item among those that a reader sees; what is not among them does not exist for this reader.</summary>
internal static class SeenItems
{
    public static GoalView Goal(this PlanView seen, Guid id) => seen.Goals.SingleOrDefault(goal => goal.Id == id) ?? throw Problem.NotFound();

    public static ActionView Action(this PlanView seen, Guid id) => seen.Goals.SelectMany(goal => goal.Actions).SingleOrDefault(action => action.Id == id) ?? throw Problem.NotFound();

    public static AgreementView Agreement(this PlanView seen, Guid id) => seen.Agreements.SingleOrDefault(agreement => agreement.Id == id) ?? throw Problem.NotFound();
}
