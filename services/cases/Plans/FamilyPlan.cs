using EenPlan.Cases.Access;

namespace EenPlan.Cases.Plans;

/// <summary>A life domain that the family chose, under the family's own name for it if it has one.</summary>
internal sealed record ChosenDomain(string Code, string? Name);

/// <summary>The head of the family plan. Edits gather here as a draft until the plan is put forward as a version.</summary>
internal sealed class FamilyPlan
{
    public Guid CaseId { get; set; }

    public string? OwnGoal { get; set; }

    public DateOnly? OwnGoalUntil { get; set; }

    public string? SharedGoal { get; set; }

    public DateOnly? SharedGoalUntil { get; set; }

    public List<ChosenDomain> LifeDomains { get; set; } = [];

    public DateOnly? EvaluationDate { get; set; }

    /// <summary>Number of the last version that was put forward; null before the first.</summary>
    public int? CurrentVersion { get; set; }

    /// <summary>Number of the last version that everybody agreed with once, so that it is told once; null before the first.</summary>
    public int? AgreedVersion { get; set; }

    /// <summary>True when something that belongs in a version changed after the last one.</summary>
    public bool ChangedSinceVersion { get; set; }

    public long Version { get; set; } = 1;
}

internal enum GoalStatus
{
    Open,
    Reached,
    PartlyReached,
    NotReached,
    Dropped,
}

/// <summary>A goal in one life domain.</summary>
internal sealed class Goal : IHideable
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public required string Text { get; set; }

    public required string Domain { get; set; }

    public List<Guid> ForMembers { get; set; } = [];

    public GoalStatus Status { get; set; }

    public DateOnly? TargetDate { get; set; }

    /// <summary>0 to 10, as the family scores it at the start.</summary>
    public int? Baseline { get; set; }

    public int? Current { get; set; }

    public int? Target { get; set; }

    /// <summary>Order that the family chose.</summary>
    public int Rank { get; set; }

    public long Version { get; set; } = 1;

    public DateOnly? HiddenUntil { get; set; }

    public string? HiddenGround { get; set; }

    public string? HiddenReason { get; set; }
}

/// <summary>
/// Who does an action or is party to an agreement. Family and network members are named in the plan's own words, because the plan is theirs;
/// a professional is named by the involvement.
/// </summary>
/// <param name="Kind">"professional", "family" or "network".</param>
/// <param name="Id">Involvement or household member; null for a network member.</param>
/// <param name="Label">Name as it stands in the plan.</param>
/// <param name="Agreed">Of a network member: whether somebody noted that this person said yes; null as long as nobody did.</param>
public sealed record PlanActor(string Kind, Guid? Id, string Label, bool? Agreed = null);

/// <summary>Something somebody will do.</summary>
internal sealed class PlanAction : IHideable
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public Guid GoalId { get; set; }

    public required string Text { get; set; }

    /// <summary>Life domain when it is another one than the goal's.</summary>
    public string? Domain { get; set; }

    public PlanActor? Actor { get; set; }

    public DateOnly? Due { get; set; }

    public bool Done { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public int Rank { get; set; }

    public long Version { get; set; } = 1;

    public DateOnly? HiddenUntil { get; set; }

    public string? HiddenGround { get; set; }

    public string? HiddenReason { get; set; }

    /// <summary>A hidden goal hides its actions.</summary>
    public bool IsHiddenUnder(Goal goal, DateOnly today) => goal.IsHidden(today) || this.IsHidden(today);
}

/// <summary>An agreement between named parties.</summary>
internal sealed class Agreement : IHideable
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public required string Text { get; set; }

    public required string Type { get; set; }

    public List<PlanActor> Parties { get; set; } = [];

    public DateOnly? ReviewDate { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    /// <summary>The finding of the expectation check that this agreement was made about.</summary>
    public string? Finding { get; set; }

    /// <summary>Whether it is kept: "yes", "partly" or "no"; null when nobody said so.</summary>
    public string? Kept { get; set; }

    public long Version { get; set; } = 1;

    public DateOnly? HiddenUntil { get; set; }

    public string? HiddenGround { get; set; }

    public string? HiddenReason { get; set; }
}

/// <summary>The plan as it was put forward for agreement; never changed afterwards.</summary>
internal sealed class PlanVersion
{
    public Guid CaseId { get; set; }

    public int Number { get; set; }

    /// <summary>What a repeated request is answered by; people use the number.</summary>
    public Guid Id { get; set; }

    public DateTimeOffset PutForwardAt { get; set; }

    public Guid PutForwardBy { get; set; }

    /// <summary>The whole plan as professionals see it, as JSON; hiding is applied again when it is read.</summary>
    public required string Snapshot { get; set; }
}

internal enum PlanAnswerKind
{
    Agrees,
    Disagrees,
}

/// <summary>What one family member said about one version, with an own view in their own words.</summary>
internal sealed class PlanAnswer
{
    public Guid CaseId { get; set; }

    public int Number { get; set; }

    public Guid MemberId { get; set; }

    public PlanAnswerKind Answer { get; set; }

    public string? OwnView { get; set; }

    public DateTimeOffset AnsweredAt { get; set; }
}
