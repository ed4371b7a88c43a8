using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Api;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Involvements;

/// <summary>What holds for every request to take over, whoever asks: the professional, the coordinator, or an organisation that somebody leaves.</summary>
internal static class HandoverRules
{
    /// <summary>Asks; until there is a yes nobody takes over.</summary>
    public static Handover Ask(OpenCase open, Involvement from, Guid to, string reason)
    {
        var handover = new Handover { Id = Guid.CreateVersion7(), CaseId = open.Id, FromInvolvementId = from.Id, ToProfessionalId = to, Reason = reason, ProposedAt = open.Now };
        open.Db.Handovers.Add(handover);
        open.Record(new HandoverProposed(open.Id, handover.Id, from.Id, to), from.IsHidden(open.Today));
        return handover;
    }

    /// <summary>Help that goes on is handed over by people, one request at a time, to somebody who does not take part yet.</summary>
    public static async Task RequireFreeAsync(CasesDb db, Involvement from, Guid to, CancellationToken cancellationToken)
    {
        if (!from.IsActive || from.Kind == InvolvementKind.Intake)
        {
            throw Problem.Conflict("not-active", "Only help that is going on can be handed over.");
        }

        if (await db.Handovers.AnyAsync(row => row.FromInvolvementId == from.Id && row.Status == HandoverStatus.Pending, cancellationToken))
        {
            throw Problem.Conflict("already-asked", "Somebody was asked to take over already. Wait for the answer.");
        }

        if (await Invitations.TakesPartAsync(db, from.CaseId, to, cancellationToken))
        {
            throw Problem.Conflict("already-involved", "This person takes part already. End the help and say who goes on with it.");
        }
    }

    /// <summary>After somebody left: a colleague of the same organisation who still works there may be asked, when the case goes on and that colleague does not take part yet.</summary>
    public static async Task<bool> MayBeAskedAsync(OpenCase open, Involvement left, Guid successor, CancellationToken cancellationToken) =>
        open.Case.ClosedAt is null && successor != left.ProfessionalId
        && await open.Db.Professionals.AnyAsync(row => row.Id == successor && row.Active && row.OrganisationId == left.OrganisationId, cancellationToken)
        && !await Invitations.TakesPartAsync(open.Db, open.Id, successor, cancellationToken)
        && await open.Db.Involvements.CountAsync(row => row.CaseId == open.Id, cancellationToken) < Room.Involvements;
}
