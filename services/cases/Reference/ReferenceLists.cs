using System.Text.Json;
using EenPlan.Kit;

namespace EenPlan.Cases.Reference;

/// <summary>A life domain with its place among the eight colours and its badge.</summary>
public sealed record LifeDomain(string Code, int Slot, string Badge);

/// <summary>A subject of information; telling a broader one includes the narrower.</summary>
public sealed record Subject(string Code, string? Parent);

/// <summary>The code lists of the region: configuration, not code. Words for them live in the screens.</summary>
public sealed record ReferenceLists(
    IReadOnlyList<string> Criteria, IReadOnlyList<string> LegalGrounds, IReadOnlyList<string> Methods, IReadOnlyList<string> CoordinatorLabels,
    IReadOnlyList<LifeDomain> LifeDomains, IReadOnlyList<Subject> Subjects, IReadOnlyList<string> HouseholdRoles, IReadOnlyList<string> AgeBands,
    IReadOnlyList<string> Languages, IReadOnlyList<string> InterpreterNeeds, IReadOnlyList<string> Channels, IReadOnlyList<string> Frequencies,
    IReadOnlyList<string> ReplyNorms, IReadOnlyList<string> TaskKinds, IReadOnlyList<string> AgreementTypes, IReadOnlyList<string> TreatmentStatuses, IReadOnlyList<string> GoalStatuses,
    IReadOnlyList<string> Municipalities, IReadOnlyList<string> InvolvementKinds, IReadOnlyList<string> EndReasons)
{
    /// <summary>Codes of the life domains.</summary>
    internal IReadOnlyList<string> DomainCodes { get; } = [.. LifeDomains.Select(domain => domain.Code)];

    /// <summary>Codes of the subjects.</summary>
    internal IReadOnlyList<string> SubjectCodes { get; } = [.. Subjects.Select(subject => subject.Code)];

    /// <summary>True when telling <paramref name="given"/> covers <paramref name="wanted"/>: the same subject or a broader one.</summary>
    internal static bool Covers(string given, string wanted) => wanted == given || wanted.StartsWith(given + ".", StringComparison.Ordinal);

    internal static ReferenceLists Load()
    {
        using var file = typeof(ReferenceLists).Assembly.GetManifestResourceStream("EenPlan.Cases.Reference.reference.json")!;
        return JsonSerializer.Deserialize<ReferenceLists>(file, Json.Options)!;
    }
}
