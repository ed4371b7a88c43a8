using EenPlan.Cases.Expectations;
using EenPlan.Cases.Households;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Plans;

namespace EenPlan.Cases.Tests.Expectations;

/// <summary>Cases that chance made, the same for the same seed but for their ids.</summary>
internal static class Chance
{
    private static readonly string[] Subjects =
        ["home", "home.safety", "home.daily", "wellbeing", "wellbeing.treatment", "school", "school.progress", "network", "legal"];

    private static readonly string[] Domains = ["raising", "school", "health", "money", "housing", "safety"];
    private static readonly string[] Tasks = ["daily-care", "therapy", "contact-with-school", "other"];
    private static readonly string[] Frequencies = ["weekly", "two-weekly", "monthly", "when-needed"];
    private static readonly string[] Norms = ["same-day", "2-days", "5-days", "10-days"];

    public static Involvement Card() => new()
    {
        Id = Guid.CreateVersion7(), ProfessionalId = Guid.CreateVersion7(), Kind = InvolvementKind.Professional, Status = InvolvementStatus.Active, Reason = "Omdat het nodig is.",
    };

    public static CaseFacts Case(int seed)
    {
        var dice = new Random(seed);
        string Of(string[] codes) => codes[dice.Next(codes.Length)];
        List<T> Some<T>(IEnumerable<T> items, int outOf) => [.. items.Where(_ => dice.Next(outOf) == 0)];
        var household = Enumerable.Range(0, dice.Next(1, 5)).Select(at => new HouseholdMember
        {
            Id = Guid.CreateVersion7(), Name = $"Iemand {at}", Role = "child", AgeBand = "4-11", Language = "nl", Interpreter = dice.Next(4) == 0 ? "yes" : "no", Rank = at,
        }).ToList();
        List<Guid> Persons() => [.. household.Where(_ => dice.Next(2) == 0).Select(member => member.Id).DefaultIfEmpty(household[0].Id)];

        var cards = Enumerable.Range(0, dice.Next(0, 9)).Select(_ => Card()).ToList();
        foreach (var card in cards)
        {
            card.Status = (InvolvementStatus)dice.Next(3);
            card.Kind = dice.Next(4) == 0 ? InvolvementKind.InformationOnly : InvolvementKind.Professional;
            card.Gives = [.. Enumerable.Range(0, dice.Next(4)).Select(_ => new CardSubject(Of(Subjects), Persons()))];
            card.Wants = [.. Enumerable.Range(0, dice.Next(4)).Select(_ => new CardSubject(Of(Subjects), Persons(), dice.Next(5) == 0 ? cards[dice.Next(cards.Count)].Id : null))];
            card.Tasks = [.. Enumerable.Range(0, dice.Next(3)).Select(_ => new CardTask(Of(Domains), "woorden", Persons(), Of(Tasks)))];
            card.LifeDomains = Some(Domains, 3);
            card.ForMembers = Persons();
            card.LeadPractitionerOf = Some(household.Select(member => member.Id), 5);
            card.ContactFrequencies = [.. cards.Where(other => other != card && dice.Next(3) == 0).Select(other => new CardFrequency(other.Id, Of(Frequencies)))];
            (card.ReplyNorm, card.PreferredChannel, card.StandInId) = (dice.Next(3) == 0 ? null : Of(Norms), dice.Next(3) == 0 ? null : "phone", dice.Next(2) == 0 ? null : Guid.CreateVersion7());
            card.PeriodUntil = dice.Next(3) == 0 ? null : DemoFacts.Today.AddDays(dice.Next(-30, 90));
        }

        PlanActor? Actor() => dice.Next(4) switch
        {
            0 => null,
            1 => new PlanActor(PlanActors.Family, household[0].Id, "Iemand"),
            2 => new PlanActor(PlanActors.Network, null, "Oma", dice.Next(2) == 0 ? true : null),
            _ => cards.Count == 0 ? null : new PlanActor(PlanActors.Professional, cards[dice.Next(cards.Count)].Id, "Hulp"),
        };

        var goals = Enumerable.Range(0, dice.Next(4)).Select(_ => new Goal { Id = Guid.CreateVersion7(), Text = "Een doel", Domain = Of(Domains), ForMembers = Persons(), Status = dice.Next(4) == 0 ? GoalStatus.Reached : GoalStatus.Open }).ToList();
        return new CaseFacts(
            DemoFacts.Today, Closed: false, cards.Count > 0 && dice.Next(2) == 0 ? cards[0].Id : null,
            new FamilyPlan { LifeDomains = [.. Some(Domains, 2).Select(code => new ChosenDomain(code, "Eigen naam"))], EvaluationDate = dice.Next(2) == 0 ? null : DemoFacts.Today.AddDays(dice.Next(-20, 40)) },
            household, cards, goals,
            [.. goals.SelectMany(goal => Enumerable.Range(0, dice.Next(3)).Select(_ => new PlanAction { Id = Guid.CreateVersion7(), GoalId = goal.Id, Text = "Iets doen", Domain = dice.Next(3) == 0 ? Of(Domains) : null, Actor = Actor(), Done = dice.Next(4) == 0 }))],
            [.. Enumerable.Range(0, dice.Next(3)).Select(_ => new Agreement { Id = Guid.CreateVersion7(), Text = "Een afspraak", Type = "process", Parties = [.. new[] { Actor(), Actor() }.OfType<PlanActor>()] })],
            dice.Next(3) == 0 ? null : new NetworkCopy { People = dice.Next(6), InTouch = dice.Next(5) });
    }
}
