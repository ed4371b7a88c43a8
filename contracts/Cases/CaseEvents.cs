namespace EenPlan.Contracts.Cases;

/// <summary>A wijkteam opened a case at intake.</summary>
public sealed record CaseOpened(Guid CaseId, string Municipality, IReadOnlyList<string> Criteria, DateOnly OpenedOn) : IEvent;

/// <summary>Facts at the head of the case changed; <paramref name="Municipality"/> is the one that holds now.</summary>
public sealed record CaseChanged(Guid CaseId, string Municipality, IReadOnlyList<string> Fields) : IEvent;

/// <summary>The household gained, lost or changed a member.</summary>
public sealed record HouseholdChanged(Guid CaseId, Guid MemberId, string Change) : IEvent;

/// <summary>A professional was asked to take part; nothing may be seen before acceptance.</summary>
public sealed record ProfessionalInvited(Guid CaseId, Guid InvolvementId, Guid ProfessionalId, Guid OrganisationId, string Kind) : IEvent;

/// <summary>A professional accepted and takes part from now on.</summary>
public sealed record ProfessionalJoined(Guid CaseId, Guid InvolvementId, Guid ProfessionalId, Guid OrganisationId, string Kind) : IEvent;

/// <summary>A professional declined the invitation.</summary>
public sealed record InvitationRefused(Guid CaseId, Guid InvolvementId) : IEvent;

/// <summary>The help of one professional ended.</summary>
public sealed record HelpEnded(Guid CaseId, Guid InvolvementId, Guid ProfessionalId, Guid OrganisationId) : IEvent;

/// <summary>A professional proposed somebody to take over; until acceptance nothing changes.</summary>
public sealed record HandoverProposed(Guid CaseId, Guid HandoverId, Guid FromInvolvementId, Guid ToProfessionalId) : IEvent;

/// <summary>The proposed successor declined; the old professional stays.</summary>
public sealed record HandoverRefused(Guid CaseId, Guid HandoverId, Guid FromInvolvementId) : IEvent;

/// <summary>
/// The successor accepted: the new involvement began, with the card as it stood, and the old one ended in the same moment, or earlier when its professional had left.
/// </summary>
public sealed record ProfessionalReplaced(Guid CaseId, Guid FromInvolvementId, Guid FromProfessionalId, Guid ToInvolvementId, Guid ToProfessionalId, Guid ToOrganisationId,
    bool? CardComplete = null) : IEvent;

/// <summary>Another coordinator was proposed; the old one stays until the new one accepts.</summary>
public sealed record CoordinatorProposed(Guid CaseId, Guid ToInvolvementId) : IEvent;

/// <summary>The proposed coordinator declined.</summary>
public sealed record CoordinatorRefused(Guid CaseId, Guid InvolvementId) : IEvent;

/// <summary>The case has another coordinator from now on; <paramref name="FromInvolvementId"/> is null at the first appointment.</summary>
public sealed record CoordinatorChanged(Guid CaseId, Guid? FromInvolvementId, Guid ToInvolvementId) : IEvent;

/// <summary>A professional changed the own card.</summary>
public sealed record CardChanged(Guid CaseId, Guid InvolvementId, IReadOnlyList<string> Fields, bool Complete) : IEvent;

/// <summary>
/// The status of a treatment changed. Told only to the professionals in <paramref name="ToldTo"/>: those whose card wants that subject about that person.
/// </summary>
public sealed record TreatmentStatusChanged(Guid CaseId, Guid InvolvementId, Guid MemberId, string Status, IReadOnlyList<Guid> ToldTo) : IEvent;

/// <summary>A round table was planned.</summary>
public sealed record MeetingScheduled(Guid CaseId, Guid MeetingId, DateTimeOffset StartsAt) : IEvent;

/// <summary>A planned round table was moved or changed.</summary>
public sealed record MeetingChanged(Guid CaseId, Guid MeetingId, DateTimeOffset StartsAt) : IEvent;
