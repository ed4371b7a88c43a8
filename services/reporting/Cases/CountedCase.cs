namespace EenPlan.Reporting.Cases;

/// <summary>One case, as far as numbers need it.</summary>
internal sealed class CountedCase
{
    public Guid CaseId { get; set; }

    /// <summary>Number of the last event of this case that was counted: what comes again is not counted again.</summary>
    public long Number { get; set; }

    /// <summary>The <see cref="CaseFacts"/> as JSON.</summary>
    public required string Facts { get; set; }
}
