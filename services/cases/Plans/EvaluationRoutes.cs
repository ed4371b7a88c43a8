using EenPlan.Cases.Access;
using EenPlan.Cases.Involvements;
using EenPlan.Contracts.Cases;
using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Plans;

/// <summary>That family and team looked back.</summary>
/// <param name="HeldOn">Not in the future and not before the case was opened.</param>
/// <param name="NextDate">A day after today; without one the plan has no evaluation date any more.</param>
/// <param name="Words">What they learned; the family reads it.</param>
public sealed record NewEvaluation(DateOnly HeldOn, DateOnly? NextDate, string? Words);

/// <summary>An evaluation as one caller sees it.</summary>
/// <param name="PlannedFor">The evaluation date that stood in the plan then.</param>
/// <param name="Words">What they learned; null for who is informed only.</param>
/// <param name="RecordedBy">Name; null when it is not for the caller.</param>
public sealed record EvaluationView(Guid Id, DateOnly HeldOn, DateOnly? PlannedFor, DateOnly? NextDate, string? Words, DateTimeOffset RecordedAt, string? RecordedBy)
{
    internal static EvaluationView Of(Evaluation row, CasePeople people, Viewer viewer) => new(
        row.Id, row.HeldOn, row.PlannedFor, row.NextDate, viewer.SeesOnlyCore ? null : row.Words, row.RecordedAt, people.NameOf(PlanActors.Professional, row.RecordedBy));
}

internal static class EvaluationRoutes
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapPost("/cases/{caseId:guid}/evaluations", AddAsync).WithName("record-evaluation").WithSummary("Say that family and team looked back, and when they do so next")
            .Accepts<NewEvaluation>("application/json").Produces<EvaluationView>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).For(CallerKind.Professional);
        v1.MapGet("/cases/{caseId:guid}/evaluations", ListAsync).WithName("list-evaluations").WithSummary("When family and team looked back, the last time first")
            .Produces<ItemList<EvaluationView>>().ProducesProblem(404).For(CallerKind.Professional, CallerKind.Family);
        v1.MapGet("/cases/{caseId:guid}/evaluations/{id:guid}", ReadAsync).WithName("read-evaluation").WithSummary("One time that family and team looked back")
            .Produces<EvaluationView>().ProducesProblem(404).For(CallerKind.Professional, CallerKind.Family);
    }

    private static async Task<IResult> AddAsync(Guid caseId, HttpContext http, Input input, Caller caller, CaseWork work, CancellationToken cancellationToken)
    {
        var id = await work.CreateAsync(http, caseId, caller, input, async open =>
        {
            Permissions.Require(open.May.RecordEvaluation, "The coordinator says that family and team looked back; while nobody coordinates, who leads instead.");
            await Room.RequireAsync(open.Db.Evaluations.Where(row => row.CaseId == caseId), Room.Evaluations, "evaluations", cancellationToken);
            var evaluation = Read(input, open);
            input.Done();
            await HoldAsync(open, evaluation, cancellationToken);
            return evaluation.Id;
        }, cancellationToken);
        var view = await OneAsync(caseId, id, caller, work, cancellationToken);
        return Versions.Created(http, $"/cases/v1/cases/{caseId}/evaluations/{id}", view, 1);
    }

    private static Evaluation Read(Input input, OpenCase open)
    {
        var held = input.Date("heldOn", required: true);
        if (held > open.Today)
        {
            input.Fail("heldOn", "in-the-future", "Choose today or an earlier day.");
        }

        if (held < Calendar.DayOf(open.Case.OpenedAt))
        {
            input.Fail("heldOn", "before-opening", "Choose a day on which the case was open.");
        }

        return new Evaluation
        {
            Id = Guid.CreateVersion7(), CaseId = open.Id, HeldOn = held ?? open.Today, NextDate = PlanHead.ReadEvaluationDate(input, "nextDate", open.Today), Words = input.Text("words"),
            RecordedAt = open.Now, RecordedBy = open.Caller.Id,
        };
    }

    /// <summary>Looking back and the next date are one thing: the date that was, is done.</summary>
    private static async Task HoldAsync(OpenCase open, Evaluation evaluation, CancellationToken cancellationToken)
    {
        var plan = await open.Db.Plans.SingleAsync(row => row.CaseId == open.Id, cancellationToken);
        (evaluation.PlannedFor, plan.EvaluationDate) = (plan.EvaluationDate, evaluation.NextDate);
        open.Db.Evaluations.Add(evaluation);
        open.Record(new EvaluationHeld(open.Id, evaluation.Id, evaluation.HeldOn, evaluation.PlannedFor, evaluation.NextDate));
        PlanHead.Record(open, plan);
    }

    private static async Task<IResult> ListAsync(Guid caseId, Caller caller, CaseWork work, CancellationToken cancellationToken) =>
        TypedResults.Json(new ItemList<EvaluationView>(await SeenAsync(caseId, caller, work, cancellationToken)), Json.Options);

    private static async Task<IResult> ReadAsync(Guid caseId, Guid id, HttpContext http, Caller caller, CaseWork work, CancellationToken cancellationToken) =>
        Versions.Item(http, await OneAsync(caseId, id, caller, work, cancellationToken), 1);

    private static async Task<EvaluationView> OneAsync(Guid caseId, Guid id, Caller caller, CaseWork work, CancellationToken cancellationToken) =>
        (await SeenAsync(caseId, caller, work, cancellationToken)).Find(row => row.Id == id) ?? throw Problem.NotFound();

    private static async Task<List<EvaluationView>> SeenAsync(Guid caseId, Caller caller, CaseWork work, CancellationToken cancellationToken)
    {
        var viewer = await Viewer.RequireAsync(work, caseId, caller, cancellationToken);
        var people = await CasePeople.LoadAsync(work.Db, caseId, viewer, cancellationToken);
        var rows = await work.Db.Evaluations.AsNoTracking().Where(row => row.CaseId == caseId).OrderByDescending(row => row.HeldOn).ThenByDescending(row => row.RecordedAt).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => EvaluationView.Of(row, people, viewer));
    }
}
