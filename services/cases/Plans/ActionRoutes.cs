using EenPlan.Cases.Access;
using EenPlan.Cases.Reference;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Plans;

internal static class ActionRoutes
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapPost("/cases/{caseId:guid}/goals/{goalId:guid}/actions", AddAsync).WithName("add-action").WithSummary("Add an action to a goal").Accepts<ActionFields>("application/json")
            .Produces<ActionView>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).For(CallerKind.Professional, CallerKind.Family);
        v1.MapGet("/cases/{caseId:guid}/actions/{id:guid}", ReadAsync).WithName("read-action").WithSummary("One action").Produces<ActionView>().ProducesProblem(404)
            .For(CallerKind.Professional, CallerKind.Family);
        v1.MapPatch("/cases/{caseId:guid}/actions/{id:guid}", ChangeAsync).WithName("change-action").WithSummary("Change or tick an action")
            .Accepts<ActionFields>("application/json").Produces<ActionView>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428)
            .For(CallerKind.Professional, CallerKind.Family);
        v1.MapDelete("/cases/{caseId:guid}/actions/{id:guid}", RemoveAsync).WithName("remove-action").WithSummary("Take an action out of the plan")
            .Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428).For(CallerKind.Professional, CallerKind.Family);
    }

    private static async Task<IResult> ReadAsync(Guid caseId, Guid id, HttpContext http, Caller caller, PlanItems items, CancellationToken cancellationToken)
    {
        var view = await items.ActionAsync(caseId, id, caller, cancellationToken);
        return Versions.Item(http, view, view.Version);
    }

    private static async Task<IResult> AddAsync(
        Guid caseId, Guid goalId, HttpContext http, Input input, Caller caller, CaseWork work, PlanReading reading, PlanItems items, ReferenceLists lists,
        CancellationToken cancellationToken)
    {
        var id = await work.CreateAsync(http, caseId, caller, input, async open =>
        {
            var desk = await PlanDesk.OpenAsync(open, reading, cancellationToken);
            _ = desk.Seen.Goal(goalId);
            PlanRoutes.RequireEditor(open);
            await Room.RequireAsync(open.Db.Actions.Where(row => row.CaseId == caseId), Room.Actions, "actions", cancellationToken);
            var goal = await open.Db.Goals.AsNoTracking().SingleAsync(row => row.Id == goalId, cancellationToken);
            var plan = await open.DraftAsync(cancellationToken);
            var last = await open.Db.Actions.Where(row => row.GoalId == goalId).MaxAsync(row => (int?)row.Rank, cancellationToken);
            var action = new PlanAction { Id = Guid.CreateVersion7(), CaseId = caseId, GoalId = goalId, Text = "", Rank = (last ?? 0) + 1 };
            ActionRules.Read(input, action, isNew: true, PlanHead.Allowed(plan, lists.DomainCodes), desk.People);
            ActionRules.ReadDone(input, action, open.Now);
            Hiding.Read(input, action, open, lists.LegalGrounds);
            input.Done();
            open.Db.Actions.Add(action);
            var hidden = action.IsHiddenUnder(goal, open.Today);
            open.Record(new ActionAdded(caseId, action.Id, goalId), hidden);
            if (action.Done)
            {
                open.Record(new ActionDone(caseId, action.Id), hidden);
            }

            return action.Id;
        }, cancellationToken);
        var view = await items.ActionAsync(caseId, id, caller, cancellationToken);
        return Versions.Created(http, $"/cases/v1/cases/{caseId}/actions/{id}", view, view.Version);
    }

    private static async Task<IResult> ChangeAsync(
        Guid caseId, Guid id, HttpContext http, Input input, Caller caller, CaseWork work, PlanReading reading, PlanItems items, ReferenceLists lists, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            var desk = await PlanDesk.OpenAsync(open, reading, cancellationToken);
            var current = desk.Seen.Action(id);
            var action = await open.Db.Actions.SingleAsync(row => row.Id == id, cancellationToken);
            RequireMay(open, input, action);
            await open.RequireMatchAsync(http, current.Version, id.ToString(), desk.People, () => current, cancellationToken);
            var plan = await open.Db.Plans.AsNoTracking().SingleAsync(row => row.CaseId == caseId, cancellationToken);
            ActionRules.Read(input, action, isNew: false, [.. PlanHead.Allowed(plan, lists.DomainCodes), current.Domain], desk.People);
            ActionRules.ReadDone(input, action, open.Now);
            Hiding.Read(input, action, open, lists.LegalGrounds);
            input.Done();
            await RecordChangeAsync(open, action, cancellationToken);
            return 0;
        }, cancellationToken);
        return await ReadAsync(caseId, id, http, caller, items, cancellationToken);
    }

    private static async Task<IResult> RemoveAsync(
        Guid caseId, Guid id, HttpContext http, Caller caller, CaseWork work, PlanReading reading, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            var desk = await PlanDesk.OpenAsync(open, reading, cancellationToken);
            var current = desk.Seen.Action(id);
            PlanRoutes.RequireEditor(open);
            await open.RequireMatchAsync(http, current.Version, id.ToString(), desk.People, () => current, cancellationToken);
            await open.DraftAsync(cancellationToken);
            var action = await open.Db.Actions.SingleAsync(row => row.Id == id, cancellationToken);
            open.Db.Actions.Remove(action);
            var hidden = action.IsHiddenUnder(await GoalOfAsync(open, action, cancellationToken), open.Today);
            open.Record(new ActionRemoved(caseId, id), hidden);
            Hiding.TellTakenOut(open, id, hidden);
            return 0;
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Ticking is for whoever does it; everything else is writing the plan.</summary>
    private static void RequireMay(OpenCase open, Input input, PlanAction action)
    {
        if (input.Has("done"))
        {
            Permissions.Require(ActionRules.MayTick(open, action.Actor), "Whoever does this action ticks it, or the coordinator.");
        }

        if (input.Sent.Any(field => field != "done"))
        {
            PlanRoutes.RequireEditor(open);
        }
    }

    /// <summary>Gives an action its next version and tells what changed, if anything did.</summary>
    internal static async Task RecordChangeAsync(OpenCase open, PlanAction action, CancellationToken cancellationToken)
    {
        var fields = ChangedFields.Of(open.Db, action);
        if (fields.Count == 0)
        {
            return;
        }

        action.Version++;
        var goal = await GoalOfAsync(open, action, cancellationToken);
        var hidden = action.IsHiddenUnder(goal, open.Today);
        if (fields.Contains("done") && action.Done)
        {
            open.Record(new ActionDone(open.Id, action.Id), hidden);
        }

        var rest = fields.Where(field => field != "doneAt" && !(field == "done" && action.Done)).ToList();
        if (rest.Count > 0)
        {
            open.Record(new ActionChanged(open.Id, action.Id, ChangedFields.Tellable(rest, hidden)), hidden);
        }

        if (fields.Contains(ChangedFields.Hiding))
        {
            Hiding.Tell(open, action.Id, action, goal);
        }

        if (PlanVersioning.MakesNewVersion(fields))
        {
            await open.DraftAsync(cancellationToken);
        }
    }

    private static Task<Goal> GoalOfAsync(OpenCase open, PlanAction action, CancellationToken cancellationToken) =>
        open.Db.Goals.AsNoTracking().SingleAsync(row => row.Id == action.GoalId, cancellationToken);
}
