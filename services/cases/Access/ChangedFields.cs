using System.Text.Json;
using EenPlan.Cases.Persistence;

namespace EenPlan.Cases.Access;

/// <summary>What a change really changed: a field sent with the value it had is no change, makes no version and tells nobody.</summary>
internal static class ChangedFields
{
    public const string Hiding = "hiddenFromFamily";

    /// <summary>Names as the interface has them.</summary>
    public static List<string> Of(CasesDb db, object item) =>
    [
        .. db.Entry(item).Properties.Where(property => property.IsModified)
            .Select(property => property.Metadata.Name.StartsWith("Hidden", StringComparison.Ordinal) ? Hiding : JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name))
            .Distinct(),
    ];

    /// <summary>What may be told about it: that an item is no longer hidden says that it once was.</summary>
    public static IReadOnlyList<string> Tellable(IEnumerable<string> fields, bool hiddenNow) => [.. fields.Where(field => hiddenNow || field != Hiding)];
}
