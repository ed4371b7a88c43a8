using System.Text.Json;
using EenPlan.Cases.Access;
using EenPlan.Cases.Meetings;
using EenPlan.Cases.Plans;
using EenPlan.Contracts.Cases;
using EenPlan.Kit;
using EenPlan.Kit.Access;
using EenPlan.Load.Region;

namespace EenPlan.Load.Writing;

/// <summary>What one family and its helpers agreed, as rows.</summary>
internal sealed class PlanHistory(FamilyScript script, CaseRows rows, Ledger ledger, Doer coordinator)
{
    private Guid Id => rows.Case.Id;

    public void WriteDraft()
    {
        Commit("change-plan", "U", 200, null, () =>
        {
            var plan = rows.Plan;
            (plan.OwnGoal, plan.SharedGoal, plan.EvaluationDate) = (script.OwnGoal, script.SharedGoal, script.EvaluationDate);
            plan.LifeDomains = [.. script.LifeDomains.Select(domain => new ChosenDomain(domain, null))];
            (plan.Version, plan.ChangedSinceVersion) = (plan.Version + 1, true);
            ledger.Record(new PlanChanged(Id, FamilyWords.PlanFields, plan.EvaluationDate));
        });
        foreach (var part in script.Goals)
        {
            AddGoal(part);
        }

        foreach (var part in script.Agreements)
        {
            Agree(part);
        }
    }

    public void Agree(AgreementPart part) => Create("add-agreement", () =>
    {
        var agreement = new Agreement
        {
            Id = ledger.NewId(), CaseId = Id, Text = part.Text, Type = part.Type, Parties = [.. part.Parties.Select(Actor)], ReviewDate = part.ReviewDate, MadeAt = ledger.Now,
        };
        rows.Agreements.Add(agreement);
        ledger.Record(new AgreementAdded(Id, agreement.Id));
        return agreement.Id;
    });

    public void Meet() => Create("schedule-meeting", () =>
    {
        var meeting = new Meeting { Id = ledger.NewId(), CaseId = Id, StartsAt = script.MeetingAt, Place = FamilyWords.Place, Purpose = FamilyWords.Purpose };
        rows.Meetings.Add(meeting);
        ledger.Record(new MeetingScheduled(Id, meeting.Id, meeting.StartsAt));
        return meeting.Id;
    });

    public void PutForward()
    {
        if (!script.PutForward)
        {
            return;
        }

        Create("put-plan-forward", () =>
        {
            (rows.Plan.CurrentVersion, rows.Plan.ChangedSinceVersion, rows.Plan.Version) = (1, false, rows.Plan.Version + 1);
            var version = new PlanVersion
            {
                CaseId = Id, Number = 1, Id = ledger.NewId(), PutForwardAt = ledger.Now, PutForwardBy = coordinator.Id, Snapshot = JsonSerializer.Serialize(Snapshot(), Json.Options),
            };
            rows.Versions.Add(version);
            ledger.Record(new PlanPutForward(Id, 1));
            return version.Id;
        });
        if (script.FamilyJoins)
        {
            Answer(rows.Household[0].Id);
        }
    }

    /// <summary>The coordinator ticks the first action.</summary>
    public void Tick()
    {
        var action = rows.Actions[0];
        Commit("change-action", "U", 200, action.Id, () =>
        {
            (action.Done, action.DoneAt) = (true, ledger.Now);
            action.Version++;
            ledger.Record(new ActionDone(Id, action.Id));
        });
    }

    private void Answer(Guid member) => ledger.Commit(new Doer("family", member, null), "answer-plan-version", "C", "involved:family", 201, member, _ =>
    {
        rows.Answers.Add(new PlanAnswer { CaseId = Id, Number = 1, MemberId = member, Answer = PlanAnswerKind.Agrees, OwnView = script.OwnView, AnsweredAt = ledger.Now });
        ledger.Record(new PlanAnswered(Id, 1, member, PlanCodes.Of(PlanAnswerKind.Agrees)));
        // Nobody else of the family has access: everybody agrees.
        rows.Plan.AgreedVersion = 1;
        ledger.Record(new PlanAgreed(Id, 1));
    });

    private void AddGoal(GoalPart part)
    {
        Goal goal = null!;
        Create("add-goal", () =>
        {
            goal = new Goal
            {
                Id = ledger.NewId(), CaseId = Id, Text = part.Text, Domain = part.Domain, ForMembers = [.. part.ForMembers.Select(place => rows.Household[place].Id)], TargetDate = part.TargetDate,
                Baseline = part.Baseline, Current = part.Current, Target = part.Target, Rank = rows.Goals.Count + 1,
            };
            rows.Goals.Add(goal);
            ledger.Record(new GoalAdded(Id, goal.Id, goal.Domain));
            return goal.Id;
        });
        for (var rank = 1; rank <= part.Actions.Length; rank++)
        {
            AddAction(goal, part.Actions[rank - 1], rank);
        }
    }

    private void AddAction(Goal goal, ActionPart part, int rank) => Create("add-action", () =>
    {
        var action = new PlanAction { Id = ledger.NewId(), CaseId = Id, GoalId = goal.Id, Text = part.Text, Actor = Actor(part.Actor), Due = part.Due, Rank = rank };
        rows.Actions.Add(action);
        ledger.Record(new ActionAdded(Id, action.Id, goal.Id));
        return action.Id;
    });

    private PlanActor Actor(ActorPart part) => part.Kind switch
    {
        PlanActors.Professional => new PlanActor(part.Kind, rows.Involvements[part.Place].Id, NameOf(part.Place)),
        PlanActors.Family => new PlanActor(part.Kind, rows.Household[part.Place].Id, rows.Household[part.Place].Name),
        _ => new PlanActor(PlanActors.Network, null, part.Label),
    };

    private string NameOf(int place) => place == 0 ? script.Opener.Name : script.Helpers[place - 1].Who.Name;

    /// <summary>The plan as the product shows it to a professional at this moment.</summary>
    private PlanSnapshot Snapshot()
    {
        var people = new CasePeople([.. rows.Involvements.Select((row, place) => new InvolvedPerson(row.Id, row.ProfessionalId, NameOf(place), row.IsActive, false))],
            rows.Household.ToDictionary(row => row.Id, row => row.Name), forFamily: false);
        var viewer = new Viewer(AccessLevel.Professional, Calendar.DayOf(ledger.Now), null);
        var actions = rows.Actions.ToLookup(row => row.GoalId);
        var view = PlanViewing.View(rows.Plan, PlanStatus.PutForward, false, [.. rows.Goals.Select((goal, index) => PlanViewing.View(goal, index + 1, actions[goal.Id], people, viewer))],
            [.. rows.Agreements.Select(agreement => PlanViewing.View(agreement, people, viewer))]);
        return new PlanSnapshot(view, [.. people.Members.Select(member => new NamedMember(member.Key, member.Value))]);
    }

    private void Commit(string action, string code, int outcome, Guid? item, Action work) => ledger.Commit(coordinator, action, code, "involved:professional", outcome, item, _ => work());

    private void Create(string action, Func<Guid> work)
    {
        Guid? made = null;
        ledger.Create(coordinator, action, "C", "involved:professional", 201, () => made, _ => made = work());
    }
}
