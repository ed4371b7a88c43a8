using EenPlan.Contracts.Cases;

namespace EenPlan.Cases.Timeline;

/// <summary>Which events people read in the timeline. Technical ones (access, copies) are not among them: a new kind is shown only after it is put here.</summary>
internal static class TimelineKinds
{
    /// <summary>The core that also a party that is only informed reads.</summary>
    public static readonly IReadOnlyList<string> Core = Names(
        typeof(CaseOpened), typeof(PlanChanged), typeof(GoalAdded), typeof(GoalChanged), typeof(GoalReached), typeof(GoalStatusChanged), typeof(GoalRemoved),
        typeof(CoordinatorChanged), typeof(ProfessionalReplaced), typeof(HelpEnded), typeof(PlanPutForward), typeof(PlanAgreed), typeof(MeetingScheduled), typeof(MeetingChanged),
        typeof(EvaluationHeld), typeof(CaseClosed), typeof(CaseReopened));

    public static readonly IReadOnlyList<string> All =
    [
        .. Core,
        .. Names(
            typeof(CaseChanged), typeof(HouseholdChanged), typeof(ProfessionalInvited), typeof(ProfessionalJoined), typeof(InvitationRefused), typeof(HandoverProposed),
            typeof(HandoverRefused), typeof(CoordinatorProposed), typeof(CoordinatorRefused), typeof(CardChanged), typeof(TreatmentStatusChanged),
            typeof(ActionAdded), typeof(ActionChanged), typeof(ActionDone), typeof(ActionRemoved), typeof(AgreementAdded), typeof(AgreementChanged), typeof(AgreementKept), typeof(AgreementRemoved),
            typeof(PlanAnswered)),
    ];

    /// <summary>Told only to whom it was told then.</summary>
    public static readonly string Treatment = typeof(TreatmentStatusChanged).FullName!;

    /// <summary>Fields that name the item that an event is about.</summary>
    public static readonly IReadOnlyList<string> ItemFields = ["goalId", "actionId", "agreementId", "meetingId", "evaluationId", "handoverId", "involvementId", "toInvolvementId", "memberId"];

    /// <summary>The kind as screens and subscriptions have it: GoalReached is goal-reached.</summary>
    public static string CodeOf(string type) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(type[(type.LastIndexOf('.') + 1)..]);

    private static string[] Names(params Type[] types) => [.. types.Select(type => type.FullName!)];
}
