using EenPlan.Kit;
using EenPlan.Kit.Access;
using EenPlan.Kit.Identity;
using EenPlan.Subscriptions.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Updates;

/// <summary>The updates of a caller, and of those the ones about what the caller may see now; used by list, count and stream alike.</summary>
internal static class UpdateFilter
{
    public static IQueryable<Update> Of(this IQueryable<Update> updates, Caller caller)
    {
        var kind = caller.KindCode;
        return updates.Where(row => row.HolderKind == kind && row.HolderId == caller.Id);
    }

    /// <summary>What a person reads as news: all that is visible except what is for open screens only.</summary>
    public static IQueryable<Update> NewsFor(this SubscriptionsDb db, Caller caller, DateTimeOffset now) => db.VisibleTo(caller, now).Where(row => !row.Quiet);

    public static IQueryable<Update> VisibleTo(this SubscriptionsDb db, Caller caller, DateTimeOffset now)
    {
        var mine = db.CaseAccess.Of(caller);
        var core = UpdateKinds.Core;
        var visible = db.Updates.AsNoTracking().Of(caller).Where(row =>
            mine.Any(access => access.CaseId == row.CaseId && (access.Level != AccessLevel.InformationOnly || core.Contains(row.Kind))));
        if (caller.Kind != CallerKind.Family)
        {
            return visible;
        }

        var today = Calendar.DayOf(now);
        return visible.Where(row => !db.HiddenItems.Any(hidden => hidden.ItemId == row.ItemId && hidden.Until >= today));
    }

    /// <summary>How much the professionals of an organisation did not read yet and may see now. Counted for each access, so that the database goes from the few to the many.</summary>
    public static IQueryable<UnreadInCase> UnreadOf(this SubscriptionsDb db, Guid organisation)
    {
        var professional = nameof(CallerKind.Professional).ToLowerInvariant();
        var core = UpdateKinds.Core;
        return db.CaseAccess.AsNoTracking().OfOrganisation(organisation).Where(access => access.HolderKind == professional)
            .Select(access => new UnreadInCase(access.HolderId, access.CaseId, db.Updates.Count(row => row.HolderKind == access.HolderKind && row.HolderId == access.HolderId
                && row.ReadAt == null && row.CaseId == access.CaseId && !row.Quiet && (access.Level != AccessLevel.InformationOnly || core.Contains(row.Kind)))));
    }
}
