using EenPlan.Cases.Cases;
using EenPlan.Cases.Households;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Persistence;
using EenPlan.Cases.Plans;
using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Expectations;

/// <summary>Reads what the check looks at, as it stands now: a change shows in the next answer.</summary>
internal static class FactsReading
{
    private static readonly Func<CasesDb, Guid, CancellationToken, Task<Case>> CaseOf = Hot.One((CasesDb db, Guid caseId, CancellationToken _) =>
        db.Cases.AsNoTracking().Single(row => row.Id == caseId));

    private static readonly Func<CasesDb, Guid, CancellationToken, Task<FamilyPlan>> PlanOf = Hot.One((CasesDb db, Guid caseId, CancellationToken _) =>
        db.Plans.AsNoTracking().Single(row => row.CaseId == caseId));

    private static readonly Func<CasesDb, Guid, CancellationToken, Task<List<HouseholdMember>>> HouseholdOf = Hot.List((CasesDb db, Guid caseId) =>
        db.Household.AsNoTracking().Where(row => row.CaseId == caseId).OrderBy(row => row.Rank));

    private static readonly Func<CasesDb, Guid, CancellationToken, Task<List<Involvement>>> InvolvementsOf = Hot.List((CasesDb db, Guid caseId) =>
        db.Involvements.AsNoTracking().Where(row => row.CaseId == caseId && row.Status != InvolvementStatus.Refused).OrderBy(row => row.InvitedAt));

    private static readonly Func<CasesDb, Guid, CancellationToken, Task<List<Goal>>> GoalsOf = Hot.List((CasesDb db, Guid caseId) =>
        db.Goals.AsNoTracking().Where(row => row.CaseId == caseId).OrderBy(row => row.Rank));

    private static readonly Func<CasesDb, Guid, CancellationToken, Task<List<PlanAction>>> ActionsOf = Hot.List((CasesDb db, Guid caseId) =>
        db.Actions.AsNoTracking().Where(row => row.CaseId == caseId).OrderBy(row => row.Rank));

    private static readonly Func<CasesDb, Guid, CancellationToken, Task<List<Agreement>>> AgreementsOf = Hot.List((CasesDb db, Guid caseId) =>
        db.Agreements.AsNoTracking().Where(row => row.CaseId == caseId).OrderBy(row => row.MadeAt));

    private static readonly Func<CasesDb, Guid, CancellationToken, Task<NetworkCopy?>> NetworkOf = Hot.One((CasesDb db, Guid caseId, CancellationToken _) =>
        db.Networks.AsNoTracking().SingleOrDefault(row => row.CaseId == caseId));

    public static async Task<CaseFacts> ReadAsync(CasesDb db, Guid caseId, DateOnly today, CancellationToken cancellationToken)
    {
        var opened = await CaseOf(db, caseId, cancellationToken);
        return new CaseFacts(
            today, opened.ClosedAt is not null, opened.CoordinatorInvolvementId, await PlanOf(db, caseId, cancellationToken), await HouseholdOf(db, caseId, cancellationToken),
            await InvolvementsOf(db, caseId, cancellationToken), await GoalsOf(db, caseId, cancellationToken), await ActionsOf(db, caseId, cancellationToken),
            await AgreementsOf(db, caseId, cancellationToken), await NetworkOf(db, caseId, cancellationToken));
    }
}
