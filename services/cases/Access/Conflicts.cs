using EenPlan.Cases.Persistence;
using EenPlan.Kit.Api;
using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Access;

/// <summary>Refuses a change made on an older state, and says who was first.</summary>
internal static class Conflicts
{
    /// <param name="about">Id of the item, or the type of event when the case has only one such item.</param>
    public static async Task RequireMatchAsync(this OpenCase open, HttpContext http, long version, string about, CasePeople people, Func<object> current, CancellationToken cancellationToken)
    {
        try
        {
            Versions.RequireMatch(http, version, current);
        }
        catch (ProblemException stale) when (stale.Current is not null)
        {
            var last = await LastChangeAsync(open, about, cancellationToken);
            throw new ProblemException(stale.Status, stale.Code, stale.Message)
            {
                Current = stale.Current, ChangedAt = last?.At, ChangedBy = last is null ? null : people.NameOf(last.ActorKind, last.ActorId),
            };
        }
    }

    private static Task<JournalEntry?> LastChangeAsync(OpenCase open, string about, CancellationToken cancellationToken)
    {
        var family = open.Level == Kit.Access.AccessLevel.Family;
        return open.Db.Journal.AsNoTracking()
            .Where(row => row.CaseId == open.Id && !(family && row.HiddenFromFamily) && (row.Type == about || row.Data.Contains(about)))
            .OrderByDescending(row => row.CaseVersion).ThenByDescending(row => row.Ordinal).FirstOrDefaultAsync(cancellationToken);
    }
}
