using EenPlan.Contracts.Journal;
using EenPlan.Kit.Data;
using EenPlan.Kit.Operations;
using EenPlan.Subscriptions.Persistence;
using EenPlan.Subscriptions.Updates;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Consumers;

/// <summary>
/// Hints for screens that are open, by the same rule for who may hear what as news; also for whoever did it, because that person may have a second screen. They carry no item.
/// </summary>
internal static class QuietHints
{
    private static readonly Func<SubscriptionsDb, Guid, CancellationToken, Task<bool>> IsWritten = Hot.One((SubscriptionsDb db, Guid eventId, CancellationToken _) =>
        db.Updates.Any(row => row.EventId == eventId));

    public static async Task WriteAsync(SubscriptionsDb db, JournalEvent header, string kind, CancellationToken cancellationToken)
    {
        using var span = Spans.Start("quiet hints write", SubscriptionsService.Name);
        var caseId = header.CaseId ?? throw new InvalidOperationException("An event of a network names no case.");
        // Of a row of changes that are read together one hint is enough: it arrives after all of them, and says only that there is something to read.
        if (IsWaiting(db, caseId, kind) || await IsWritten(db, header.Id, cancellationToken))
        {
            return;
        }

        var hearing = (await Teller.HoldersOf(db, caseId, cancellationToken)).Where(holder => Audience.MayHear(holder, new Telling(kind), header.HiddenFromFamily)).ToList();
        var known = await Teller.RecipientsOf(db, [.. hearing.Select(holder => holder.HolderId)], cancellationToken);
        foreach (var holder in hearing)
        {
            var recipient = known.Find(row => row.HolderKind == holder.HolderKind && row.HolderId == holder.HolderId)
                ?? await db.RecipientAsync(holder.HolderKind, holder.HolderId, cancellationToken);
            db.Updates.Add(new Update
            {
                HolderKind = holder.HolderKind,
                HolderId = holder.HolderId,
                Number = ++recipient.LastNumber,
                EventId = header.Id,
                CaseId = caseId,
                Kind = kind,
                At = header.At,
                ReadAt = header.At,
                Quiet = true,
                TraceParent = Spans.Kept,
            });
        }
    }

    private static bool IsWaiting(SubscriptionsDb db, Guid caseId, string kind) =>
        db.ChangeTracker.Entries<Update>().Any(row => row.State == EntityState.Added && row.Entity.CaseId == caseId && row.Entity.Kind == kind);
}
