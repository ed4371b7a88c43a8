using EenPlan.Kit.Audit;
using EenPlan.Kit.Journal;
using EenPlan.Subscriptions.Updates;

namespace EenPlan.Load.Writing;

/// <summary>
/// Puts the histories of families that went on at the same time in the order in which they would have been written: journal and audit lines of all of them by time, and everybody's updates
/// numbered by time.
/// </summary>
internal static class TimeOrder
{
    public static void Arrange(IReadOnlyList<CaseRows> families)
    {
        ArrangeJournal(families.SelectMany(rows => rows.Journal));
        ArrangeJournal(families.SelectMany(rows => rows.NetworkJournal));
        ArrangeUpdates(families);
        ArrangeAudit(families, rows => rows.Audit);
        ArrangeAudit(families, rows => rows.PeopleAudit);
    }

    private static void ArrangeJournal(IEnumerable<JournalEntry> journal)
    {
        var number = 0L;
        foreach (var entry in journal.OrderBy(entry => entry.At).ThenBy(entry => entry.Seq).ToList())
        {
            (entry.Seq, entry.Number) = (++number, number);
        }
    }

    private static void ArrangeUpdates(IReadOnlyList<CaseRows> families)
    {
        foreach (var own in families.SelectMany(rows => rows.Updates).GroupBy(update => (update.HolderKind, update.HolderId)).ToList())
        {
            // Those that would have been forgotten by now are not there and keep the first numbers.
            var numbers = own.Select(update => update.Number).Order().ToList();
            foreach (var (update, number) in own.OrderBy(update => update.At).ThenBy(update => update.Number).ToList().Zip(numbers))
            {
                update.Number = number;
            }
        }
    }

    /// <summary>Lines are chained in the order in which they are written; to which family's rows they belong is nothing to the chain.</summary>
    private static void ArrangeAudit(IReadOnlyList<CaseRows> families, Func<CaseRows, List<AuditLine>> lines)
    {
        var ordered = families.SelectMany(lines).OrderBy(line => line.At).ToList();
        foreach (var rows in families)
        {
            lines(rows).Clear();
        }

        lines(families[0]).AddRange(ordered);
    }
}
