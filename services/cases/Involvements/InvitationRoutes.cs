using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Involvements;

/// <summary>Things in a list without pages.</summary>
public sealed record ItemList<T>(IReadOnlyList<T> Items);

internal static class InvitationRoutes
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapPost("/cases/{caseId:guid}/involvements", InviteAsync).WithName("invite-professional").WithSummary("Invite a professional of any organisation")
            .Accepts<NewInvolvement>("application/json").Produces<InvolvementView>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).For(CallerKind.Professional);
        v1.MapGet("/invitations", async (Caller caller, Invitations invitations, AuditNote note, CancellationToken cancellationToken) =>
        {
            note.Purpose = "own-invitations";
            var mine = await invitations.MineAsync(caller, cancellationToken);
            note.Show(mine.Select(invitation => invitation.CaseId));
            return TypedResults.Json(new ItemList<InvitationView>(mine), Kit.Json.Options);
        }).WithName("list-invitations").WithSummary("Invitations that wait for my answer").Produces<ItemList<InvitationView>>().For(CallerKind.Professional);
        v1.MapPost("/invitations/{id:guid}/acceptance", (Guid id, HttpContext http, Caller caller, InvitationAnswers answers, CancellationToken cancellationToken) =>
            answers.AnswerAsync(id, http, caller, accepted: true, cancellationToken)).WithName("accept-invitation").WithSummary("Take part in the case").Produces(204).ProducesProblem(404).For(CallerKind.Professional);
        v1.MapPost("/invitations/{id:guid}/refusal", (Guid id, HttpContext http, Caller caller, InvitationAnswers answers, CancellationToken cancellationToken) =>
            answers.AnswerAsync(id, http, caller, accepted: false, cancellationToken)).WithName("refuse-invitation").WithSummary("Decline to take part").Produces(204).ProducesProblem(404).For(CallerKind.Professional);
    }

    private static async Task<IResult> InviteAsync(
        Guid caseId, HttpContext http, Input input, Caller caller, CaseWork work, Invitations invitations, InvolvementReading reading, CancellationToken cancellationToken)
    {
        var id = await work.CreateAsync(http, caseId, caller, input, async open =>
        {
            Permissions.Require(open.May.Invite, "The coordinator invites; before there is one, the intake worker.");
            var invited = invitations.Read(input);
            input.Done();
            return await invitations.InviteAsync(open, invited, cancellationToken);
        }, cancellationToken);
        var view = await reading.ReadAsync(caseId, id, caller, cancellationToken);
        return Versions.Created(http, $"/cases/v1/cases/{caseId}/involvements/{id}", view, view.Version);
    }
}

/// <summary>Answering one's own invitation. The caller has no access to the case yet, so the invitation itself is the key.</summary>
internal sealed class InvitationAnswers(Change<CasesDb> change, CasesDb db, People people, TimeProvider clock, AuditNote note)
{
    public async Task<IResult> AnswerAsync(Guid id, HttpContext http, Caller caller, bool accepted, CancellationToken cancellationToken)
    {
        await change.RunAsync(async () =>
        {
            var involvement = await db.Involvements.SingleOrDefaultAsync(row => row.Id == id && row.ProfessionalId == caller.Id && row.Status == InvolvementStatus.Invited, cancellationToken)
                ?? throw Problem.NotFound();
            note.Purpose = "own-invitations";
            var opened = await db.Cases.SingleAsync(row => row.Id == involvement.CaseId, cancellationToken);
            var open = new OpenCase(db, opened, accepted ? involvement.Kind : "none", caller, involvement.Id, clock.GetUtcNow());
            if (accepted)
            {
                // Invited in the moment between leaving an organisation and our hearing of it.
                if (await people.FindAsync(caller.Id, cancellationToken) is not { } who || who.OrganisationId != involvement.OrganisationId)
                {
                    throw Problem.NotFound();
                }

                await Invitations.JoinAsync(open, involvement, cancellationToken);
            }
            else
            {
                involvement.Status = InvolvementStatus.Refused;
                involvement.Version++;
                open.Record(new InvitationRefused(opened.Id, involvement.Id), involvement.IsHidden(open.Today));
            }

            db.Account(http, opened.Id, involvement.Id);
        }, cancellationToken);
        return TypedResults.NoContent();
    }
}
