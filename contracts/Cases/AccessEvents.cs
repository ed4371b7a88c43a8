namespace EenPlan.Contracts.Cases;

/// <summary>
/// Who may see a case changed. Carries the whole state of one holder, so that the last one wins (by <see cref="Version"/>).
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="HolderKind">"professional" or "family".</param>
/// <param name="HolderId">The professional's or the household member's id.</param>
/// <param name="OrganisationId">Organisation through which a professional is involved.</param>
/// <param name="Level">"intake", "professional", "information-only" or "family"; null when access ended.</param>
/// <param name="Version">Case version of the change: a copy ignores anything older than what it has.</param>
public sealed record CaseAccessChanged(Guid CaseId, string HolderKind, Guid HolderId, Guid? OrganisationId, string? Level, long Version) : IEvent;
