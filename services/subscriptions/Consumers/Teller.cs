using EenPlan.Contracts.Journal;
using EenPlan.Kit.Access;
using EenPlan.Kit.Operations;
using EenPlan.Subscriptions.Feed;
using EenPlan.Subscriptions.Persistence;
using EenPlan.Subscriptions.Updates;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Consumers;

/// <summary>Writes one event for everybody who may hear it; runs in the transaction of the reader's watermark.</summary>
internal static class Teller
{
    public static async Task TellAsync(SubscriptionsDb db, Telling telling, JournalEvent header, CancellationToken cancellationToken)
    {
        var caseId = header.CaseId ?? throw new InvalidOperationException("An event that tells of a case names no case.");
        var holders = await db.CaseAccess.AsNoTracking().Where(row => row.CaseId == caseId && row.Level != null).ToListAsync(cancellationToken);
        await TellPeopleAsync(db, telling, header, holders, cancellationToken);
        await TellOrganisationsAsync(db, telling, header, holders, cancellationToken);
    }

    public static async Task<Recipient> RecipientAsync(this SubscriptionsDb db, string kind, Guid id, CancellationToken cancellationToken)
    {
        var row = await db.Recipients.FindAsync([kind, id], cancellationToken);
        if (row is null)
        {
            row = new Recipient { HolderKind = kind, HolderId = id };
            db.Recipients.Add(row);
        }

        return row;
    }

    private static async Task TellPeopleAsync(SubscriptionsDb db, Telling telling, JournalEvent header, List<CaseAccess> holders, CancellationToken cancellationToken)
    {
        using var span = Spans.Start("updates write", SubscriptionsService.Name);
        var told = await db.Updates.AsNoTracking().Where(row => row.EventId == header.Id).Select(row => new { row.HolderKind, row.HolderId }).ToListAsync(cancellationToken);
        foreach (var holder in holders)
        {
            // Nobody is told of their own work.
            var actor = holder.HolderKind == header.ActorKind && holder.HolderId == header.ActorId;
            if (actor || !Audience.MayHear(holder, telling, header.HiddenFromFamily) || told.Contains(new { holder.HolderKind, holder.HolderId }))
            {
                continue;
            }

            var recipient = await db.RecipientAsync(holder.HolderKind, holder.HolderId, cancellationToken);
            db.Updates.Add(new Update
            {
                HolderKind = holder.HolderKind,
                HolderId = holder.HolderId,
                Number = ++recipient.LastNumber,
                EventId = header.Id,
                CaseId = holder.CaseId,
                Kind = telling.Kind,
                ItemId = telling.ItemId,
                MemberId = telling.MemberId,
                At = header.At,
                TraceParent = Spans.Kept,
            });
        }
    }

    private static async Task TellOrganisationsAsync(SubscriptionsDb db, Telling telling, JournalEvent header, List<CaseAccess> holders, CancellationToken cancellationToken)
    {
        using var span = Spans.Start("feed write", SubscriptionsService.Name);
        var involved = holders.Where(holder => holder.OrganisationId is not null && Audience.MayHear(holder, telling.Kind, telling.OnlyTo))
            .Select(holder => holder.OrganisationId!.Value).Distinct().ToList();
        var told = await db.FeedRows.AsNoTracking().Where(row => row.EventId == header.Id).Select(row => row.OrganisationId).ToListAsync(cancellationToken);
        var subscriptions = await db.Organisations.AsNoTracking().Where(row => involved.Contains(row.OrganisationId)).ToListAsync(cancellationToken);
        foreach (var organisation in subscriptions.Where(row => row.Kinds.Contains(telling.Kind)).Select(row => row.OrganisationId).Except(told))
        {
            var feed = await db.Feeds.FindAsync([organisation], cancellationToken);
            if (feed is null)
            {
                feed = new OrganisationFeed { OrganisationId = organisation };
                db.Feeds.Add(feed);
            }

            db.FeedRows.Add(new FeedRow
            {
                OrganisationId = organisation,
                Number = ++feed.Head,
                EventId = header.Id,
                CaseId = header.CaseId!.Value,
                Kind = telling.Kind,
                ItemId = telling.ItemId,
                OnlyTo = telling.OnlyTo is null ? null : [.. telling.OnlyTo],
                At = header.At,
            });
        }
    }
}
