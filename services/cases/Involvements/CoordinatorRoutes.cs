using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Involvements;

/// <summary>Who is to coordinate.</summary>
public sealed record CoordinatorChoice(Guid InvolvementId);

/// <summary>Somebody asks the caller to coordinate.</summary>
public sealed record CoordinatorRequest(Guid CaseId, string Alias, string? FromName, DateTimeOffset ProposedAt);

/// <summary>
/// Exactly one coordinator from the first appointment on: the first one is appointed at once, a later one takes over by accepting, and until then the old one stays.
/// </summary>
internal static class CoordinatorRoutes
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapPost("/cases/{caseId:guid}/coordinator", AppointAsync).WithName("appoint-coordinator")
            .WithSummary("Appoint the first coordinator at once, or ask somebody to take over").Accepts<CoordinatorChoice>("application/json")
            .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).For(CallerKind.Professional);
        v1.MapPost("/cases/{caseId:guid}/coordinator/acceptance", AcceptAsync).WithName("accept-coordination").WithSummary("Accept to coordinate from now on")
            .Produces(204).ProducesProblem(404).ProducesProblem(409).For(CallerKind.Professional);
        v1.MapPost("/cases/{caseId:guid}/coordinator/refusal", RefuseAsync).WithName("refuse-coordination").WithSummary("Decline to coordinate; the old coordinator stays")
            .Produces(204).ProducesProblem(404).ProducesProblem(409).For(CallerKind.Professional);
        v1.MapGet("/coordinator-requests", MineAsync).WithName("list-coordinator-requests").WithSummary("Cases that I am asked to coordinate")
            .Produces<ItemList<CoordinatorRequest>>().For(CallerKind.Professional);
    }

    private static async Task<IResult> AppointAsync(Guid caseId, HttpContext http, Input input, Caller caller, CaseWork work, CasesDb db, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            Permissions.Require(open.May.AppointCoordinator, "The coordinator or the intake worker appoints a coordinator.");
            var chosen = input.Id("involvementId", required: true);
            input.Done();
            var involvement = await InvolvementRoutes.FindAsync(db, caseId, chosen!.Value, cancellationToken);
            if (involvement.Status == InvolvementStatus.Ended || involvement.Kind == InvolvementKind.InformationOnly)
            {
                throw Problem.Conflict("cannot-coordinate", "Somebody whose help ended or who is only informed cannot coordinate. Choose another person.");
            }

            await ChooseAsync(open, involvement, cancellationToken);
            return 0;
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task ChooseAsync(OpenCase open, Involvement chosen, CancellationToken cancellationToken)
    {
        if (open.Case.CoordinatorInvolvementId == chosen.Id || open.Case.ProposedCoordinatorInvolvementId == chosen.Id)
        {
            throw Problem.Conflict("already-coordinator", "This person coordinates already, or was asked to.");
        }

        RefuseHidden(open, chosen);
        if (open.Case.CoordinatorInvolvementId is null)
        {
            // Appointing is stronger than inviting: whoever coordinates takes part.
            if (!chosen.IsActive)
            {
                await Invitations.JoinAsync(open, chosen, cancellationToken);
            }

            TakeOver(open, chosen);
            return;
        }

        if (!chosen.IsActive)
        {
            throw Problem.Conflict("not-active", "This person has not accepted the invitation yet and cannot be asked to coordinate.");
        }

        (open.Case.ProposedCoordinatorInvolvementId, open.Case.CoordinatorProposedAt) = (chosen.Id, open.Now);
        open.Record(new CoordinatorProposed(open.Id, chosen.Id));
    }

    /// <summary>The family always knows whom to call: who coordinates, or is asked to, is not hidden from it.</summary>
    public static void RefuseHidden(OpenCase open, Involvement card)
    {
        if (card.IsHidden(open.Today))
        {
            throw Problem.Conflict("hidden-coordinator", "The family always sees who coordinates. Show this card to the family first.");
        }
    }

    private static void TakeOver(OpenCase open, Involvement chosen)
    {
        var before = open.Case.CoordinatorInvolvementId;
        (open.Case.CoordinatorInvolvementId, open.Case.CoordinatorSince) = (chosen.Id, open.Now);
        (open.Case.ProposedCoordinatorInvolvementId, open.Case.CoordinatorProposedAt) = (null, null);
        open.Record(new CoordinatorChanged(open.Id, before, chosen.Id));
    }

    private static async Task<IResult> AcceptAsync(Guid caseId, HttpContext http, Caller caller, CaseWork work, CasesDb db, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            TakeOver(open, await ProposedAsync(open, db, cancellationToken));
            return 0;
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> RefuseAsync(Guid caseId, HttpContext http, Caller caller, CaseWork work, CasesDb db, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            var proposed = await ProposedAsync(open, db, cancellationToken);
            (open.Case.ProposedCoordinatorInvolvementId, open.Case.CoordinatorProposedAt) = (null, null);
            open.Record(new CoordinatorRefused(caseId, proposed.Id));
            return 0;
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Involvement> ProposedAsync(OpenCase open, CasesDb db, CancellationToken cancellationToken)
    {
        if (open.InvolvementId is null || open.Case.ProposedCoordinatorInvolvementId != open.InvolvementId)
        {
            throw Problem.Conflict("not-asked", "You were not asked to coordinate, or somebody changed that meanwhile.");
        }

        return await db.Involvements.SingleAsync(row => row.Id == open.InvolvementId, cancellationToken);
    }

    private static async Task<IResult> MineAsync(Caller caller, CasesDb db, People people, AuditNote note, CancellationToken cancellationToken)
    {
        note.Purpose = "own-invitations";
        var rows = await db.Involvements.AsNoTracking().Where(row => row.ProfessionalId == caller.Id && row.Status == InvolvementStatus.Active)
            .Join(db.Cases, row => row.CaseId, row => row.Id, (own, opened) => new { own, opened }).Where(row => row.opened.ProposedCoordinatorInvolvementId == row.own.Id).Select(row => row.opened)
            .Select(row => new { row.Id, row.Alias, row.CoordinatorProposedAt, From = db.Involvements.Where(now => now.Id == row.CoordinatorInvolvementId).Select(now => (Guid?)now.ProfessionalId).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        note.Show(rows.Select(row => row.Id));
        var names = await people.LoadAsync(rows.Select(row => row.From).OfType<Guid>(), cancellationToken);
        return TypedResults.Json(new ItemList<CoordinatorRequest>(rows.ConvertAll(row =>
            new CoordinatorRequest(row.Id, row.Alias, row.From is { } from ? names.NameOf(from) : null, row.CoordinatorProposedAt!.Value))), Kit.Json.Options);
    }
}
