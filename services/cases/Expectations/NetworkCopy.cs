using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Network;
using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Expectations;

/// <summary>How many people stand around a family, from what the network service tells: counts and codes, never who.</summary>
internal sealed class NetworkCopy
{
    public Guid CaseId { get; set; }

    /// <summary>Of the network; an older one that comes later is ignored.</summary>
    public long Version { get; set; }

    public int People { get; set; }

    public int OutsideHelp { get; set; }

    public int InTouch { get; set; }

    public List<string> Domains { get; set; } = [];

    public static void Keep(JournalHandlers<CasesDb> handlers) => handlers
        .On<NetworkChanged>(async (db, changed, _, cancellationToken) =>
        {
            var row = await db.Networks.FindAsync([changed.CaseId], cancellationToken) ?? db.Networks.Add(new NetworkCopy { CaseId = changed.CaseId }).Entity;
            if (changed.Version > row.Version)
            {
                (row.Version, row.People, row.OutsideHelp, row.InTouch, row.Domains) = (changed.Version, changed.People, changed.OutsideHelp, changed.InTouch, [.. changed.Domains]);
            }
        })
        .Reset((db, cancellationToken) => db.Networks.ExecuteDeleteAsync(cancellationToken));
}
