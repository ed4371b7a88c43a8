using EenPlan.Cases.Access;
using EenPlan.Cases.Expectations.Rules;

namespace EenPlan.Cases.Expectations;

/// <summary>
/// Compares what people give, want and do, and says what was never said aloud. Everything follows from the facts of the case at that moment: nothing is stored, learned or weighed.
/// </summary>
internal static class ExpectationCheck
{
    /// <summary>Everything there is to find, what concerns the whole case first.</summary>
    public static IReadOnlyList<Finding> All(CaseFacts facts) => facts.Closed ? [] :
        [.. PlanRules.Find(facts), .. CardRules.Find(facts), .. InformationRules.Find(facts), .. ContactRules.Find(facts), .. FamilyRules.Find(facts)];

    /// <summary>What one reader may see of it.</summary>
    public static IReadOnlyList<Finding> For(CaseFacts facts, Viewer viewer) =>
        viewer.IsFamily ? ForFamily(facts) : viewer.SeesOnlyCore ? [.. All(facts).Select(finding => OfOwnCard(finding, viewer.InvolvementId)).OfType<Finding>()] : All(facts);

    /// <summary>
    /// From what the family may see, so that nothing hidden is named; and only what is true when all is known, so that something hidden does not seem to be missing:
    /// the same sentence, about the persons that it is true of.
    /// </summary>
    private static List<Finding> ForFamily(CaseFacts facts)
    {
        var all = All(facts).ToDictionary(finding => finding.Id);
        return
        [
            .. from seen in All(facts.SeenByFamily())
               where all.TryGetValue(seen.Id, out var whole) && (seen.Members.Count == 0 || whole.Says.Code == seen.Says.Code)
               let shown = seen.Only(all[seen.Id].Members)
               where shown is not null
               select shown with { Whole = all[seen.Id].Version },
        ];
    }

    /// <summary>Who is informed only reads what the own card asks or lacks, and not what others tell each other.</summary>
    private static Finding? OfOwnCard(Finding finding, Guid? own) => finding.Kind switch
    {
        // About two cards alike.
        ContactRules.Differs when finding.Cards.Any(card => card == own) => WithoutWhatOthersTell(finding),
        // About the first card.
        InformationRules.Unmet or InformationRules.Partly or ContactRules.OneSided or ContactRules.NoChannel or CardRules.PeriodOver or CardRules.Empty or PlanRules.OutsideDomains
            when finding.Cards[0] == own => WithoutWhatOthersTell(finding),
        _ => null,
    };

    private static Finding WithoutWhatOthersTell(Finding finding) =>
        finding with { Whole = finding.Version, Facts = [.. finding.Facts.Where(fact => fact.Says.Code != InformationRules.ToldInPart)] };
}
