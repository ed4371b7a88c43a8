using EenPlan.Contracts;
using EenPlan.Contracts.Cases;

namespace EenPlan.Subscriptions.Updates;

/// <summary>What one event tells: a kind and references. <paramref name="OnlyTo"/> limits it to these professionals.</summary>
internal sealed record Telling(string Kind, Guid? ItemId = null, Guid? MemberId = null, IReadOnlyList<Guid>? OnlyTo = null);

/// <summary>Which event is told as which kind of update; docs/events.md holds the same table in words.</summary>
internal static class UpdateKinds
{
    public const string GoalReached = "goal-reached";
    public const string ProfessionalReplaced = "professional-replaced";
    public const string HelpEnded = "help-ended";
    public const string TreatmentStatusChanged = "treatment-status-changed";
    public const string MeetingScheduled = "meeting-scheduled";
    public const string CardChanged = "card-changed";
    public const string AgreementChanged = "agreement-changed";
    public const string CoordinatorChanged = "coordinator-changed";
    public const string PlanPutForward = "plan-put-forward";
    public const string PlanAnswered = "plan-answered";
    public const string ProfessionalJoined = "professional-joined";
    public const string ActionDone = "action-done";
    public const string CaseClosed = "case-closed";
    public const string CaseReopened = "case-reopened";

    /// <summary>Quiet: a screen that shows the people around a family reads them again. Nobody is told of it, so it is not in <see cref="All"/>.</summary>
    public const string NetworkChanged = "network-changed";

    public static IReadOnlyList<string> All { get; } =
    [
        GoalReached, ProfessionalReplaced, HelpEnded, TreatmentStatusChanged, MeetingScheduled, CardChanged,
        AgreementChanged, CoordinatorChanged, PlanPutForward, PlanAnswered, ProfessionalJoined, ActionDone, CaseClosed, CaseReopened,
    ];

    /// <summary>What somebody hears who is only kept informed, for instance a school or GP: the core of the plan, not what others write on their cards.</summary>
    public static IReadOnlyList<string> Core { get; } =
        [GoalReached, MeetingScheduled, CoordinatorChanged, ProfessionalReplaced, HelpEnded, PlanPutForward, CaseClosed, CaseReopened];

    /// <summary>What an event tells; null when it tells nobody anything.</summary>
    public static Telling? Of(IEvent happened) => happened switch
    {
        GoalReached reached => new(GoalReached, reached.GoalId),
        ProfessionalReplaced replaced => new(ProfessionalReplaced, replaced.ToInvolvementId),
        HelpEnded ended => new(HelpEnded, ended.InvolvementId),
        TreatmentStatusChanged changed => new(TreatmentStatusChanged, changed.InvolvementId, changed.MemberId, changed.ToldTo),
        MeetingScheduled scheduled => new(MeetingScheduled, scheduled.MeetingId),
        MeetingChanged changed => new(MeetingScheduled, changed.MeetingId),
        CardChanged changed => new(CardChanged, changed.InvolvementId),
        AgreementAdded added => new(AgreementChanged, added.AgreementId),
        AgreementChanged changed => new(AgreementChanged, changed.AgreementId),
        AgreementRemoved removed => new(AgreementChanged, removed.AgreementId),
        CoordinatorChanged changed => new(CoordinatorChanged, changed.ToInvolvementId),
        PlanPutForward _ => new(PlanPutForward),
        PlanAnswered answered => new(PlanAnswered, MemberId: answered.MemberId),
        ProfessionalJoined joined => new(ProfessionalJoined, joined.InvolvementId),
        ActionDone done => new(ActionDone, done.ActionId),
        CaseClosed _ => new(CaseClosed),
        CaseReopened _ => new(CaseReopened),
        _ => null,
    };
}
