namespace EenPlan.Load.Region;

/// <summary>Somebody of the household.</summary>
internal sealed record MemberPart(string Name, string Role, string AgeBand, string Language, string Interpreter);

/// <summary>What a professional fills in on the card. People are places: in the household, or among the professionals (0 opened the case).</summary>
internal sealed record CardPart(string Reason, string FamilyRole, string? ContactMeWhen, string HelpEndsWhen, string[] LifeDomains, int[] ForMembers, string TaskDomain, string Task,
    string Gives, string Wants, int WantsFrom, string Frequency, string ReplyNorm, string Channel);

/// <summary>A professional who is invited.</summary>
/// <param name="Early">Joins before the plan is written.</param>
internal sealed record HelperPart(Worker Who, string Kind, string Reason, bool Early, CardPart Card);

/// <summary>Who does something: a professional or a member by place, or a network member by name.</summary>
internal sealed record ActorPart(string Kind, int Place, string Label);

internal sealed record ActionPart(string Text, ActorPart Actor, DateOnly Due);

internal sealed record GoalPart(string Text, string Domain, int[] ForMembers, int Baseline, int Current, int Target, DateOnly TargetDate, ActionPart[] Actions);

internal sealed record AgreementPart(string Text, string Type, ActorPart[] Parties, DateOnly ReviewDate);

internal sealed record NetworkPart(string Name, string Relation, string Sector, string Frequency, string Quality, string[] Domains, string[] SupportTypes);

/// <summary>
/// The history of one family in the words that people used, in the order of <see cref="FamilyScript"/>'s parts: opened, coordinator appointed, early helpers in, plan written,
/// the others in, cards, a parent gets access, network drawn, a last agreement, a meeting, put forward, answered, an action done. It is the same whether rows are written from it or requests are sent.
/// </summary>
internal sealed record FamilyScript
{
    public required int Number { get; init; }

    public required string Alias { get; init; }

    public required string Municipality { get; init; }

    public required string[] Criteria { get; init; }

    public required string Motivation { get; init; }

    public required MemberPart[] Household { get; init; }

    public required Worker Opener { get; init; }

    /// <summary>The first one coordinates.</summary>
    public required HelperPart[] Helpers { get; init; }

    public required string OwnGoal { get; init; }

    public required string SharedGoal { get; init; }

    public required string[] LifeDomains { get; init; }

    public required DateOnly EvaluationDate { get; init; }

    public required GoalPart[] Goals { get; init; }

    public required AgreementPart[] Agreements { get; init; }

    public required AgreementPart LastAgreement { get; init; }

    /// <summary>How the account of a parent begins; those of the product begin with "family-".</summary>
    public string AccountPrefix { get; init; } = "family-";

    /// <summary>A parent has access and answers.</summary>
    public required bool FamilyJoins { get; init; }

    public required NetworkPart[] Network { get; init; }

    public required DateTimeOffset MeetingAt { get; init; }

    public required bool PutForward { get; init; }

    public required string? OwnView { get; init; }
}
