using EenPlan.Cases.Access;
using EenPlan.Cases.Reference;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Plans;

internal static class GoalRoutes
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapPost("/cases/{caseId:guid}/goals", AddAsync).WithName("add-goal").WithSummary("Add a goal to the plan").Accepts<GoalFields>("application/json")
            .Produces<GoalView>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).For(CallerKind.Professional, CallerKind.Family);
        v1.MapGet("/cases/{caseId:guid}/goals/{id:guid}", ReadAsync).WithName("read-goal").WithSummary("One goal with its actions").Produces<GoalView>().ProducesProblem(404)
            .For(CallerKind.Professional, CallerKind.Family);
        v1.MapPatch("/cases/{caseId:guid}/goals/{id:guid}", ChangeAsync).WithName("change-goal").WithSummary("Change a goal, its status, score or place")
            .Accepts<GoalFields>("application/json").Produces<GoalView>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428)
            .For(CallerKind.Professional, CallerKind.Family);
        v1.MapDelete("/cases/{caseId:guid}/goals/{id:guid}", RemoveAsync).WithName("remove-goal").WithSummary("Take a goal and its actions out of the plan")
            .Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428).For(CallerKind.Professional, CallerKind.Family);
    }

    private static async Task<IResult> ReadAsync(Guid caseId, Guid id, HttpContext http, Caller caller, PlanItems items, CancellationToken cancellationToken)
    {
        var view = await items.GoalAsync(caseId, id, caller, cancellationToken);
        return Versions.Item(http, view, view.Version);
    }

    private static async Task<IResult> AddAsync(
        Guid caseId, HttpContext http, Input input, Caller caller, CaseWork work, PlanReading reading, PlanItems items, ReferenceLists lists, CancellationToken cancellationToken)
    {
        var id = await work.CreateAsync(http, caseId, caller, input, async open =>
        {
            PlanRoutes.RequireEditor(open);
            await Room.RequireAsync(open.Db.Goals.Where(row => row.CaseId == caseId), Room.Goals, "goals", cancellationToken);
            var desk = await PlanDesk.OpenAsync(open, reading, cancellationToken);
            var plan = await open.DraftAsync(cancellationToken);
            var goal = new Goal { Id = Guid.CreateVersion7(), CaseId = caseId, Text = "", Domain = "" };
            GoalRules.Read(input, goal, isNew: true, PlanHead.Allowed(plan, lists.DomainCodes), desk.People.Members.Keys);
            Hiding.Read(input, goal, open, lists.LegalGrounds);
            var rank = GoalRules.Rank(input);
            input.Done();
            await PlaceAsync(desk, goal, rank ?? int.MaxValue, cancellationToken);
            open.Db.Goals.Add(goal);
            open.Record(new GoalAdded(caseId, goal.Id, goal.Domain), goal.IsHidden(open.Today));
            RecordStatus(open, goal, GoalStatus.Open);
            return goal.Id;
        }, cancellationToken);
        var view = await items.GoalAsync(caseId, id, caller, cancellationToken);
        return Versions.Created(http, $"/cases/v1/cases/{caseId}/goals/{id}", view, view.Version);
    }

    private static async Task<IResult> ChangeAsync(
        Guid caseId, Guid id, HttpContext http, Input input, Caller caller, CaseWork work, PlanReading reading, PlanItems items, ReferenceLists lists, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            var desk = await PlanDesk.OpenAsync(open, reading, cancellationToken);
            var current = desk.Seen.Goal(id);
            PlanRoutes.RequireEditor(open);
            await open.RequireMatchAsync(http, current.Version, id.ToString(), desk.People, () => current, cancellationToken);
            var goal = await open.Db.Goals.SingleAsync(row => row.Id == id, cancellationToken);
            var before = goal.Status;
            var plan = await open.Db.Plans.AsNoTracking().SingleAsync(row => row.CaseId == caseId, cancellationToken);
            GoalRules.Read(input, goal, isNew: false, [.. PlanHead.Allowed(plan, lists.DomainCodes), goal.Domain], desk.People.Members.Keys);
            Hiding.Read(input, goal, open, lists.LegalGrounds);
            var rank = GoalRules.Rank(input);
            input.Done();
            if (rank is { } place && place != current.Rank)
            {
                await PlaceAsync(desk, goal, place, cancellationToken);
            }

            await RecordChangeAsync(open, goal, before, cancellationToken);
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
            var current = desk.Seen.Goal(id);
            PlanRoutes.RequireEditor(open);
            await open.RequireMatchAsync(http, current.Version, id.ToString(), desk.People, () => current, cancellationToken);
            await open.DraftAsync(cancellationToken);
            var goal = await open.Db.Goals.SingleAsync(row => row.Id == id, cancellationToken);
            foreach (var action in await open.Db.Actions.Where(row => row.GoalId == id).OrderBy(row => row.Rank).ToListAsync(cancellationToken))
            {
                open.Db.Actions.Remove(action);
                var hidden = action.IsHiddenUnder(goal, open.Today);
                open.Record(new ActionRemoved(caseId, action.Id), hidden);
                Hiding.TellTakenOut(open, action.Id, hidden);
            }

            open.Db.Goals.Remove(goal);
            open.Record(new GoalRemoved(caseId, id), goal.IsHidden(open.Today));
            Hiding.TellTakenOut(open, id, goal.IsHidden(open.Today));
            return 0;
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task PlaceAsync(PlanDesk desk, Goal goal, int rank, CancellationToken cancellationToken)
    {
        var seen = desk.Seen.Goals.Select(view => view.Id).ToHashSet();
        var all = await desk.Open.Db.Goals.Where(row => row.CaseId == desk.Open.Id).OrderBy(row => row.Rank).ToListAsync(cancellationToken);
        GoalRules.Place(all, goal, rank, row => seen.Contains(row.Id));
    }

    /// <summary>One version for the change; a new status is its own event, because others wait for that.</summary>
    private static async Task RecordChangeAsync(OpenCase open, Goal goal, GoalStatus before, CancellationToken cancellationToken)
    {
        var fields = ChangedFields.Of(open.Db, goal);
        if (fields.Count == 0)
        {
            return;
        }

        await open.DraftAsync(cancellationToken);
        goal.Version++;
        RecordStatus(open, goal, before);
        var hidden = goal.IsHidden(open.Today);
        if (fields.Exists(field => field != "status"))
        {
            open.Record(new GoalChanged(open.Id, goal.Id, ChangedFields.Tellable(fields.Where(field => field != "status"), hidden), goal.Domain), hidden);
        }

        if (fields.Contains(ChangedFields.Hiding))
        {
            await TellHidingAsync(open, goal, cancellationToken);
        }
    }

    /// <summary>A hidden goal hides its actions.</summary>
    private static async Task TellHidingAsync(OpenCase open, Goal goal, CancellationToken cancellationToken)
    {
        Hiding.Tell(open, goal.Id, goal);
        foreach (var action in await open.Db.Actions.AsNoTracking().Where(row => row.GoalId == goal.Id).ToListAsync(cancellationToken))
        {
            Hiding.Tell(open, action.Id, action, goal);
        }
    }

    private static void RecordStatus(OpenCase open, Goal goal, GoalStatus before)
    {
        var hidden = goal.IsHidden(open.Today);
        if (goal.Status == before)
        {
            return;
        }

        if (goal.Status == GoalStatus.Reached)
        {
            open.Record(new GoalReached(open.Id, goal.Id, goal.Domain), hidden);
        }
        else
        {
            open.Record(new GoalStatusChanged(open.Id, goal.Id, goal.Domain, PlanCodes.Of(goal.Status)), hidden);
        }
    }
}
