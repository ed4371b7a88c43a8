namespace EenPlan.Contracts.Cases;

/// <summary>The case was closed: nothing in it changes any more. <paramref name="EndReason"/> is a code of the list of end reasons.</summary>
public sealed record CaseClosed(Guid CaseId, DateOnly ClosedOn, string EndReason) : IEvent;

/// <summary>A closed case was opened again.</summary>
public sealed record CaseReopened(Guid CaseId, DateOnly ReopenedOn) : IEvent;

/// <summary>
/// Family and team looked back. <paramref name="PlannedFor"/> is the evaluation date that stood in the plan, null when there was none; <paramref name="NextDate"/> the one agreed now.
/// </summary>
public sealed record EvaluationHeld(Guid CaseId, Guid EvaluationId, DateOnly HeldOn, DateOnly? PlannedFor, DateOnly? NextDate) : IEvent;

/// <summary>Somebody said whether an agreement is kept: "yes", "partly" or "no"; null when that was taken back.</summary>
public sealed record AgreementKept(Guid CaseId, Guid AgreementId, string? Kept) : IEvent;

/// <summary>Every family member with access agreed with this version of the plan.</summary>
public sealed record PlanAgreed(Guid CaseId, int Number) : IEvent;

/// <summary>The agenda of the next round table changed: "added", "discussed" or "removed".</summary>
public sealed record AgendaChanged(Guid CaseId, Guid ItemId, string Change) : IEvent;

/// <summary>Somebody set a finding of the expectation check aside, with a reason, until its facts change; or took that back.</summary>
public sealed record FindingSetAside(Guid CaseId, string Kind, bool Aside) : IEvent;
