namespace EenPlan.Contracts.Cases;

/// <summary>The head of the family plan changed: goals of family and team, periods, life domains or evaluation date.</summary>
public sealed record PlanChanged(Guid CaseId, IReadOnlyList<string> Fields, DateOnly? EvaluationDate) : IEvent;

/// <summary>A goal was added to the plan.</summary>
public sealed record GoalAdded(Guid CaseId, Guid GoalId, string Domain) : IEvent;

/// <summary>A goal changed in another way than its status; <paramref name="Domain"/> is the one that holds now.</summary>
public sealed record GoalChanged(Guid CaseId, Guid GoalId, IReadOnlyList<string> Fields, string? Domain = null) : IEvent;

/// <summary>A goal was reached.</summary>
public sealed record GoalReached(Guid CaseId, Guid GoalId, string Domain) : IEvent;

/// <summary>The status of a goal changed to anything but reached.</summary>
public sealed record GoalStatusChanged(Guid CaseId, Guid GoalId, string Domain, string Status) : IEvent;

/// <summary>A goal was taken out of the plan.</summary>
public sealed record GoalRemoved(Guid CaseId, Guid GoalId) : IEvent;

/// <summary>An action was added.</summary>
public sealed record ActionAdded(Guid CaseId, Guid ActionId, Guid? GoalId) : IEvent;

/// <summary>An action changed.</summary>
public sealed record ActionChanged(Guid CaseId, Guid ActionId, IReadOnlyList<string> Fields) : IEvent;

/// <summary>An action was ticked as done.</summary>
public sealed record ActionDone(Guid CaseId, Guid ActionId) : IEvent;

/// <summary>An action was taken out of the plan.</summary>
public sealed record ActionRemoved(Guid CaseId, Guid ActionId) : IEvent;

/// <summary>An agreement between parties was added.</summary>
public sealed record AgreementAdded(Guid CaseId, Guid AgreementId) : IEvent;

/// <summary>An agreement changed.</summary>
public sealed record AgreementChanged(Guid CaseId, Guid AgreementId, IReadOnlyList<string> Fields) : IEvent;

/// <summary>An agreement was taken out of the plan.</summary>
public sealed record AgreementRemoved(Guid CaseId, Guid AgreementId) : IEvent;

/// <summary>The coordinator put the plan forward as a version for the family to agree with.</summary>
public sealed record PlanPutForward(Guid CaseId, int Number) : IEvent;

/// <summary>A family member answered a plan version: "agrees" or "disagrees".</summary>
public sealed record PlanAnswered(Guid CaseId, int Number, Guid MemberId, string Answer) : IEvent;

/// <summary>
/// A goal, action, agreement or card is hidden from the family, also what was told of it before. <paramref name="Until"/> is the last day; null when it was taken out while it was hidden, and stays so.
/// </summary>
public sealed record ItemHidden(Guid CaseId, Guid ItemId, DateOnly? Until) : IEvent;

/// <summary>What was hidden is shown to the family again, earlier than was said.</summary>
public sealed record ItemShown(Guid CaseId, Guid ItemId) : IEvent;
