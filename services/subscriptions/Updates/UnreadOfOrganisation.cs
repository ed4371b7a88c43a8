using EenPlan.Kit.Access;
using EenPlan.Kit.Identity;
using EenPlan.Subscriptions.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Updates;

/// <summary>How much is new in a case for one professional.</summary>
internal sealed record UnreadInCase(Guid ProfessionalId, Guid CaseId, int Unread);

/// <summary>What is new for the people of an organisation, and up to where on its feed this holds.</summary>
internal sealed record OrganisationUnread(Guid FeedEpoch, long FeedHead, IReadOnlyList<UnreadInCase> Items);

/// <summary>Counts for an organisation that keeps a list of its own; asked by the gateway, which hands it to the node of that organisation.</summary>
internal static class UnreadOfOrganisation
{
    public static void MapUnreadOfOrganisation(this RouteGroupBuilder system) => system.MapGet("/unread", CountAsync).ForServices("gateway");

    private static async Task<OrganisationUnread> CountAsync(Guid organisationId, SubscriptionsDb db, CaseGate<SubscriptionsDb> gate, CancellationToken cancellationToken)
    {
        await gate.RefreshOrganisationAsync(organisationId, cancellationToken);
        // Before counting: what comes in between is counted, and told on the feed again.
        var head = await db.Feeds.AsNoTracking().Where(row => row.OrganisationId == organisationId).Select(row => row.Head).SingleOrDefaultAsync(cancellationToken);
        var epoch = await db.JournalHeads.AsNoTracking().Select(row => row.Epoch).SingleAsync(cancellationToken);
        var items = await db.UnreadOf(organisationId).ToListAsync(cancellationToken);
        return new OrganisationUnread(epoch, head, items.FindAll(item => item.Unread > 0));
    }
}
