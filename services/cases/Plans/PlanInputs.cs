using EenPlan.Cases.Access;

namespace EenPlan.Cases.Plans;

/// <summary>Changes of the head of the plan; only fields that change are sent, null clears one.</summary>
/// <param name="OwnGoal">The family's own goal, in its own words.</param>
/// <param name="LifeDomains">The life domains that the family chose; goals stay within them.</param>
/// <param name="EvaluationDate">A day after today.</param>
public sealed record PlanChanges(string? OwnGoal, DateOnly? OwnGoalUntil, string? SharedGoal, DateOnly? SharedGoalUntil, IReadOnlyList<DomainView>? LifeDomains, DateOnly? EvaluationDate);

/// <summary>A goal to add or, with only the fields that change, to change.</summary>
/// <param name="Text">Needed in a new goal.</param>
/// <param name="Domain">Needed in a new goal: one of the life domains of the plan.</param>
/// <param name="ForMembers">Household members whom it is for.</param>
/// <param name="Status">open, reached, partly-reached, not-reached or dropped.</param>
/// <param name="Baseline">0 to 10: where the family says it starts.</param>
/// <param name="Rank">Place in the list of goals, from 1.</param>
/// <param name="HiddenFromFamily">Only the coordinator hides.</param>
public sealed record GoalFields(string? Text, string? Domain, IReadOnlyList<Guid>? ForMembers, string? Status, DateOnly? TargetDate, int? Baseline, int? Current, int? Target, int? Rank,
    HiddenFromFamily? HiddenFromFamily);

/// <summary>Somebody of the plan.</summary>
/// <param name="Kind">professional (id: involvement), family (id: household member), network (label) or none.</param>
/// <param name="Label">Name of a network member; of others the name is looked up.</param>
/// <param name="Agreed">Of a network member: true when this person said yes.</param>
public sealed record ActorFields(string Kind, Guid? Id, string? Label, bool? Agreed);

/// <summary>An action to add or change.</summary>
/// <param name="Domain">Life domain when it is another one than the goal's.</param>
/// <param name="Done">Who does the action may tick it, also without writing the plan.</param>
public sealed record ActionFields(string? Text, string? Domain, ActorFields? Actor, DateOnly? Due, bool? Done, HiddenFromFamily? HiddenFromFamily);

/// <summary>An agreement to add or change.</summary>
/// <param name="Type">Code of the list of agreement types.</param>
/// <param name="Finding">Id of the finding of the expectation check that it was made about.</param>
/// <param name="Kept">Whether it is kept: yes, partly or no. Who is party to it may say so, also without writing the plan.</param>
public sealed record AgreementFields(string? Text, string? Type, IReadOnlyList<ActorFields>? Parties, DateOnly? ReviewDate, string? Finding, string? Kept, HiddenFromFamily? HiddenFromFamily);

/// <summary>Puts the plan forward; there is nothing to say with it.</summary>
public sealed record PutForward;

/// <summary>A family member's answer to the latest version.</summary>
/// <param name="Answer">agrees or disagrees.</param>
/// <param name="OwnView">An own view in own words.</param>
public sealed record AnswerFields(string Answer, string? OwnView);
