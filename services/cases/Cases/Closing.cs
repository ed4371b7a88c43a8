namespace EenPlan.Cases.Cases;

/// <summary>One time that a case was closed, and how it was opened again if it was.</summary>
internal sealed class Closing
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public DateTimeOffset ClosedAt { get; set; }

    public Guid ClosedBy { get; set; }

    public required string EndReason { get; set; }

    /// <summary>What the family and everybody who takes part in the plan read about it.</summary>
    public string? Words { get; set; }

    public DateTimeOffset? ReopenedAt { get; set; }

    public Guid? ReopenedBy { get; set; }

    /// <summary>Why it was opened again.</summary>
    public string? ReopeningWords { get; set; }
}
