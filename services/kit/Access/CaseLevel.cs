using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Kit.Access;

/// <summary>The question that every request about a case begins with, in cases and in every service with a copy of the access table.</summary>
public static class CaseLevel<TDb>
    where TDb : ServiceDb
{
    private static readonly Func<TDb, Guid, string, Guid, CancellationToken, Task<string?>> Question = Hot.One((TDb db, Guid caseId, string kind, Guid id, CancellationToken _) =>
        db.CaseAccess.AsNoTracking().HeldBy(kind, id).Where(row => row.CaseId == caseId).Select(row => row.Level).FirstOrDefault());

    /// <summary>The caller's level on the case; null when there is none.</summary>
    public static Task<string?> OfAsync(TDb db, Guid caseId, Caller caller, CancellationToken cancellationToken) => Question(db, caseId, caller.HolderKind, caller.Id, cancellationToken);
}
