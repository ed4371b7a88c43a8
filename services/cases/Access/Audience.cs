using System.Linq.Expressions;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using LinqKit;

namespace EenPlan.Cases.Access;

/// <summary>An item that may be hidden from the family for a while, with ground and reason.</summary>
internal interface IHideable
{
    DateOnly? HiddenUntil { get; set; }

    string? HiddenGround { get; set; }

    string? HiddenReason { get; set; }
}

/// <summary>Why and until when an item is hidden from the family.</summary>
/// <param name="Ground">Code of the legal ground; null for who is only informed.</param>
/// <param name="Reason">Why, in words; null for who is only informed.</param>
/// <param name="Until">Last day that it stays hidden; afterwards the family sees it.</param>
public sealed record HiddenFromFamily(string? Ground, string? Reason, DateOnly Until);

/// <summary>The rule of what the family may see of an item; default is everything.</summary>
internal static class Audience
{
    /// <summary>Items this level may see, as part of a query.</summary>
    [Expandable(nameof(Visible))]
    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> items, string level, DateOnly today)
        where T : class, IHideable => Rule<T>.Apply(items, level, today);

    private static Expression<Func<IQueryable<T>, string, DateOnly, IQueryable<T>>> Visible<T>()
        where T : class, IHideable =>
        (items, level, today) => items.Where(item => level != AccessLevel.Family || item.HiddenUntil == null || item.HiddenUntil < today);

    public static bool IsHidden(this IHideable item, DateOnly today) => IsHidden(item.HiddenUntil, today);

    public static bool IsHidden(DateOnly? until, DateOnly today) => until >= today;

    /// <summary>That it is hidden, for who works with the family; who is only informed must not talk of it either, but has no part in why.</summary>
    public static HiddenFromFamily? Hiding(this IHideable item, DateOnly today, string level) => level switch
    {
        _ when level == AccessLevel.Family || !item.IsHidden(today) => null,
        AccessLevel.InformationOnly => new HiddenFromFamily(null, null, item.HiddenUntil!.Value),
        _ => new HiddenFromFamily(item.HiddenGround, item.HiddenReason, item.HiddenUntil!.Value),
    };

    /// <summary>Reads <c>hiddenFromFamily</c> from a change: hiding needs a ground, a reason and an end date; null shows it again.</summary>
    public static void ReadHiding(this Input input, IHideable item, IReadOnlyCollection<string> grounds, DateOnly today)
    {
        if (!input.Has("hiddenFromFamily"))
        {
            return;
        }

        if (input.Object("hiddenFromFamily") is not { } hiding)
        {
            (item.HiddenUntil, item.HiddenGround, item.HiddenReason) = (null, null, null);
            return;
        }

        item.HiddenGround = hiding.Code("ground", grounds, required: true);
        item.HiddenReason = hiding.Text("reason", required: true, max: 1000);
        item.HiddenUntil = hiding.Date("until", required: true);
        if (item.HiddenUntil < today || item.HiddenUntil > today.AddYears(1))
        {
            hiding.Fail("until", "out-of-range", "Choose an end date from today up to a year from now.");
        }

        hiding.Close();
    }

    private static class Rule<T>
        where T : class, IHideable
    {
        public static readonly Func<IQueryable<T>, string, DateOnly, IQueryable<T>> Apply = Visible<T>().Compile();
    }
}
