using System.Text.Json;
using EenPlan.Cases.Cases;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Persistence;

namespace EenPlan.Cases.Access;

/// <summary>What a change really changed: a field sent with the value it had is no change, makes no version and tells nobody.</summary>
internal static class ChangedFields
{
    public const string Hiding = "hiddenFromFamily";

    // Follows from what else is on the card; nobody sends it.
    private const string Follows = nameof(Involvement.CardComplete);

    /// <summary>Names as the interface has them.</summary>
    public static List<string> Of(CasesDb db, object item) =>
    [
        .. db.Entry(item).Properties.Where(property => property.IsModified && property.Metadata.Name != Follows)
            .Select(property => NameOf(property.Metadata.Name)).Distinct(),
    ];

    private static string NameOf(string property) => property switch
    {
        _ when property.StartsWith("Hidden", StringComparison.Ordinal) => Hiding,
        nameof(Involvement.PeriodUntil) or nameof(Involvement.PeriodText) => "period",
        nameof(Case.LegalGroundMotivation) => "legalGround",
        _ => JsonNamingPolicy.CamelCase.ConvertName(property),
    };

    /// <summary>What may be told about it: that an item is no longer hidden says that it once was.</summary>
    public static IReadOnlyList<string> Tellable(IEnumerable<string> fields, bool hiddenNow) => [.. fields.Where(field => hiddenNow || field != Hiding)];
}
