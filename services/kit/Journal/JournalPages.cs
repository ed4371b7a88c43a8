using EenPlan.Contracts.Journal;
using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Kit.Journal;

internal static class JournalPages
{
    public const int BatchSize = 64;

    private static readonly Func<ServiceDb, long, int, CancellationToken, Task<List<JournalEvent>>> EventsAfter = Hot.List((ServiceDb db, long after, int limit) =>
        db.Journal.AsNoTracking().Where(row => row.Number > after).OrderBy(row => row.Number).Take(limit)
            .Select(row => new JournalEvent(row.EventId, row.Number!.Value, row.Type, row.CaseId, row.CaseVersion, row.At, row.ActorKind, row.ActorId,
                row.HiddenFromFamily, row.Data, row.TraceParent)));

    /// <summary>Numbered events after a number, in order and without gaps.</summary>
    public static Task<List<JournalEvent>> AfterAsync(ServiceDb db, long after, int limit, CancellationToken cancellationToken) =>
        EventsAfter(db, after, limit, cancellationToken);

    /// <summary>The page that a reader pulls. The head is read first, so that it never promises more than the page's end can show.</summary>
    public static async Task<JournalPage> PageAsync(ServiceDb db, TimeProvider clock, long after, int limit, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var unnumbered = await db.Journal.AnyAsync(row => row.Number == null, cancellationToken);
        var head = await db.JournalHeads.AsNoTracking().SingleAsync(cancellationToken);
        // While rows wait for their number, the page proves nothing about this instant.
        return new JournalPage(head.Epoch, head.Head, unnumbered ? DateTimeOffset.UnixEpoch : at, await AfterAsync(db, after, limit, cancellationToken));
    }
}
