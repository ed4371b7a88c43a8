using EenPlan.Cases.Access;

namespace EenPlan.Cases.Plans;

/// <summary>How far the plan is: gathered as a draft, put forward to the family, or agreed.</summary>
public enum PlanStatus
{
    /// <summary>Never put forward yet.</summary>
    Draft,

    /// <summary>Put forward; not every family member with access agrees.</summary>
    PutForward,

    /// <summary>Every family member with access agrees with the current version.</summary>
    Agreed,
}

/// <summary>A chosen life domain with the family's own name for it.</summary>
public sealed record DomainView(string Code, string? Name);

/// <summary>Who does an action or is party to an agreement, by the name of today.</summary>
/// <param name="Kind">"professional", "family" or "network".</param>
/// <param name="Id">Involvement or household member.</param>
/// <param name="Label">Name.</param>
/// <param name="Agreed">True when a network member is known to have said yes.</param>
public sealed record ActorView(string Kind, Guid? Id, string Label, bool? Agreed = null);

/// <summary>An action as one caller sees it.</summary>
/// <param name="Domain">Its own life domain, or the goal's.</param>
public sealed record ActionView(
    Guid Id, Guid GoalId, string Text, string Domain, ActorView? Actor, DateOnly? Due, bool Done, DateTimeOffset? DoneAt, long Version, HiddenFromFamily? HiddenFromFamily);

/// <summary>A goal with its actions as one caller sees it.</summary>
/// <param name="Rank">Place in the list of goals, from 1.</param>
public sealed record GoalView(
    Guid Id, string Text, string Domain, IReadOnlyList<Guid> ForMembers, string Status, DateOnly? TargetDate, int? Baseline, int? Current, int? Target, int Rank,
    long Version, HiddenFromFamily? HiddenFromFamily, IReadOnlyList<ActionView> Actions);

/// <summary>An agreement as one caller sees it.</summary>
/// <param name="Kept">Whether it is kept: yes, partly or no; null when nobody said so.</param>
public sealed record AgreementView(
    Guid Id, string Text, string Type, IReadOnlyList<ActorView> Parties, DateOnly? ReviewDate, DateTimeOffset MadeAt, string? Finding, string? Kept, long Version, HiddenFromFamily? HiddenFromFamily);

/// <summary>The family plan as one caller sees it.</summary>
/// <param name="CurrentVersion">Number of the version that was put forward last.</param>
/// <param name="ChangedSinceVersion">True when something that belongs in a version changed after it.</param>
public sealed record PlanView(
    long Version, string? OwnGoal, DateOnly? OwnGoalUntil, string? SharedGoal, DateOnly? SharedGoalUntil, IReadOnlyList<DomainView> LifeDomains, DateOnly? EvaluationDate,
    PlanStatus Status, int? CurrentVersion, bool ChangedSinceVersion, IReadOnlyList<GoalView> Goals, IReadOnlyList<AgreementView> Agreements);

/// <summary>What a family member answered to a version.</summary>
/// <param name="OwnView">The member's own view, in own words.</param>
public sealed record ApprovalView(Guid MemberId, string Name, string Answer, string? OwnView, DateTimeOffset AnsweredAt);

/// <summary>A version in the list of versions.</summary>
public sealed record PlanVersionLine(int Number, DateTimeOffset PutForwardAt, string? PutForwardBy, PlanStatus Status, IReadOnlyList<ApprovalView> Approvals);

/// <summary>A person by name.</summary>
public sealed record NamedMember(Guid Id, string Name);

/// <summary>A version with the plan as it was, names included.</summary>
/// <param name="Version">The same as the number: a version never changes.</param>
/// <param name="Members">The household by the names of that moment.</param>
public sealed record PlanVersionView(
    int Number, long Version, DateTimeOffset PutForwardAt, string? PutForwardBy, PlanStatus Status, IReadOnlyList<ApprovalView> Approvals, PlanView Plan, IReadOnlyList<NamedMember> Members);

/// <summary>The plan of one moment as it is kept.</summary>
internal sealed record PlanSnapshot(PlanView Plan, IReadOnlyList<NamedMember> Members);
