using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Identity;
using EenPlan.Network.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Network.Cooperation;

/// <summary>
/// Who may see and give views of working together: professionals who take part. Not the family and not who is only kept informed: a view is said to the team, about the team.
/// It stands as long as both sides take part, because it is about now.
/// </summary>
internal sealed class CooperationAccess(CaseGate<NetworkDb> gate, NetworkDb db, AuditNote note)
{
    /// <summary>Lets the caller through or answers that there is nothing; call it outside a transaction.</summary>
    public async Task RequireAsync(Guid caseId, Caller caller, CancellationToken cancellationToken)
    {
        var level = await gate.RequireAsync(caseId, caller, cancellationToken);
        note.Purpose = $"involved:{level}";
        if (level is not (AccessLevel.Intake or AccessLevel.Professional))
        {
            throw Problem.NotFound();
        }
    }

    /// <summary>The views of one case, as far as this caller may see them now.</summary>
    public IQueryable<CooperationView> Of(Guid caseId, Caller caller)
    {
        var (mine, team) = (Open(caseId, caller), Team(caseId));
        return db.Cooperation.Where(view => view.CaseId == caseId && mine.Any(row => row.CaseId == view.CaseId) && team.Any(row => row.HolderId == view.ByProfessionalId)
            && (view.ToKind == CooperationCodes.Family || team.Any(row => row.HolderId == view.ToId)));
    }

    /// <summary>The caller's access rows that open these views.</summary>
    public IQueryable<CaseAccess> Open(Guid caseId, Caller caller) =>
        db.CaseAccess.Of(caller).Where(row => row.CaseId == caseId && (row.Level == AccessLevel.Intake || row.Level == AccessLevel.Professional));

    /// <summary>The professionals who take part in the case now.</summary>
    public IQueryable<CaseAccess> Team(Guid caseId) => db.CaseAccess.Where(row =>
        row.CaseId == caseId && row.HolderKind == CooperationCodes.Professional && (row.Level == AccessLevel.Intake || row.Level == AccessLevel.Professional));
}
