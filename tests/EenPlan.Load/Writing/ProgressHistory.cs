using EenPlan.Cases.Cases;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Plans;
using EenPlan.Contracts.Cases;
using EenPlan.Kit;
using EenPlan.Kit.Access;
using EenPlan.Load.Region;

namespace EenPlan.Load.Writing;

/// <summary>
/// What happened with a family once its plan was there, in months: people told of treatments, took over from each other, reached goals, kept agreements or not, looked back, and closed the case.
/// </summary>
internal sealed class ProgressHistory(FamilyScript script, CaseRows rows, Ledger ledger, IReadOnlyList<Worker> neighbourhood, Dice dice)
{
    private static readonly GoalStatus[] Results = [GoalStatus.Reached, GoalStatus.Reached, GoalStatus.Reached, GoalStatus.PartlyReached, GoalStatus.NotReached, GoalStatus.Dropped];
    private static readonly string[] Answers = ["yes", "yes", "yes", "partly", "no"];
    private static readonly string[] EndReasons = ["as-planned", "by-agreement", "family-stopped", "moved"];
    private readonly List<(DateTimeOffset At, Action Do)> _days = [];

    private Guid Id => rows.Case.Id;

    private Worker CoordinatorNow => WhoIs(rows.Involvements.Single(row => row.Id == rows.Case.CoordinatorInvolvementId));

    /// <summary>Writes what happened until an instant.</summary>
    public void WriteUntil(DateTimeOffset end)
    {
        Plan(end);
        foreach (var (at, work) in _days.Where(day => day.At <= end).OrderBy(day => day.At).TakeWhile(_ => rows.Case.ClosedAt is null))
        {
            ledger.WaitUntil(at);
            work();
        }
    }

    private void Plan(DateTimeOffset end)
    {
        Sometimes(0.5, 10, 200, TellOfTreatment);
        Sometimes(0.5, 30, 250, TellOfTreatment);
        Sometimes(0.4, 30, 200, ChangeCoordinator);
        Sometimes(0.35, 30, 250, Replace);
        rows.Goals.ToList().ForEach(goal => Sometimes(0.7, 40, 250, () => Finish(goal)));
        rows.Agreements.ToList().ForEach(agreement => Sometimes(0.6, 20, 150, () => Answer(agreement)));
        for (var planned = rows.Plan.EvaluationDate; planned < Calendar.DayOf(end);)
        {
            // Two of three look back in time, and most agree when they do so next.
            var held = planned.Value.AddDays(dice.Happens(0.66) ? dice.Below(8) - 3 : 9 + dice.Below(25));
            DateOnly? next = dice.Happens(0.7) ? planned.Value.AddDays(90 + dice.Below(40)) : null;
            _days.Add((Noon(held), () => LookBack(held, next)));
            planned = next;
        }

        Sometimes(0.5, 100, 330, Close);
    }

    private void Sometimes(double chance, int from, int until, Action work)
    {
        if (dice.Happens(chance))
        {
            _days.Add((ledger.Now.AddDays(from + dice.Below(until - from)).AddMinutes(dice.Below(400)), work));
        }
    }

    private void TellOfTreatment()
    {
        var (own, member) = (dice.Of([.. rows.Involvements.Where(row => row.IsActive && row.Kind == InvolvementKind.Professional)]), dice.Of(rows.Household));
        Commit(WhoIs(own), "say-treatment-status", "C", 204, own.Id, () =>
            ledger.Record(new TreatmentStatusChanged(Id, own.Id, member.Id, dice.Of(["started", "changed", "ended"]), TreatmentRules.ToldTo(rows.Involvements, own, member.Id))));
    }

    private void ChangeCoordinator()
    {
        if (rows.Involvements.Find(row => row.IsActive && row.Kind == InvolvementKind.Professional && row.Id != rows.Case.CoordinatorInvolvementId) is not { } next)
        {
            return;
        }

        Commit(CoordinatorNow, "appoint-coordinator", "C", 200, null, () => ledger.Record(new CoordinatorProposed(Id, next.Id)));
        Commit(WhoIs(next), "accept-coordination", "C", 204, null, () =>
        {
            ledger.Record(new CoordinatorChanged(Id, rows.Case.CoordinatorInvolvementId, next.Id));
            (rows.Case.CoordinatorInvolvementId, rows.Case.CoordinatorSince) = (next.Id, ledger.Now);
        });
    }

    private void Replace()
    {
        var old = rows.Involvements.Find(row => row.IsActive && row.Kind == InvolvementKind.Professional && row.Id != rows.Case.CoordinatorInvolvementId);
        var free = neighbourhood.Where(worker => !worker.OpensCases && rows.Involvements.TrueForAll(row => row.ProfessionalId != worker.Id)).ToList();
        if (old is null || free.Count == 0)
        {
            return;
        }

        var (from, to) = (WhoIs(old), dice.Of(free));
        var handover = new Handover { Id = ledger.NewId(), CaseId = Id, FromInvolvementId = old.Id, ToProfessionalId = to.Id, Reason = "Ander werk.", ProposedAt = ledger.Now, Status = HandoverStatus.Accepted };
        rows.Handovers.Add(handover);
        Commit(from, "propose-handover", "C", 201, handover.Id, () => ledger.Record(new HandoverProposed(Id, handover.Id, old.Id, to.Id)));
        ledger.Commit(Doer.Of(to), "accept-handover", "C", "own-invitations", 204, handover.Id, _ => TakeOver(old, to, handover));
    }

