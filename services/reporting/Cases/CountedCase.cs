namespace EenPlan.Reporting.Cases;

/// <summary>An open case, as far as numbers need it.</summary>
internal sealed class CountedCase
{
    public Guid CaseId { get; set; }

    /// <summary>Code of the municipality; empty until the opening has been read.</summary>
    public required string Municipality { get; set; }
}

/// <summary>A professional who takes part in a case now.</summary>
internal sealed class CountedParty
{
    public Guid InvolvementId { get; set; }

    public Guid CaseId { get; set; }
}

/// <summary>The sums of one municipality, kept up to date with every case and party, so that reading them does not take longer as the region grows.</summary>
internal sealed class MunicipalityCount
{
    public required string Municipality { get; set; }

    public int Cases { get; set; }

    public int Parties { get; set; }
}
