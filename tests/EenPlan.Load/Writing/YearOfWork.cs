using EenPlan.Kit;
using EenPlan.Load.Region;

namespace EenPlan.Load.Writing;

/// <summary>
/// Families that came in over a year and a half in municipalities of very different sizes, and whose plans went on beside each other: something to count for the region, with months that are full and
/// places that are small.
/// </summary>
internal sealed class YearOfWork(int plans, FamilyWriter writer, IReadOnlyList<string> municipalities, Dice dice)
{
    /// <summary>How long people have worked.</summary>
    public static readonly TimeSpan History = TimeSpan.FromDays(540);

    /// <summary>From opening a case until the plan is there at most.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromDays(80);
    private const double IncompleteCards = 0.25;
    private static readonly int[] Sizes = [30, 25, 18, 14, 11, 2];

    public IReadOnlyList<(FamilyScript Script, CaseRows Rows)> Write(Staff staff, Ids ids, Numbers numbers, DateTimeOffset begin)
    {
        var end = begin + History;
        var rosters = staff.Neighbourhoods.Select((neighbourhood, index) => new Roster(neighbourhood, dice.For(1000 + index))).ToList();
        List<(FamilyScript Script, CaseRows Rows)> families = [.. Enumerable.Range(0, plans).Select(Family)];
        TimeOrder.Arrange([.. families.Select(family => family.Rows)]);
        return families;

        (FamilyScript Script, CaseRows Rows) Family(int number)
        {
            var (own, place) = (dice.For(1_000_000 + number), number % rosters.Count);
            var start = begin + ((History - LongestStart) * ((number + own.Share()) / plans));
            var written = writer.Write(number, rosters[place], own.For(1));
            var script = written with
            {
                // The list of people to sign in as names those of the demo, not this whole region.
                AccountPrefix = "region-family-",
                Helpers = [.. written.Helpers.Select(helper => own.Happens(IncompleteCards) ? helper with { Card = helper.Card with { ContactMeWhen = null } } : helper)], Municipality = municipalities[own.ByWeight(Sizes) % municipalities.Count], EvaluationDate = Calendar.DayOf(start).AddDays(60 + own.Below(60)),
            };
            var afterwards = own.For(2);
            return (script, FamilyHistory.Write(script, ids, numbers, start, TimeSpan.FromHours(10 + (own.Share() * 14)), (rows, ledger) =>
                new ProgressHistory(script, rows, ledger, staff.Neighbourhoods[place], afterwards).WriteUntil(end)));
        }
    }
}