    private void TakeOver(Involvement old, Worker to, Handover handover)
    {
        var successor = new Involvement
        {
            Id = ledger.NewId(), CaseId = Id, ProfessionalId = to.Id, OrganisationId = to.Employer.Id, Kind = old.Kind, Status = InvolvementStatus.Active, InvitedAt = handover.ProposedAt,
            InvitedBy = old.ProfessionalId, InvitationReason = handover.Reason, Since = ledger.Now, Reason = old.Reason, FamilyRole = old.FamilyRole, ContactMeWhen = old.ContactMeWhen,
            HelpEndsWhen = old.HelpEndsWhen, LifeDomains = [.. old.LifeDomains], ForMembers = [.. old.ForMembers], Tasks = [.. old.Tasks], Gives = [.. old.Gives], Wants = [.. old.Wants],
            ContactFrequencies = [.. old.ContactFrequencies], ReplyNorm = old.ReplyNorm,
        };
        rows.Involvements.Add(successor);
        ledger.EndAccess(old.ProfessionalId);
        (old.Status, old.Until, old.EndReason, old.TakenOverBy) = (InvolvementStatus.Ended, ledger.Now, handover.Reason, successor.Id);
        old.Version++;
        ledger.SetAccess("professional", to.Id, to.Employer.Id, successor.Kind);
        ledger.Record(new ProfessionalReplaced(Id, old.Id, old.ProfessionalId, successor.Id, to.Id, to.Employer.Id));
        PassOn(old.Id, successor.Id);
    }

    private void PassOn(Guid from, Guid to)
    {
        foreach (var action in rows.Actions.Where(action => !action.Done && action.Actor?.Id == from))
        {
            action.Actor = action.Actor! with { Id = to };
        }

        rows.Agreements.ForEach(agreement => agreement.Parties = agreement.Parties.ConvertAll(party => party.Id == from ? party with { Id = to } : party));
        rows.Plan.ChangedSinceVersion = true;
    }

    private void Finish(Goal goal) => Commit(CoordinatorNow, "change-goal", "U", 200, goal.Id, () =>
    {
        goal.Status = dice.Of(Results);
        goal.Version++;
        rows.Plan.ChangedSinceVersion = true;
        if (goal.Status == GoalStatus.Reached)
        {
            ledger.Record(new GoalReached(Id, goal.Id, goal.Domain));
        }
        else
        {
            ledger.Record(new GoalStatusChanged(Id, goal.Id, goal.Domain, PlanCodes.Of(goal.Status)));
        }
    });

    private void Answer(Agreement agreement) => Commit(CoordinatorNow, "change-agreement", "U", 200, agreement.Id, () =>
    {
        agreement.Kept = dice.Of(Answers);
        agreement.Version++;
        ledger.Record(new AgreementKept(Id, agreement.Id, agreement.Kept));
    });

    private void LookBack(DateOnly held, DateOnly? next) => Commit(CoordinatorNow, "record-evaluation", "C", 201, null, () =>
    {
        var evaluation = new Evaluation { Id = ledger.NewId(), CaseId = Id, HeldOn = held, PlannedFor = rows.Plan.EvaluationDate, NextDate = next, RecordedAt = ledger.Now, RecordedBy = CoordinatorNow.Id };
        rows.Evaluations.Add(evaluation);
        ledger.Record(new EvaluationHeld(Id, evaluation.Id, held, evaluation.PlannedFor, next));
        (rows.Plan.EvaluationDate, rows.Plan.Version, rows.Plan.ChangedSinceVersion) = (next, rows.Plan.Version + 1, true);
        ledger.Record(new PlanChanged(Id, ["evaluationDate"], next));
    });

    private void Close() => Commit(CoordinatorNow, "close-case", "C", 200, null, () =>
    {
        var closing = new Closing { Id = ledger.NewId(), CaseId = Id, ClosedAt = ledger.Now, ClosedBy = CoordinatorNow.Id, EndReason = dice.Of(EndReasons) };
        rows.Closings.Add(closing);
        (rows.Case.ClosedAt, rows.Case.LastClosingId, rows.Case.Version) = (closing.ClosedAt, closing.Id, rows.Case.Version + 1);
        ledger.Record(new CaseClosed(Id, Calendar.DayOf(ledger.Now), closing.EndReason));
    });

    private void Commit(Worker who, string action, string code, int outcome, Guid? item, Action work) =>
        ledger.Commit(Doer.Of(who), action, code, $"involved:{InvolvementKind.Professional}", outcome, item, _ => work());

    private Worker WhoIs(Involvement involvement) => involvement.ProfessionalId == script.Opener.Id ? script.Opener
        : Array.Find(script.Helpers, helper => helper.Who.Id == involvement.ProfessionalId)?.Who ?? neighbourhood.Single(worker => worker.Id == involvement.ProfessionalId);

    private static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
