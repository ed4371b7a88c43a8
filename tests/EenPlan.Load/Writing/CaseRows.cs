using EenPlan.Cases.Cases;
using EenPlan.Cases.Expectations;
using EenPlan.Cases.Households;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Meetings;
using EenPlan.Cases.Plans;
using EenPlan.Kit.Access;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Journal;
using EenPlan.Network.People;
using EenPlan.Subscriptions.Updates;

namespace EenPlan.Load.Writing;

/// <summary>Everything that the databases hold about one family.</summary>
internal sealed class CaseRows
{
    public required Case Case { get; init; }

    public required FamilyPlan Plan { get; init; }

    public List<HouseholdMember> Household { get; } = [];

    public List<Involvement> Involvements { get; } = [];

    public List<Handover> Handovers { get; } = [];

    public List<Evaluation> Evaluations { get; } = [];

    public List<Closing> Closings { get; } = [];

    public List<Goal> Goals { get; } = [];

    public List<PlanAction> Actions { get; } = [];

    public List<Agreement> Agreements { get; } = [];

    public List<Meeting> Meetings { get; } = [];

    public List<PlanVersion> Versions { get; } = [];

    public List<PlanAnswer> Answers { get; } = [];

    public List<JournalEntry> Journal { get; } = [];

    public List<CaseAccess> Access { get; } = [];

    public List<Person> People { get; } = [];

    public NetworkState? Network { get; set; }

    public NetworkCopy? NetworkCopy { get; set; }

    public List<JournalEntry> NetworkJournal { get; } = [];

    public List<Update> Updates { get; } = [];

    /// <summary>Audit lines of cases, in order; chained when they are written.</summary>
    public List<AuditLine> Audit { get; } = [];

    /// <summary>Audit lines of network.</summary>
    public List<AuditLine> PeopleAudit { get; } = [];
}
