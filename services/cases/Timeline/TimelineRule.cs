using System.Globalization;
using EenPlan.Cases.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using EenPlan.Kit.Journal;

namespace EenPlan.Cases.Timeline;

/// <summary>Which events of a case one reader sees, as part of the query.</summary>
internal static class TimelineRule
{
    public static IQueryable<JournalEntry> Apply(IQueryable<JournalEntry> entries, Caller caller, Viewer viewer)
    {
        var own = caller.Id.ToString();
        var treatment = TimelineKinds.Treatment;
        entries = entries.Where(row => TimelineKinds.All.Contains(row.Type));
        if (viewer.IsFamily)
        {
            return entries.Where(row => !row.HiddenFromFamily);
        }

        entries = entries.Where(row => row.Type != treatment || row.ActorId == caller.Id || row.Data.Contains(own));
        return viewer.SeesOnlyCore ? entries.Where(row => TimelineKinds.Core.Contains(row.Type) || row.ActorId == caller.Id) : entries;
    }

    /// <summary>Leaves out what is about items that the family must not see today, also from before they were hidden.</summary>
    public static IQueryable<JournalEntry> Without(IQueryable<JournalEntry> entries, IEnumerable<Guid> hidden) =>
        hidden.Select(id => id.ToString()).Aggregate(entries, (rest, id) => rest.Where(row => !row.Data.Contains(id)));
}

/// <summary>A place in the timeline.</summary>
internal readonly record struct TimelineCursor(long CaseVersion, int Ordinal)
{
    public static string Of(JournalEntry row) => string.Create(CultureInfo.InvariantCulture, $"{row.CaseVersion}.{row.Ordinal}");

    public static TimelineCursor? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var parts = text.Split('.');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            ? new TimelineCursor(version, ordinal)
            : throw Paging.UnknownCursor();
    }
}
