using System.Text.Json;
using EenPlan.Contracts;
using EenPlan.Contracts.Cases;
using EenPlan.Kit;
using EenPlan.Reporting.Cases;

namespace EenPlan.Reporting.Tests;

public sealed class CaseFactsTests
{
    private static readonly Guid Id = Guid.NewGuid(), Doctor = Guid.NewGuid(), Coach = Guid.NewGuid(), Goal = Guid.NewGuid(), Agreement = Guid.NewGuid();
    private readonly Dictionary<string, int> _sums = [];
    private CaseFacts _facts = new();

    private static DateTimeOffset Noon(int month, int day) => new(2026, month, day, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Something happened; the facts go through the form in which they are stored.</summary>
    private void On(int month, int day, params IEvent[] happened)
    {
        foreach (var one in happened)
        {
            foreach (var change in _facts.Take(one, Noon(month, day)))
            {
                var key = $"{change.Month} {change.Municipality} {change.Measure}";
                _sums[key] = _sums.GetValueOrDefault(key) + change.By;
            }

            _facts = JsonSerializer.Deserialize<CaseFacts>(JsonSerializer.Serialize(_facts, Json.Options), Json.Options)!;
        }
    }

    private void ShouldHave(params string[] sums) => _sums.Where(pair => pair.Value != 0).Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal).ShouldBe(sums.Order(StringComparer.Ordinal));

    private static CaseOpened Opened => new(Id, "proefdorp", [], new DateOnly(2026, 3, 3));

    private static ProfessionalJoined Joined(Guid involvement, string kind = "professional") => new(Id, involvement, Guid.NewGuid(), Guid.NewGuid(), kind);

    [Fact]
    public void A_case_opens_closes_and_opens_again()
    {
        On(3, 3, Opened, Joined(Doctor));
        On(5, 20, new CaseClosed(Id, new DateOnly(2026, 5, 20), "goals-reached"), new HelpEnded(Id, Doctor, Guid.NewGuid(), Guid.NewGuid()));
        On(8, 2, new CaseReopened(Id, new DateOnly(2026, 8, 2)));
        ShouldHave("202603 proefdorp opened 1", "202603 proefdorp open 1", "202603 proefdorp parties 1",
            // After the fifteenth it stands in the count of the next month.
            "202605 proefdorp closed 1", "202606 proefdorp open -1", "202606 proefdorp parties -1", "202608 proefdorp opened 1", "202608 proefdorp open 1");
    }

    [Fact]
    public void Everything_of_a_case_moves_with_it_and_what_happened_stays_where_it_happened()
    {
        On(3, 3, Opened, Joined(Doctor), new GoalAdded(Id, Goal, "money"), new AgreementKept(Id, Agreement, "yes"), new PlanChanged(Id, [], new DateOnly(2026, 9, 1)));
        On(4, 4, new CaseChanged(Id, "voorbeeldstad", ["municipality"]));
        ShouldHave("202603 proefdorp opened 1", "202603 proefdorp open 1", "202603 proefdorp parties 1", "202603 proefdorp goals/money/open 1", "202603 proefdorp kept/yes 1", "202603 proefdorp evaluation-date 1",
            "202604 proefdorp open -1", "202604 proefdorp parties -1", "202604 proefdorp goals/money/open -1", "202604 proefdorp kept/yes -1", "202604 proefdorp evaluation-date -1",
            "202604 voorbeeldstad open 1", "202604 voorbeeldstad parties 1", "202604 voorbeeldstad goals/money/open 1", "202604 voorbeeldstad kept/yes 1", "202604 voorbeeldstad evaluation-date 1");
    }

    [Fact]
    public void Cards_follow_their_people()
    {
        On(3, 3, Opened, Joined(Guid.NewGuid(), "intake"), Joined(Doctor), new CardChanged(Id, Doctor, [], true), new CardChanged(Id, Guid.NewGuid(), [], true));
        On(4, 3, new ProfessionalReplaced(Id, Doctor, Guid.NewGuid(), Coach, Guid.NewGuid(), Guid.NewGuid()), new CoordinatorChanged(Id, null, Coach), new CoordinatorChanged(Id, Coach, Doctor));
        On(5, 3, new CardChanged(Id, Coach, [], false), new TreatmentStatusChanged(Id, Coach, Guid.NewGuid(), "ended", []));
        ShouldHave("202603 proefdorp opened 1", "202603 proefdorp open 1", "202603 proefdorp parties 2", "202603 proefdorp cards-complete 2", "202604 proefdorp replacements 1",
            "202604 proefdorp coordinator-changes 1", "202605 proefdorp cards-complete -1", "202605 proefdorp treatment-notices 1");
    }

    [Fact]
    public void A_card_that_waited_for_a_successor_counts_again_as_it_stood()
    {
        On(3, 3, Opened, Joined(Doctor), new CardChanged(Id, Doctor, [], true));
        On(4, 3, new HelpEnded(Id, Doctor, Guid.NewGuid(), Guid.NewGuid()));
        On(5, 3, new ProfessionalReplaced(Id, Doctor, Guid.NewGuid(), Coach, Guid.NewGuid(), Guid.NewGuid(), CardComplete: true));
        ShouldHave("202603 proefdorp opened 1", "202603 proefdorp open 1", "202603 proefdorp parties 1", "202603 proefdorp cards-complete 1", "202604 proefdorp parties -1", "202604 proefdorp cards-complete -1",
            "202605 proefdorp parties 1", "202605 proefdorp cards-complete 1", "202605 proefdorp replacements 1");
    }

    [Fact]
    public void Goals_and_agreements_are_counted_as_they_stand()
    {
        On(3, 3, Opened, new GoalAdded(Id, Goal, "money"), new GoalChanged(Id, Goal, [], "school"), new GoalStatusChanged(Id, Goal, "school", "partly-reached"), new AgreementKept(Id, Agreement, "no"));
        On(4, 3, new GoalReached(Id, Goal, "school"), new AgreementKept(Id, Agreement, "partly"));
        On(5, 3, new GoalRemoved(Id, Goal), new AgreementKept(Id, Agreement, null));
        ShouldHave("202603 proefdorp opened 1", "202603 proefdorp open 1", "202603 proefdorp goals/school/partly-reached 1", "202603 proefdorp kept/no 1", "202604 proefdorp goals/school/partly-reached -1",
            "202604 proefdorp goals/school/reached 1", "202604 proefdorp kept/no -1", "202604 proefdorp kept/partly 1", "202605 proefdorp goals/school/reached -1", "202605 proefdorp kept/partly -1");
    }

    [Fact]
    public void The_first_agreed_plan_counts_and_evaluations_are_in_time_until_a_week_later()
    {
        On(3, 3, Opened);
        On(4, 2, new PlanAgreed(Id, 1), new PlanAgreed(Id, 2));
        On(6, 9, Held(6, 8, planned: 6, 1, next: true), Held(6, 9, planned: 6, 1, next: false), new EvaluationHeld(Id, Guid.NewGuid(), new DateOnly(2026, 6, 9), null, null));
        ShouldHave("202603 proefdorp opened 1", "202603 proefdorp open 1", "202604 proefdorp agreed-after/30 1", "202606 proefdorp evaluated-in-time 1", "202606 proefdorp evaluated-late 1");

        static EvaluationHeld Held(int month, int day, int planned, int plannedDay, bool next) =>
            new(Id, Guid.NewGuid(), new DateOnly(2026, month, day), new DateOnly(2026, planned, plannedDay), next ? new DateOnly(2026, 9, 1) : null);
    }
}
