namespace EenPlan.Cases.Agenda;

/// <summary>Something to talk about at the next round table: a finding of the expectation check, or a subject in somebody's own words.</summary>
internal sealed class AgendaItem
{
    public const int LongestSubject = 500;

    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    /// <summary>The finding that it is about; null for an own subject.</summary>
    public string? Finding { get; set; }

    /// <summary>The subject in own words; null for a finding.</summary>
    public string? Subject { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    public required string AddedByKind { get; set; }

    public Guid AddedById { get; set; }

    public DateTimeOffset? DiscussedAt { get; set; }

    public long Version { get; set; } = 1;
}
