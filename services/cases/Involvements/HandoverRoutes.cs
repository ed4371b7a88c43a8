using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Involvements;

/// <summary>Who is asked to take over, and why.</summary>
public sealed record NewHandover(Guid ToProfessionalId, string Reason);

/// <summary>A request to the caller to take over from a colleague.</summary>
/// <param name="FromLeft">True when that colleague no longer works for the organisation: then the help ended already, and nobody wrote a reason.</param>
public sealed record HandoverRequest(Guid Id, Guid CaseId, string Alias, string FromName, bool FromLeft, string Reason, DateTimeOffset ProposedAt);

internal static class HandoverRoutes
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapPost("/cases/{caseId:guid}/involvements/{id:guid}/handover", ProposeAsync).WithName("propose-handover")
            .WithSummary("Ask somebody to take over; until they accept, nothing changes").Accepts<NewHandover>("application/json")
            .Produces<HandoverView>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).For(CallerKind.Professional);
        v1.MapGet("/handovers", MineAsync).WithName("list-handovers").WithSummary("Requests to me to take over").Produces<ItemList<HandoverRequest>>().For(CallerKind.Professional);
        v1.MapPost("/handovers/{id:guid}/acceptance", (Guid id, HttpContext http, Caller caller, HandoverAnswers answers, CancellationToken cancellationToken) =>
            answers.AnswerAsync(id, http, caller, accepted: true, cancellationToken)).WithName("accept-handover").WithSummary("Take over from now on")
            .Produces(204).ProducesProblem(404).ProducesProblem(409).For(CallerKind.Professional);
        v1.MapPost("/handovers/{id:guid}/refusal", (Guid id, HttpContext http, Caller caller, HandoverAnswers answers, CancellationToken cancellationToken) =>
            answers.AnswerAsync(id, http, caller, accepted: false, cancellationToken)).WithName("refuse-handover").WithSummary("Decline to take over")
            .Produces(204).ProducesProblem(404).For(CallerKind.Professional);
    }

    private static async Task<IResult> ProposeAsync(Guid caseId, Guid id, HttpContext http, Input input, Caller caller, CaseWork work, CasesDb db, People people, CancellationToken cancellationToken)
    {
        var handoverId = await work.CreateAsync(http, caseId, caller, input, async open =>
        {
            var from = await InvolvementRoutes.FindAsync(db, caseId, id, cancellationToken);
            Permissions.Require(from.Id == open.InvolvementId || open.May.Invite, "The professional or the coordinator arranges who takes over.");
            var to = input.Id("toProfessionalId", required: true);
            var reason = input.Text("reason", required: true, max: 1000);
            if (to is { } asked && await people.FindAsync(asked, cancellationToken) is null)
            {
                input.Fail("toProfessionalId", "not-in-directory", "This person is not in the directory.");
            }

            input.Done();
            EndingRules.RefuseForCoordinator(open, from);
            await HandoverRules.RequireFreeAsync(db, from, to!.Value, cancellationToken);
            await Invitations.RequireRoomAsync(db, caseId, cancellationToken);
            return HandoverRules.Ask(open, from, to.Value, reason!).Id;
        }, cancellationToken);
        var row = await db.Handovers.AsNoTracking().SingleAsync(item => item.Id == handoverId, cancellationToken);
        return Versions.Created(http, $"/cases/v1/handovers/{handoverId}", HandoverView.Of(row, await people.LoadAsync([row.ToProfessionalId], cancellationToken), fromLeft: false), 1);
    }

    private static async Task<IResult> MineAsync(Caller caller, CasesDb db, People people, AuditNote note, CancellationToken cancellationToken)
    {
        note.Purpose = "own-invitations";
        var rows = await db.Handovers.AsNoTracking().Where(row => row.ToProfessionalId == caller.Id && row.Status == HandoverStatus.Pending).OrderBy(row => row.ProposedAt)
            .Select(row => new
            {
                Handover = row,
                Alias = db.Cases.Where(opened => opened.Id == row.CaseId).Select(opened => opened.Alias).Single(),
                From = db.Involvements.Where(from => from.Id == row.FromInvolvementId).Select(from => from.ProfessionalId).Single(),
                Left = db.Involvements.Where(from => from.Id == row.FromInvolvementId).Select(from => from.Status == InvolvementStatus.Ended).Single(),
            }).ToListAsync(cancellationToken);
        note.Show(rows.Select(row => row.Handover.CaseId));
        var names = await people.LoadAsync(rows.Select(row => row.From), cancellationToken);
        return TypedResults.Json(new ItemList<HandoverRequest>(rows.ConvertAll(row =>
            new HandoverRequest(row.Handover.Id, row.Handover.CaseId, row.Alias, names.NameOf(row.From), row.Left, row.Handover.Reason, row.Handover.ProposedAt))), Kit.Json.Options);
    }
}
