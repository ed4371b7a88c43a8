namespace EenPlan.Cases.Nodes;

/// <summary>An organisation's node said, signed, that what it held of a case is gone. Never changed; the statement is kept as it was signed.</summary>
internal sealed class Deletion
{
    public const int LongestStatement = 8000;

    /// <summary>SHA-256 of what was said, without the signature: said again, perhaps with a newer key, it is the same.</summary>
    public required string Hash { get; set; }

    public Guid CaseId { get; set; }

    public Guid OrganisationId { get; set; }

    public required string Node { get; set; }

    /// <summary>For whom it was held.</summary>
    public List<Guid> ProfessionalIds { get; set; } = [];

    public DateTimeOffset DeletedAt { get; set; }

    public int Rows { get; set; }

    public required string Statement { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }
}
