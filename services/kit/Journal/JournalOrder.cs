namespace EenPlan.Kit.Journal;

internal static class JournalOrder
{
    /// <summary>
    /// Order in which committed rows get their numbers. The order of writing is kept, except that inside one case the order of its commits wins:
    /// on SQL Server a later commit of a case can hold a lower identity value.
    /// </summary>
    public static IReadOnlyList<JournalEntry> Arrange(IReadOnlyList<JournalEntry> bySeq)
    {
        var perCase = bySeq.Where(row => row.CaseId is not null)
            .GroupBy(row => row.CaseId!.Value)
            .ToDictionary(group => group.Key, group => new Queue<JournalEntry>(group.OrderBy(row => row.CaseVersion).ThenBy(row => row.Ordinal)));
        return [.. bySeq.Select(row => row.CaseId is { } id ? perCase[id].Dequeue() : row)];
    }
}
