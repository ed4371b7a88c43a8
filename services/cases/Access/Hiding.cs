using EenPlan.Contracts.Cases;
using EenPlan.Kit.Api;

namespace EenPlan.Cases.Access;

/// <summary>Hiding an item as part of a change: only for who may, only when it is asked for, and other services hear of it, because they keep what they told the family before.</summary>
internal static class Hiding
{
    public static void Read(Input input, IHideable item, OpenCase open, IReadOnlyCollection<string> grounds)
    {
        if (!input.Has(ChangedFields.Hiding) || (item.HiddenUntil is null && input.Object(ChangedFields.Hiding) is null))
        {
            return;
        }

        Permissions.Require(open.May.Hide, "Only the coordinator hides something from the family or shows it again.");
        input.ReadHiding(item, grounds, open.Today);
    }

    /// <summary>Tells until when an item is hidden now: by itself, or because what it belongs to is.</summary>
    public static void Tell(OpenCase open, Guid itemId, params IHideable[] hiding)
    {
        if (hiding.Max(item => item.HiddenUntil) is { } until && until >= open.Today)
        {
            open.Record(new ItemHidden(open.Id, itemId, until), hiddenFromFamily: true);
        }
        else
        {
            open.Record(new ItemShown(open.Id, itemId), hiddenFromFamily: true);
        }
    }

    /// <summary>What was hidden when it was taken out stays hidden.</summary>
    public static void TellTakenOut(OpenCase open, Guid itemId, bool hidden)
    {
        if (hidden)
        {
            open.Record(new ItemHidden(open.Id, itemId, null), hiddenFromFamily: true);
        }
    }
}
