using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Cases.Reference;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Plans;

/// <summary>The family plan: its head here, its goals, actions, agreements and versions in their own files.</summary>
internal static class PlanRoutes
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/cases/{caseId:guid}/plan", ReadAsync).WithName("read-plan").WithSummary("The family plan as it is now").Produces<PlanView>().ProducesProblem(404)
            .For(CallerKind.Professional, CallerKind.Family);
        v1.MapPatch("/cases/{caseId:guid}/plan", ChangeAsync).WithName("change-plan").WithSummary("Change goals, life domains or evaluation date at the head of the plan")
            .Accepts<PlanChanges>("application/json").Produces<PlanView>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428)
            .For(CallerKind.Professional, CallerKind.Family);
        GoalRoutes.Map(v1);
        ActionRoutes.Map(v1);
        AgreementRoutes.Map(v1);
        EvaluationRoutes.Map(v1);
        PlanVersionRoutes.Map(v1);
    }

    /// <summary>Refuses who may not write the plan.</summary>
    public static void RequireEditor(OpenCase open) => Permissions.Require(open.May.EditPlan, "The family and the coordinator write the plan.");

    private static async Task<IResult> ReadAsync(
        Guid caseId, HttpContext http, Caller caller, CaseWork work, CasesDb db, PlanReading reading, CancellationToken cancellationToken)
    {
        var viewer = await Viewer.RequireAsync(work, caseId, caller, cancellationToken);
        var view = await reading.ReadAsync(caseId, viewer, await CasePeople.LoadAsync(db, caseId, viewer, cancellationToken), cancellationToken);
        return Versions.Item(http, view, view.Version);
    }

    private static async Task<IResult> ChangeAsync(
        Guid caseId, HttpContext http, Input input, Caller caller, CaseWork work, PlanReading reading, ReferenceLists lists, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            RequireEditor(open);
            var viewer = Viewer.Of(open);
            var people = await CasePeople.LoadAsync(open.Db, caseId, viewer, cancellationToken);
            var current = await reading.ReadAsync(caseId, viewer, people, cancellationToken);
            await open.RequireMatchAsync(http, current.Version, typeof(PlanChanged).FullName!, people, () => current, cancellationToken);
            var plan = await open.Db.Plans.SingleAsync(row => row.CaseId == caseId, cancellationToken);
            PlanHead.Read(input, plan, lists.DomainCodes, [.. current.Goals.SelectMany(goal => goal.Actions.Select(action => action.Domain).Prepend(goal.Domain))], open.Today);
            input.Done();
            PlanHead.Record(open, plan);
            return 0;
        }, cancellationToken);
        return await ReadAsync(caseId, http, caller, work, work.Db, reading, cancellationToken);
    }
}
