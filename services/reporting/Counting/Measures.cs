namespace EenPlan.Reporting.Counting;

/// <summary>What is counted. The first ones tell how things stand, the others how often something happened.</summary>
internal static class Measures
{
    public const string Open = "open";
    public const string Parties = "parties";
    public const string CardsComplete = "cards-complete";
    public const string EvaluationDate = "evaluation-date";

    public const string Opened = "opened";
    public const string Closed = "closed";
    public const string CoordinatorChanges = "coordinator-changes";
    public const string Replacements = "replacements";
    public const string TreatmentNotices = "treatment-notices";
    public const string EvaluatedInTime = "evaluated-in-time";
    public const string EvaluatedLate = "evaluated-late";

    public const string OpenGoal = "open";
    public const string ReachedGoal = "reached";

    private const string AgreedAfterPrefix = "agreed-after/";
    private const int MostDays = 999;

    /// <summary>The answers to whether an agreement is kept.</summary>
    public static readonly IReadOnlyList<string> KeptAnswers = ["yes", "partly", "no"];

    public static string Goals(string domain, string status) => $"goals/{domain}/{status}";

    public static string Kept(string answer) => $"kept/{answer}";

    /// <summary>First plans that were agreed so many days after the opening.</summary>
    public static string AgreedAfter(int days) => $"{AgreedAfterPrefix}{Math.Clamp(days, 0, MostDays)}";

    /// <summary>The days of <see cref="AgreedAfter"/>; null for anything else.</summary>
    public static int? DaysOf(string measure) =>
        measure.StartsWith(AgreedAfterPrefix, StringComparison.Ordinal) ? int.Parse(measure.AsSpan(AgreedAfterPrefix.Length), System.Globalization.CultureInfo.InvariantCulture) : null;
}
