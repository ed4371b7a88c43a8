using EenPlan.Kit.Access;
using EenPlan.Kit.Identity;

namespace EenPlan.Subscriptions.Updates;

/// <summary>The one rule for who hears what of a case, by the access that holds after the commit of the event.</summary>
internal static class Audience
{
    private static readonly string Family = nameof(CallerKind.Family).ToLowerInvariant();
    private static readonly string Professional = nameof(CallerKind.Professional).ToLowerInvariant();

    /// <summary>True when this holder may hear it.</summary>
    public static bool MayHear(CaseAccess holder, Telling telling, bool hiddenFromFamily) => holder switch
    {
        { Level: null } => false,
        { HolderKind: var kind } when kind == Family => !hiddenFromFamily && telling.OnlyTo is null,
        _ => MayHear(holder, telling.Kind, telling.OnlyTo),
    };

    /// <summary>True when an organisation may hear it because of this professional of theirs.</summary>
    public static bool MayHear(CaseAccess holder, string kind, IReadOnlyList<Guid>? onlyTo) =>
        holder.Level is not null && holder.HolderKind == Professional
        && (holder.Level != AccessLevel.InformationOnly || UpdateKinds.Core.Contains(kind))
        && (onlyTo is null || onlyTo.Contains(holder.HolderId));
}
