using EenPlan.Contracts.Journal;
using EenPlan.Kit.Access;
using EenPlan.Kit.Data;
using EenPlan.Kit.Operations;
using EenPlan.Subscriptions.Feed;
using EenPlan.Subscriptions.Organisations;
using EenPlan.Subscriptions.Persistence;
using EenPlan.Subscriptions.Updates;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Consumers;

/// <summary>Writes one event for everybody who may hear it; runs in the transaction of the reader's watermark.</summary>
internal static class Teller
{
    internal static readonly Func<SubscriptionsDb, Guid, CancellationToken, Task<List<CaseAccess>>> HoldersOf = Hot.List((SubscriptionsDb db, Guid caseId) =>
        db.CaseAccess.AsNoTracking().Where(row => row.CaseId == caseId && row.Level != null));

    private static readonly Func<SubscriptionsDb, Guid, CancellationToken, Task<List<Told>>> ToldOf = Hot.List((SubscriptionsDb db, Guid eventId) =>
        db.Updates.AsNoTracking().Where(row => row.EventId == eventId).Select(row => new Told(row.HolderKind, row.HolderId)));

    internal static readonly Func<SubscriptionsDb, List<Guid>, CancellationToken, Task<List<Recipient>>> RecipientsOf = Hot.List((SubscriptionsDb db, List<Guid> ids) =>
        db.Recipients.Where(row => ids.Contains(row.HolderId)));

    private static readonly Func<SubscriptionsDb, Guid, CancellationToken, Task<List<Guid>>> OnFeedsOf = Hot.List((SubscriptionsDb db, Guid eventId) =>
        db.FeedRows.AsNoTracking().Where(row => row.EventId == eventId).Select(row => row.OrganisationId));

    private static readonly Func<SubscriptionsDb, List<Guid>, CancellationToken, Task<List<OrganisationSubscription>>> SubscriptionsOf = Hot.List((SubscriptionsDb db, List<Guid> ids) =>
        db.Organisations.AsNoTracking().Where(row => ids.Contains(row.OrganisationId)));

    private sealed record Told(string HolderKind, Guid HolderId);

    public static async Task TellAsync(SubscriptionsDb db, Telling telling, JournalEvent header, CancellationToken cancellationToken)
    {
        var caseId = header.CaseId ?? throw new InvalidOperationException("An event that tells of a case names no case.");
        var holders = await HoldersOf(db, caseId, cancellationToken);
        await TellPeopleAsync(db, telling, header, holders, cancellationToken);
        await TellOrganisationsAsync(db, telling, header, holders, cancellationToken);
    }

    public static async Task<Recipient> RecipientAsync(this SubscriptionsDb db, string kind, Guid id, CancellationToken cancellationToken) =>
        await db.Recipients.FindAsync([kind, id], cancellationToken) ?? db.Recipients.Add(new Recipient { HolderKind = kind, HolderId = id }).Entity;

    private static async Task TellPeopleAsync(SubscriptionsDb db, Telling telling, JournalEvent header, List<CaseAccess> holders, CancellationToken cancellationToken)
    {
        using var span = Spans.Start("updates write", SubscriptionsService.Name);
        var told = (await ToldOf(db, header.Id, cancellationToken)).ToHashSet();
        // Nobody is told of their own work.
        var hearing = holders.Where(holder => (holder.HolderKind, holder.HolderId) != (header.ActorKind, header.ActorId)
            && Audience.MayHear(holder, telling, header.HiddenFromFamily) && !told.Contains(new Told(holder.HolderKind, holder.HolderId))).ToList();
        var known = await RecipientsOf(db, [.. hearing.Select(holder => holder.HolderId)], cancellationToken);
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
        var told = await OnFeedsOf(db, header.Id, cancellationToken);
        var subscriptions = await SubscriptionsOf(db, involved, cancellationToken);
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
