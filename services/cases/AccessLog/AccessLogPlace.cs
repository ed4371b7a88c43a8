using System.Globalization;
using EenPlan.Kit.Api;

namespace EenPlan.Cases.AccessLog;

/// <summary>
/// How far somebody has read in each store, in the order of <see cref="Sources"/>. A store that did not answer stays left out until reading starts
/// anew, so that later pages never bring what belongs above earlier ones.
/// </summary>
internal sealed record AccessLogPlace(IReadOnlyList<long?> Before)
{
    /// <summary>The services that hold something of a case. What others do, they do for cases or without knowing any.</summary>
    public static readonly string[] Sources = ["cases", "network", "subscriptions"];

    private const string LeftOut = "-";

    public static AccessLogPlace Top => new([.. Sources.Select(_ => (long?)long.MaxValue)]);

    public static AccessLogPlace Parse(string? after)
    {
        if (string.IsNullOrEmpty(after))
        {
            return Top;
        }

        var parts = after.Split(',');
        var places = parts.Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null).ToList();
        return places.Count == Sources.Length && places[0] is not null && parts.Zip(places).All(part => part.Second is not null || part.First == LeftOut) ? new AccessLogPlace(places)
            : throw Paging.UnknownCursor();
    }

    public override string ToString() => string.Join(',', Before.Select(number => number?.ToString(CultureInfo.InvariantCulture) ?? LeftOut));
}
