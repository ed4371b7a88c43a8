namespace EenPlan.Gateway.AwayFromHost;

/// <summary>A row of the list that a host gives of one organisation.</summary>
internal sealed record ListedCase(Guid ProfessionalId, Guid CaseId, string Reference, string Level, int Unread);

/// <summary>The list, and up to where on the organisation's feed it holds.</summary>
internal sealed record CaseList(Guid FeedEpoch, long FeedNumber, IReadOnlyList<ListedCase> Items);

/// <summary>What is different between what we hold and what the host says now.</summary>
/// <param name="New">Rows that we do not have.</param>
/// <param name="Changed">Rows that we have with something else in them.</param>
/// <param name="Gone">Rows that we hold and may not hold any more.</param>
internal sealed record CaseListChanges(IReadOnlyList<ListedCase> New, IReadOnlyList<(HeldCase Held, ListedCase Now)> Changed, IReadOnlyList<HeldCase> Gone)
{
    public static CaseListChanges Between(IReadOnlyCollection<HeldCase> held, IEnumerable<ListedCase> listed)
    {
        var before = held.ToDictionary(row => (row.ProfessionalId, row.CaseId));
        var now = listed.DistinctBy(row => (row.ProfessionalId, row.CaseId)).ToDictionary(row => (row.ProfessionalId, row.CaseId));
        return new CaseListChanges(
            [.. now.Where(row => !before.ContainsKey(row.Key)).Select(row => row.Value)],
            [.. now.Where(row => before.TryGetValue(row.Key, out var known) && IsOther(known, row.Value)).Select(row => (before[row.Key], row.Value))],
            [.. held.Where(row => !now.ContainsKey((row.ProfessionalId, row.CaseId)))]);
    }

    private static bool IsOther(HeldCase held, ListedCase now) => held.Reference != now.Reference || held.Level != now.Level || held.Unread != now.Unread;
}

/// <summary>A part of the list as it goes between nodes; pages belong together when their mark is the same.</summary>
/// <param name="FeedEpoch">Epoch of the organisation's feed.</param>
/// <param name="FeedNumber">Up to where on that feed this holds.</param>
/// <param name="Total">Rows in the whole list.</param>
/// <param name="Mark">Changes when somebody comes or goes.</param>
/// <param name="Items">The rows from the one that was asked for on.</param>
internal sealed record CaseListPage(Guid FeedEpoch, long FeedNumber, int Total, string Mark, IReadOnlyList<ListedCase> Items);
