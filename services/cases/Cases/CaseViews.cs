using EenPlan.Cases.Households;
using EenPlan.Cases.Involvements;

namespace EenPlan.Cases.Cases;

/// <summary>The legal ground on which the case was opened, and why it holds.</summary>
public sealed record LegalGroundView(string Code, string Motivation);

/// <summary>The coordinator now, or who was asked to become it.</summary>
public sealed record CoordinatorView(Guid InvolvementId, string Name, DateTimeOffset? Since);

/// <summary>A case as one caller sees it; who is informed only gets no criteria, no motivation of the legal ground and no reasons of handovers.</summary>
/// <param name="Reference">What professionals call the case on the phone; made from its id, no name in it.</param>
/// <param name="MyRole">"coordinator", or the level of access.</param>
/// <param name="Status">open or closed.</param>
/// <param name="Closing">The last time that it was closed; null when it never was.</param>
/// <param name="Capabilities">What this caller may do: a screen shows no other buttons.</param>
public sealed record CaseView(
    Guid Id, string Reference, string Alias, string Municipality, IReadOnlyList<string> Criteria, LegalGroundView LegalGround, string Method, string CoordinatorLabel, string Status,
    DateTimeOffset OpenedAt, ClosingView? Closing, long Version, string MyRole, Guid? MyInvolvementId, Guid? MyFamilyMemberId, IReadOnlyList<string> Capabilities,
    IReadOnlyList<MemberView> Household, IReadOnlyList<InvolvementView> Involvements, CoordinatorView? Coordinator, CoordinatorView? PendingCoordinator,
    IReadOnlyList<MeetingLine> Meetings, IReadOnlyList<HandoverView> PendingHandovers);

/// <summary>Whether anything in a case still changes.</summary>
internal static class CaseStatus
{
    public const string Open = "open";
    public const string Closed = "closed";

    public static string Of(Case opened) => opened.ClosedAt is null ? Open : Closed;
}

/// <summary>A meeting in the overview of a case.</summary>
public sealed record MeetingLine(Guid Id, DateTimeOffset StartsAt, string Place, string? Purpose, long Version);

/// <summary>A case in a list.</summary>
/// <param name="Status">open or closed.</param>
/// <param name="CardsComplete">Cards with enough filled in, of <paramref name="CardsTotal"/>; only cards that the caller may see count.</param>
public sealed record CaseLine(Guid Id, string Alias, string Municipality, string Status, string MyRole, CoordinatorName? Coordinator, DateOnly? EvaluationDate,
    DateTimeOffset OpenedAt, DateOnly? ClosedOn, int CardsComplete, int CardsTotal);

/// <summary>Name of the coordinator.</summary>
public sealed record CoordinatorName(string Name);

/// <summary>Number of open cases.</summary>
public sealed record CaseCount(int Count);
