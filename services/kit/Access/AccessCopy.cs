using EenPlan.Contracts.Cases;
using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Kit.Access;

/// <summary>Keeps a service's copy of who may see which case, from events or from a direct answer of cases; the newest version wins.</summary>
public static class AccessCopy
{
    /// <summary>Adds the handlers that keep the copy.</summary>
    public static JournalHandlers<TDb> KeepAccessCopy<TDb>(this JournalHandlers<TDb> handlers)
        where TDb : ServiceDb =>
        handlers.On<CaseAccessChanged>((db, changed, _, cancellationToken) => ApplyAsync(db, changed, cancellationToken));

    /// <summary>Applies one state; false when the copy already knew it or knows better.</summary>
    public static async Task<bool> ApplyAsync(ServiceDb db, CaseAccessChanged changed, CancellationToken cancellationToken)
    {
        var row = await db.CaseAccess.FindAsync([changed.CaseId, changed.HolderKind, changed.HolderId], cancellationToken);
        if (row is null)
        {
            db.CaseAccess.Add(new CaseAccess
            {
                CaseId = changed.CaseId,
                HolderKind = changed.HolderKind,
                HolderId = changed.HolderId,
                OrganisationId = changed.OrganisationId,
                Level = changed.Level,
                Version = changed.Version,
            });
            return true;
        }

        if (row.Version >= changed.Version)
        {
            return false;
        }

        (row.OrganisationId, row.Level, row.Version) = (changed.OrganisationId, changed.Level, changed.Version);
        return true;
    }
}
