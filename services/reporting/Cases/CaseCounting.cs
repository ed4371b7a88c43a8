using EenPlan.Contracts.Cases;
using EenPlan.Kit.Journal;
using EenPlan.Reporting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Reporting.Cases;

/// <summary>Keeps the counts from what cases tells; every handler may run twice without counting twice.</summary>
internal static class CaseCounting
{
    public static JournalHandlers<ReportingDb> CountCases(this JournalHandlers<ReportingDb> journal) => journal
        .On<CaseOpened>((db, opened, _, cancellationToken) => PlaceAsync(db, opened.CaseId, opened.Municipality, cancellationToken))
        .On<CaseChanged>((db, changed, _, cancellationToken) => PlaceAsync(db, changed.CaseId, changed.Municipality, cancellationToken))
        .On<ProfessionalJoined>((db, joined, _, cancellationToken) => JoinAsync(db, joined.CaseId, joined.InvolvementId, cancellationToken))
        .On<HelpEnded>((db, ended, _, cancellationToken) => LeaveAsync(db, ended.InvolvementId, cancellationToken))
        .On<ProfessionalReplaced>(async (db, replaced, _, cancellationToken) =>
        {
            await LeaveAsync(db, replaced.FromInvolvementId, cancellationToken);
            await JoinAsync(db, replaced.CaseId, replaced.ToInvolvementId, cancellationToken);
        })
        .Reset(async (db, cancellationToken) =>
        {
            await db.Parties.ExecuteDeleteAsync(cancellationToken);
            await db.Cases.ExecuteDeleteAsync(cancellationToken);
        });

    private static async Task PlaceAsync(ReportingDb db, Guid caseId, string municipality, CancellationToken cancellationToken)
    {
        if (await db.Cases.FindAsync([caseId], cancellationToken) is { } known)
        {
            known.Municipality = municipality;
        }
        else
        {
            db.Cases.Add(new CountedCase { CaseId = caseId, Municipality = municipality });
        }
    }

    private static async Task JoinAsync(ReportingDb db, Guid caseId, Guid involvementId, CancellationToken cancellationToken)
    {
        if (await db.Parties.FindAsync([involvementId], cancellationToken) is null)
        {
            db.Parties.Add(new CountedParty { InvolvementId = involvementId, CaseId = caseId });
        }
    }

    private static async Task LeaveAsync(ReportingDb db, Guid involvementId, CancellationToken cancellationToken)
    {
        if (await db.Parties.FindAsync([involvementId], cancellationToken) is { } known)
        {
            db.Parties.Remove(known);
        }
    }
}
