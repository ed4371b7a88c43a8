using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Involvements;

/// <summary>Reads one involvement for one caller.</summary>
internal sealed class InvolvementReading(CasesDb db, CaseWork work, People people)
{
    public async Task<InvolvementView> ReadAsync(Guid caseId, Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var level = await work.RequireAsync(caseId, caller, cancellationToken);
        var row = await db.Involvements.AsNoTracking().Where(item => item.CaseId == caseId && item.Id == id && item.Status != InvolvementStatus.Refused)
            .VisibleTo(level, work.Today).SingleOrDefaultAsync(cancellationToken) ?? throw Problem.NotFound();
        return await ViewAsync(row, level, caller, cancellationToken);
    }

    public async Task<InvolvementView> ViewAsync(Involvement row, string level, Caller caller, CancellationToken cancellationToken)
    {
        var coordinator = await db.Cases.AsNoTracking().Where(item => item.Id == row.CaseId).Select(item => item.CoordinatorInvolvementId).SingleAsync(cancellationToken);
        var names = await people.LoadAsync(row.StandInId is { } standIn ? [row.ProfessionalId, standIn] : [row.ProfessionalId], cancellationToken);
        var concealed = await HiddenItems.CardsAsync(db, row.CaseId, level, work.Today, cancellationToken);
        return InvolvementView.Of(row, names, coordinator, work.Today, level, row.ProfessionalId == caller.Id ? row.Id : null, concealed);
    }
}
