using EenPlan.Kit.Access;
using EenPlan.Kit.Api;

namespace EenPlan.Cases.Access;

/// <summary>
/// What somebody with access may do. Coordinator and family write the plan. While nobody coordinates the intake worker leads, and when that one left too, whoever takes part as professional:
/// somebody must be able to appoint the next coordinator.
/// </summary>
internal readonly record struct Permissions(string Level, bool IsCoordinator, bool HasCoordinator, bool HasIntake)
{
    private bool Leads => IsCoordinator || (!HasCoordinator && (Level == AccessLevel.Intake || (Level == AccessLevel.Professional && !HasIntake)));

    public bool EditPlan => Leads || Level == AccessLevel.Family;

    public bool TickAction => EditPlan || Level is AccessLevel.Professional or AccessLevel.InformationOnly;

    public bool PutForward => IsCoordinator;

    public bool Invite => Leads;

    public bool AppointCoordinator => Leads || Level == AccessLevel.Intake;

    public bool EditHousehold => Leads;

    public bool EditHead => Leads || Level == AccessLevel.Intake;

    public bool ScheduleMeeting => Leads;

    public bool Answer => Level == AccessLevel.Family;

    public bool SeeAccessLog => Level is AccessLevel.Family or AccessLevel.Intake || IsCoordinator;

    public bool EditNetwork => Level is AccessLevel.Family or AccessLevel.Intake or AccessLevel.Professional;

    public bool Hide => Leads;

    public bool RecordEvaluation => Leads;

    public bool CloseCase => Leads;

    public bool ReopenCase => Leads || Level == AccessLevel.Intake;

    public static void Require(bool allowed, string detail)
    {
        if (!allowed)
        {
            throw Problem.NotAllowed(detail);
        }
    }

    /// <summary>The same as codes, so that a screen shows only buttons that work. What is closed can be read and opened again.</summary>
    public IReadOnlyList<string> Codes(bool closed, bool ownCard, bool maySayTreatment) => closed ? Named(("see-access-log", SeeAccessLog), ("reopen-case", ReopenCase)) : Named(
        ("edit-plan", EditPlan), ("tick-action", TickAction), ("put-forward", PutForward), ("invite", Invite), ("appoint-coordinator", AppointCoordinator),
        ("edit-household", EditHousehold), ("edit-head", EditHead), ("schedule-meeting", ScheduleMeeting), ("agree", Answer), ("see-access-log", SeeAccessLog),
        ("edit-network", EditNetwork), ("hide", Hide), ("record-evaluation", RecordEvaluation), ("close-case", CloseCase), ("edit-card", ownCard), ("record-treatment", maySayTreatment));

    private static IReadOnlyList<string> Named(params (string Code, bool May)[] all) => [.. all.Where(item => item.May).Select(item => item.Code)];
}
