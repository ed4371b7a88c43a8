using EenPlan.Cases.Access;

namespace EenPlan.Cases.Involvements;

internal static class InvolvementKind
{
    public const string Intake = "intake";
    public const string Professional = "professional";
    public const string InformationOnly = "information-only";
}

internal enum InvolvementStatus
{
    Invited,
    Active,
    Ended,
    Refused,
}

/// <summary>
/// A task somebody took on: in which domain and for whom. The kind is a code, so that two who do the same are found whatever words they use; the words say more.
/// </summary>
internal sealed record CardTask(string Domain, string? Task, List<Guid> Members, string? Kind = null)
{
    public const string Other = "other";
}

/// <summary>A subject that is told (or asked) about persons, optionally asked from one counterpart.</summary>
internal sealed record CardSubject(string Subject, List<Guid> About, Guid? From = null);

/// <summary>How often this professional wants contact with a counterpart.</summary>
internal sealed record CardFrequency(Guid CounterpartId, string Frequency);

/// <summary>One professional's part in one case, with the card: why I am here, when to contact me, what I tell and need.</summary>
internal sealed class Involvement : IHideable
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public Guid ProfessionalId { get; set; }

    public Guid OrganisationId { get; set; }

    public required string Kind { get; set; }

    public InvolvementStatus Status { get; set; }

    public Guid? InvitedBy { get; set; }

    public DateTimeOffset InvitedAt { get; set; }

    public string? InvitationReason { get; set; }

    public DateTimeOffset? Since { get; set; }

    public DateTimeOffset? Until { get; set; }

    public string? EndReason { get; set; }

    public Guid? TakenOverBy { get; set; }

    public long Version { get; set; } = 1;

    // The card.
    public string? Reason { get; set; }

    public string? FamilyRole { get; set; }

    public string? ContactMeWhen { get; set; }

    public string? HelpEndsWhen { get; set; }

    public List<string> LifeDomains { get; set; } = [];

    public List<Guid> ForMembers { get; set; } = [];

    public List<CardTask> Tasks { get; set; } = [];

    public List<Guid> LeadPractitionerOf { get; set; } = [];

    public List<CardSubject> Gives { get; set; } = [];

    public List<CardSubject> Wants { get; set; } = [];

    public List<CardFrequency> ContactFrequencies { get; set; } = [];

    public string? ReplyNorm { get; set; }

    public string? PreferredChannel { get; set; }

    /// <summary>The professional whom people may call when this one is away.</summary>
    public Guid? StandInId { get; set; }

    public DateOnly? PeriodUntil { get; set; }

    public string? PeriodText { get; set; }

    public DateOnly? HiddenUntil { get; set; }

    public string? HiddenGround { get; set; }

    public string? HiddenReason { get; set; }

    public bool IsActive => Status == InvolvementStatus.Active;

    /// <summary>Enough is filled in for the family and the team to know what to expect. Stored as it is, so that a list need not read whole cards to know it.</summary>
    public bool CardComplete
    {
        get => Kind == InvolvementKind.Intake || (Filled(Reason) && Filled(FamilyRole) && Filled(ContactMeWhen) && Filled(HelpEndsWhen) && LifeDomains.Count > 0 && Gives.Count + Wants.Count > 0);
        // What was read is not kept: it follows from the rest of the card.
        private set => _ = value;
    }

    /// <summary>Nothing of what the card is for was filled in.</summary>
    public bool IsEmpty => !Filled(Reason) && !Filled(FamilyRole) && !Filled(ContactMeWhen) && !Filled(HelpEndsWhen) 
        && LifeDomains.Count + Tasks.Count + Gives.Count + Wants.Count + LeadPractitionerOf.Count + ContactFrequencies.Count == 0
        && ReplyNorm is null && PreferredChannel is null && StandInId is null && PeriodUntil is null && !Filled(PeriodText);

    /// <summary>The same card without what points to cards that are not <paramref name="known"/>.</summary>
    public Involvement PointingAt(IReadOnlySet<Guid> known)
    {
        var copy = (Involvement)MemberwiseClone();
        copy.Wants = Wants.FindAll(want => want.From is not { } source || known.Contains(source));
        copy.ContactFrequencies = ContactFrequencies.FindAll(item => known.Contains(item.CounterpartId));
        return copy;
    }

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);
}

/// <summary>A professional asked somebody to take over; nothing changes until that person accepts.</summary>
internal sealed class Handover
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public Guid FromInvolvementId { get; set; }

    public Guid ToProfessionalId { get; set; }

    public required string Reason { get; set; }

    public DateTimeOffset ProposedAt { get; set; }

    public HandoverStatus Status { get; set; }
}

internal enum HandoverStatus
{
    Pending,
    Accepted,
    Refused,
}
