namespace EenPlan.Cases.Plans;

/// <summary>Family and team looked back at the plan. It is never changed afterwards.</summary>
internal sealed class Evaluation
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public DateOnly HeldOn { get; set; }

    /// <summary>The evaluation date that stood in the plan; null when there was none.</summary>
    public DateOnly? PlannedFor { get; set; }

    public DateOnly? NextDate { get; set; }

    /// <summary>What they learned; the family reads it.</summary>
    public string? Words { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public Guid RecordedBy { get; set; }
}
