namespace EenPlan.Load.Region;

/// <summary>What is the same for every family.</summary>
internal static class FamilyWords
{
    public const string LegalGround = "youth-act";
    public const string Method = "one-family-one-plan";
    public const string CoordinatorLabel = "care-coordinator";
    public const string Place = "Wijkcentrum De Denkplek";
    public const string Purpose = "Samen kijken hoe het gaat.";

    /// <summary>Fields of a card in the order in which they are sent.</summary>
    public static readonly string[] CardFields =
    [
        "contactFrequencies", "contactMeWhen", "familyRole", "forMembers", "gives", "helpEndsWhen", "lifeDomains", "preferredChannel", "reason", "replyNorm", "tasks", "wants",
    ];

    /// <summary>Fields at the head of the plan, in the order in which the product tells of them.</summary>
    public static readonly string[] PlanFields = ["evaluationDate", "lifeDomains", "ownGoal", "sharedGoal"];
}
