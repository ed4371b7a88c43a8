namespace EenPlan.Contracts.Directory;

/// <summary>An organisation was registered or its facts changed; carries its whole state.</summary>
public sealed record OrganisationRegistered(Guid OrganisationId, string Name, string Kind, string? Municipality, string? Phone) : IEvent;

/// <summary>
/// A professional was registered or work contact data changed; carries the whole state. Work data only. <paramref name="SuccessorId"/> is the colleague who is asked to take over from
/// somebody who left.
/// </summary>
public sealed record ProfessionalRegistered(Guid ProfessionalId, Guid OrganisationId, string Name, string Function, string? Phone, string? Email,
    string? PreferredChannel, IReadOnlyList<string> Roles, bool Active, Guid? SuccessorId = null) : IEvent;
