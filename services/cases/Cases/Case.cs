namespace EenPlan.Cases.Cases;

/// <summary>One family, one case: what was recorded at intake, and who coordinates.</summary>
internal sealed class Case
{
    public Guid Id { get; set; }

    /// <summary>What the family is called here; chosen with the family, not necessarily its name.</summary>
    public required string Alias { get; set; }

    public required string Municipality { get; set; }

    public List<string> Criteria { get; set; } = [];

    public required string LegalGround { get; set; }

    /// <summary>Why this ground holds here, in the worker's words.</summary>
    public required string LegalGroundMotivation { get; set; }

    public required string Method { get; set; }

    public required string CoordinatorLabel { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    public Guid OpenedBy { get; set; }

    /// <summary>The one coordinator. One column, so there can never be two; null before the first, and when the coordinator left the own organisation.</summary>
    public Guid? CoordinatorInvolvementId { get; set; }

    public DateTimeOffset? CoordinatorSince { get; set; }

    /// <summary>Who was asked to take over as coordinator; the old one stays until the answer is yes.</summary>
    public Guid? ProposedCoordinatorInvolvementId { get; set; }

    public DateTimeOffset? CoordinatorProposedAt { get; set; }

    /// <summary>Since when nothing in the case changes any more; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The last time that it was closed, also after it was opened again; null when it never was.</summary>
    public Guid? LastClosingId { get; set; }

    /// <summary>Version of the head as an item (ETag).</summary>
    public long Version { get; set; } = 1;

    /// <summary>Goes up with every commit on the case; orders its events, also between replicas.</summary>
    public long CaseVersion { get; set; }
}
