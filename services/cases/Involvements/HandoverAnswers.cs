using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Involvements;

/// <summary>Answering a request to take over. With a yes the old involvement ends and the new one begins in the same moment, with the card and the open actions.</summary>
internal sealed class HandoverAnswers(Change<CasesDb> change, CasesDb db, People people, TimeProvider clock, AuditNote note)
{
    public async Task<IResult> AnswerAsync(Guid id, HttpContext http, Caller caller, bool accepted, CancellationToken cancellationToken)
    {
        await change.RunAsync(async () =>
        {
            var handover = await db.Handovers.SingleOrDefaultAsync(row => row.Id == id && row.ToProfessionalId == caller.Id && row.Status == HandoverStatus.Pending, cancellationToken)
                ?? throw Problem.NotFound();
            note.Purpose = "own-invitations";
            var opened = await db.Cases.SingleAsync(row => row.Id == handover.CaseId, cancellationToken);
            var open = new OpenCase(db, opened, "none", caller, null, clock.GetUtcNow());
            var old = await db.Involvements.SingleAsync(row => row.Id == handover.FromInvolvementId, cancellationToken);
            if (accepted)
            {
                await TakeOverAsync(open, handover, old, cancellationToken);
            }
            else
            {
                handover.Status = HandoverStatus.Refused;
                open.Record(new HandoverRefused(opened.Id, handover.Id, old.Id), old.IsHidden(open.Today));
            }

            db.Account(http, opened.Id, handover.Id);
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    private async Task TakeOverAsync(OpenCase open, Handover handover, Involvement old, CancellationToken cancellationToken)
    {
        var who = await people.FindAsync(handover.ToProfessionalId, cancellationToken) ?? throw Problem.NotFound();
        EndingRules.RefuseForCoordinator(open, old);
        if (await Invitations.TakesPartAsync(db, open.Id, who.Id, cancellationToken))
        {
            throw Problem.Conflict("already-involved", "You take part in this case already.");
        }

        var successor = new Involvement
        {
            Id = Guid.CreateVersion7(), CaseId = open.Id, ProfessionalId = who.Id, OrganisationId = who.OrganisationId, Kind = old.Kind, Status = InvolvementStatus.Active,
            InvitedAt = handover.ProposedAt, InvitedBy = old.ProfessionalId, InvitationReason = handover.Reason, Since = open.Now,
            Reason = old.Reason, FamilyRole = old.FamilyRole, ContactMeWhen = old.ContactMeWhen, HelpEndsWhen = old.HelpEndsWhen, LifeDomains = [.. old.LifeDomains],
            ForMembers = [.. old.ForMembers], Tasks = [.. old.Tasks], LeadPractitionerOf = [.. old.LeadPractitionerOf], Gives = [.. old.Gives], Wants = [.. old.Wants],
            ContactFrequencies = [.. old.ContactFrequencies], ReplyNorm = old.ReplyNorm, PeriodUntil = old.PeriodUntil, PeriodText = old.PeriodText,
            HiddenUntil = old.HiddenUntil, HiddenGround = old.HiddenGround, HiddenReason = old.HiddenReason,
        };
        db.Involvements.Add(successor);
        await EndingRules.SucceedAsync(open, old, handover.Reason, successor.Id, cancellationToken);
        handover.Status = HandoverStatus.Accepted;
        await open.SetAccessAsync("professional", who.Id, who.OrganisationId, successor.Kind, cancellationToken);
        await PassOnAsync(open, old.Id, successor.Id, cancellationToken);
        open.Record(new ProfessionalReplaced(open.Id, old.Id, old.ProfessionalId, successor.Id, who.Id, who.OrganisationId, successor.CardComplete), old.IsHidden(open.Today));
    }

    /// <summary>What is still open passes to the successor; what was done stays with who did it. Who does what is something that the family agrees on.</summary>
    private async Task PassOnAsync(OpenCase open, Guid from, Guid to, CancellationToken cancellationToken)
    {
        foreach (var action in (await db.Actions.Where(row => row.CaseId == open.Id && !row.Done).ToListAsync(cancellationToken)).Where(row => row.Actor?.Id == from))
        {
            await open.DraftAsync(cancellationToken);
            action.Actor = action.Actor! with { Id = to };
            action.Version++;
        }

        foreach (var agreement in (await db.Agreements.Where(row => row.CaseId == open.Id).ToListAsync(cancellationToken)).Where(row => row.Parties.Exists(party => party.Id == from)))
        {
            await open.DraftAsync(cancellationToken);
            agreement.Parties = agreement.Parties.ConvertAll(party => party.Id == from ? party with { Id = to } : party);
            agreement.Version++;
        }
    }
}
