using EenPlan.Kit.Api;

namespace EenPlan.Cases.Access;

/// <summary>Hiding an item as part of a change: only for who may, and only when it is asked for.</summary>
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
}
