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
            await db.Counts.ExecuteDeleteAsync(cancellationToken);
        });

    private static async Task PlaceAsync(ReportingDb db, Guid caseId, string municipality, CancellationToken cancellationToken)
    {
        var known = await db.Cases.FindAsync([caseId], cancellationToken);
        if (known?.Municipality == municipality)
        {
            return;
        }

        var parties = await db.Parties.CountAsync(row => row.CaseId == caseId, cancellationToken);
        if (known is null)
        {
            db.Cases.Add(new CountedCase { CaseId = caseId, Municipality = municipality });
        }
        else
        {
            await AddAsync(db, known.Municipality, -1, -parties, cancellationToken);
            known.Municipality = municipality;
        }

        await AddAsync(db, municipality, 1, parties, cancellationToken);
    }

    private static async Task JoinAsync(ReportingDb db, Guid caseId, Guid involvementId, CancellationToken cancellationToken)
    {
        if (await db.Parties.FindAsync([involvementId], cancellationToken) is null)
        {
            db.Parties.Add(new CountedParty { InvolvementId = involvementId, CaseId = caseId });
            await CountPartyAsync(db, caseId, 1, cancellationToken);
        }
    }

    private static async Task LeaveAsync(ReportingDb db, Guid involvementId, CancellationToken cancellationToken)
    {
        if (await db.Parties.FindAsync([involvementId], cancellationToken) is { } known)
        {
            db.Parties.Remove(known);
            await CountPartyAsync(db, known.CaseId, -1, cancellationToken);
        }
    }

    /// <summary>A party of a case whose opening was not read yet is counted when it is.</summary>
    private static async Task CountPartyAsync(ReportingDb db, Guid caseId, int difference, CancellationToken cancellationToken)
    {
        if (await db.Cases.FindAsync([caseId], cancellationToken) is { } known)
        {
            await AddAsync(db, known.Municipality, 0, difference, cancellationToken);
        }
    }

    private static async Task AddAsync(ReportingDb db, string municipality, int cases, int parties, CancellationToken cancellationToken)
    {
        var count = await db.Counts.FindAsync([municipality], cancellationToken) ?? db.Counts.Add(new MunicipalityCount { Municipality = municipality }).Entity;
        count.Cases += cases;
        count.Parties += parties;
    }
}
