using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Cases;
using EenPlan.Contracts.Directory;
using EenPlan.Kit.Access;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Involvements;

/// <summary>
/// Somebody who no longer works for an organisation takes no part on its behalf any more. Nobody is asked, also not for a coordinator: access ends in the transaction that learns of it.
/// When the organisation named a colleague to go on with it, that colleague is asked in the same transaction.
/// </summary>
internal static class Departures
{
    private const string Reason = "No longer works for this organisation.";

    /// <param name="registered">How the directory knows this professional.</param>
    /// <param name="at">Since when. What began later is left alone, so that a journal that is read again ends nothing of today.</param>
    /// <param name="now">The moment of ending.</param>
    public static async Task FollowAsync(CasesDb db, ProfessionalRegistered registered, DateTimeOffset at, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (who, organisation, left) = (registered.ProfessionalId, registered.OrganisationId, !registered.Active);
        var involvements = await db.Involvements.Where(row => row.ProfessionalId == who && (row.Status == InvolvementStatus.Active || row.Status == InvolvementStatus.Invited)
            && (left || row.OrganisationId != organisation)).ToListAsync(cancellationToken);
        foreach (var involvement in involvements.Where(row => row.InvitedAt < at))
        {
            var open = await OpenAsync(db, involvement.CaseId, now, cancellationToken);
            var helped = involvement.IsActive;
            await EndAsync(open, involvement, cancellationToken);
            if (helped && left && registered.SuccessorId is { } successor && await HandoverRules.MayBeAskedAsync(open, involvement, successor, cancellationToken))
            {
                Account(open, HandoverRules.Ask(open, involvement, successor, Reason).Id, "propose-handover");
            }
        }
    }

    /// <summary>Requests to take over were meant for a colleague where this professional worked until now.</summary>
    public static async Task RefuseRequestsAsync(CasesDb db, Guid professionalId, DateTimeOffset at, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await db.Handovers.Where(row => row.ToProfessionalId == professionalId && row.Status == HandoverStatus.Pending).ToListAsync(cancellationToken);
        foreach (var handover in waiting.Where(row => row.ProposedAt < at))
        {
            var open = await OpenAsync(db, handover.CaseId, now, cancellationToken);
            var from = await db.Involvements.SingleAsync(row => row.Id == handover.FromInvolvementId, cancellationToken);
            handover.Status = HandoverStatus.Refused;
            open.Record(new HandoverRefused(open.Id, handover.Id, from.Id), from.IsHidden(open.Today));
            Account(open, handover.Id, "refuse-handover");
        }
    }

    private static async Task EndAsync(OpenCase open, Involvement involvement, CancellationToken cancellationToken)
    {
        if (open.Case.CoordinatorInvolvementId == involvement.Id)
        {
            // Whoever leads while nobody coordinates appoints the next one, at once.
            (open.Case.CoordinatorInvolvementId, open.Case.CoordinatorSince) = (null, null);
        }

        await EndingRules.StopAsync(open, involvement, Reason, null, cancellationToken);
        Account(open, involvement.Id, "end-involvement");
    }

    private static async Task<OpenCase> OpenAsync(CasesDb db, Guid caseId, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(db, await db.Cases.SingleAsync(row => row.Id == caseId, cancellationToken), "none", new Caller(CallerKind.System, Guid.Empty, null, [], null, null, now), null, now);

    private static void Account(OpenCase open, Guid itemId, string action) => open.Db.AuditOutbox.Add(new AuditOutboxRow
    {
        Id = Guid.CreateVersion7(), At = open.Now, ActorKind = open.Caller.KindCode, Action = action, ActionCode = "U", Purpose = "left-organisation",
        CaseId = open.Id, ItemId = itemId, Outcome = StatusCodes.Status200OK,
    });
}
