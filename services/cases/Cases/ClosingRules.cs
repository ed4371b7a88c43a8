using EenPlan.Cases.Access;
using EenPlan.Cases.Involvements;
using EenPlan.Contracts.Cases;
using EenPlan.Kit;
using EenPlan.Kit.Api;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Cases;

/// <summary>
/// A closed case can be read by whoever had access and changed by nobody. So whatever waited for an answer stops waiting, and everybody's part stays as it is: opened again, all go on where they were.
/// </summary>
internal static class ClosingRules
{
    private const string Reason = "The case was closed.";

    /// <summary>Asked in one place, where every change of a case begins.</summary>
    public static void RequireOpen(Case opened)
    {
        if (opened.ClosedAt is { } at)
        {
            throw Problem.Conflict("case-closed", $"This case was closed on {Calendar.DayOf(at):yyyy-MM-dd}. It can be read; to change something in it, its coordinator or intake worker first opens it again.");
        }
    }

    public static async Task CloseAsync(OpenCase open, string endReason, string? words, CancellationToken cancellationToken)
    {
        await StopWaitingAsync(open, cancellationToken);
        var closing = new Closing { Id = Guid.CreateVersion7(), CaseId = open.Id, ClosedAt = open.Now, ClosedBy = open.Caller.Id, EndReason = endReason, Words = words };
        open.Db.Closings.Add(closing);
        (open.Case.ClosedAt, open.Case.LastClosingId) = (closing.ClosedAt, closing.Id);
        open.Case.Version++;
        open.Record(new CaseClosed(open.Id, open.Today, endReason));
    }

    public static async Task ReopenAsync(OpenCase open, string words, CancellationToken cancellationToken)
    {
        var closing = await open.Db.Closings.SingleAsync(row => row.Id == open.Case.LastClosingId, cancellationToken);
        (closing.ReopenedAt, closing.ReopenedBy, closing.ReopeningWords) = (open.Now, open.Caller.Id, words);
        open.Case.ClosedAt = null;
        open.Case.Version++;
        open.Record(new CaseReopened(open.Id, open.Today));
    }

    /// <summary>Nobody can say yes any more: to an invitation, to taking over, to coordinating, or by a letter to somebody of the family.</summary>
    private static async Task StopWaitingAsync(OpenCase open, CancellationToken cancellationToken)
    {
        if (open.Case.ProposedCoordinatorInvolvementId is { } proposed)
        {
            (open.Case.ProposedCoordinatorInvolvementId, open.Case.CoordinatorProposedAt) = (null, null);
            open.Record(new CoordinatorRefused(open.Id, proposed));
        }

        foreach (var handover in await open.Db.Handovers.Where(row => row.CaseId == open.Id && row.Status == HandoverStatus.Pending).ToListAsync(cancellationToken))
        {
            var from = await open.Db.Involvements.SingleAsync(row => row.Id == handover.FromInvolvementId, cancellationToken);
            handover.Status = HandoverStatus.Refused;
            open.Record(new HandoverRefused(open.Id, handover.Id, from.Id), from.IsHidden(open.Today));
        }

        foreach (var invited in await open.Db.Involvements.Where(row => row.CaseId == open.Id && row.Status == InvolvementStatus.Invited).ToListAsync(cancellationToken))
        {
            await EndingRules.StopAsync(open, invited, Reason, null, cancellationToken);
        }

        foreach (var member in await open.Db.Household.Where(row => row.CaseId == open.Id && row.InvitationHash != null).ToListAsync(cancellationToken))
        {
            (member.InvitationHash, member.InvitationExpiresAt) = (null, null);
        }
    }
}
