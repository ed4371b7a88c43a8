namespace EenPlan.Cases.Expectations;

/// <summary>Somebody whom a finding concerns.</summary>
/// <param name="Kind">"professional" (id: involvement) or "family" (id: household member).</param>
public sealed record ConcernView(string Kind, Guid Id, string Name);

/// <summary>One of the facts that a finding follows from.</summary>
/// <param name="Kind">Code of the kind of fact.</param>
/// <param name="ItemKind">Where it can be looked up: involvement, goal, action, agreement, member, plan or network; null for what nothing says.</param>
public sealed record FactView(string Kind, Sentence Sentence, string? ItemKind, Guid? ItemId);

/// <summary>Why and by whom a finding was set aside.</summary>
public sealed record SetAsideView(string Reason, string? By, DateTimeOffset At);

/// <summary>An agreement that was made about a finding.</summary>
public sealed record AgreedView(Guid AgreementId, string Text);

/// <summary>Something that was never said aloud, found by comparing cards, plan and network. It is about the case, never a score of a person.</summary>
/// <param name="Id">Stays the same as long as it is about the same persons and codes.</param>
/// <param name="Kind">Which rule found it; docs/expectation-check.md lists them.</param>
/// <param name="Version">Another number when the facts are others; it is the ETag.</param>
/// <param name="Sentence">What was not said, in one sentence.</param>
/// <param name="Settles">What would settle it.</param>
/// <param name="Concerns">Who has to do with it.</param>
/// <param name="Facts">The facts that it follows from.</param>
/// <param name="State">open, agreed (an agreement stands beside it) or set-aside.</param>
/// <param name="Deed">What this caller can do about it with one request to settling, as the words of a button; null when there is nothing that settles it at once.</param>
/// <param name="MaySetAside">True when this caller may set it aside.</param>
/// <param name="AgendaItemId">The item on the agenda of the next round table; null when it is not there.</param>
public sealed record FindingView(
    string Id, string Kind, long Version, Sentence Sentence, Sentence Settles, IReadOnlyList<ConcernView> Concerns, IReadOnlyList<FactView> Facts, string State, Sentence? Deed, bool MaySetAside,
    SetAsideView? SetAside, IReadOnlyList<AgreedView> Agreements, Guid? AgendaItemId);

/// <summary>Sets a finding aside until its facts change.</summary>
/// <param name="Reason">Why; everybody who sees the finding reads it, the family too.</param>
public sealed record SettingAside(string Reason);
