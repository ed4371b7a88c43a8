namespace EenPlan.Cases.Meetings;

/// <summary>A planned round table.</summary>
internal sealed class Meeting
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public DateTimeOffset StartsAt { get; set; }

    public required string Place { get; set; }

    public string? Purpose { get; set; }

    public long Version { get; set; } = 1;
}
