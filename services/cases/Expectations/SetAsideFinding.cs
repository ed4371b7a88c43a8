namespace EenPlan.Cases.Expectations;

/// <summary>Somebody set a finding aside with a reason. It counts as long as the facts are those of that moment; when they change the finding is there again.</summary>
internal sealed class SetAsideFinding
{
    public const int LongestReason = 1000;

    public Guid CaseId { get; set; }

    public required string Finding { get; set; }

    /// <summary>Number of the facts that were there then.</summary>
    public required string Facts { get; set; }

    public required string Reason { get; set; }

    public required string ByKind { get; set; }

    public Guid ById { get; set; }

    public DateTimeOffset At { get; set; }
}
