namespace EenPlan.Cases.Households;

/// <summary>Somebody of the family that the plan is for.</summary>
internal sealed class HouseholdMember
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public required string Name { get; set; }

    public required string Role { get; set; }

    public required string AgeBand { get; set; }

    public required string Language { get; set; }

    /// <summary>Whether an interpreter is wanted, and if so not from the own community.</summary>
    public required string Interpreter { get; set; }

    public string? Note { get; set; }

    /// <summary>The account this member signs in with; null without access.</summary>
    public string? Account { get; set; }

    /// <summary>Hash of the one-time code in the invitation letter.</summary>
    public string? InvitationHash { get; set; }

    public DateTimeOffset? InvitationExpiresAt { get; set; }

    public int Rank { get; set; }

    public long Version { get; set; } = 1;
}
