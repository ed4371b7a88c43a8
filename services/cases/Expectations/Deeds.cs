using EenPlan.Cases.Access;
using EenPlan.Cases.Expectations.Rules;
using EenPlan.Cases.Involvements;
using EenPlan.Kit.Access;

namespace EenPlan.Cases.Expectations;

/// <summary>Who proposes: what the reader may do decides which deed, if any, settles a finding at once.</summary>
/// <param name="Card">The own card as it stands now; null for the family.</param>
/// <param name="Channel">How the directory says this professional is best reached.</param>
internal sealed record Doer(Permissions May, Involvement? Card, Guid? FamilyMember, string? Channel);

/// <summary>What one person can do to settle one finding, in one step.</summary>
internal static class Deeds
{
    private const int WeeksToEvaluation = 5;

    public static Saying? Of(Finding finding, CaseFacts facts, Doer doer) => finding.Kind switch
    {
        PlanRules.NoEvaluation when doer.May.EditPlan => new Saying("choose-date", ("day", Part.Day(EvaluationDay(facts.Today)))),
        PlanRules.NoActor when doer.May.EditPlan && (doer.FamilyMember is not null || doer.Card is not null) => new Saying("take-action"),
        PlanRules.NotAgreed when doer.May.EditPlan => new Saying("said-yes"),
        _ => doer.Card is { } card && facts.Cards.Any(row => row.Id == card.Id) ? OfCard(finding, facts, card, doer.Channel) : null,
    };

    private static Saying? OfCard(Finding finding, CaseFacts facts, Involvement card, string? channel)
    {
        var concerned = finding.Cards.Contains(card.Id);
        var mine = finding.Cards.Count > 0 && finding.Cards[0] == card.Id;
        return finding.Kind switch
        {
            // Who wants to know cannot answer; who was asked, or anybody when nobody was named, can.
            InformationRules.Unmet or InformationRules.Partly when !mine && (finding.Cards.Count == 1 || finding.Cards[1] == card.Id) => new Saying("tell"),
            ContactRules.Differs when concerned => new Saying("take-theirs"),
            ContactRules.OneSided when mine => new Saying("take-theirs"),
            CardRules.DoubleWork when concerned => new Saying("leave-task"),
            CardRules.PeriodOver when mine => new Saying("go-on"),
            PlanRules.OutsideDomains when mine => new Saying("add-domain"),
            PlanRules.Uncovered when card.Kind != InvolvementKind.InformationOnly => new Saying("add-domain"),
            ContactRules.NoChannel when mine && channel is not null => new Saying("use-known-channel", ("channel", Part.Code("channels", channel))),
            FamilyRules.Interpreter when card.Kind != InvolvementKind.InformationOnly => new Saying("arrange-interpreter"),
            CardRules.LeadUnclear when concerned => new Saying(card.LeadPractitionerOf.Contains(finding.Members[0]) ? "stop-being-lead" : "become-lead"),
            _ => null,
        };
    }

    /// <summary>Five weeks ahead, because the method looks back after four to six; not in a weekend or on a holiday with a fixed day.</summary>
    public static DateOnly EvaluationDay(DateOnly today)
    {
        var day = today.AddDays(7 * WeeksToEvaluation);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || (day.Month, day.Day) is (1, 1) or (4, 27) or (12, 25) or (12, 26))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>Until when help goes on that went past its period: until it is looked back on, or as long as that takes.</summary>
    public static DateOnly GoesOnUntil(CaseFacts facts) => facts.Plan.EvaluationDate is { } planned && planned > facts.Today ? planned : EvaluationDay(facts.Today);

    /// <summary>Who sees to the case as a whole, or has to do with it, may set a finding aside.</summary>
    public static bool MaySetAside(Finding finding, Doer doer) =>
        (doer.May.EditPlan && doer.May.Level != AccessLevel.Family) || (doer.Card is { } card && finding.Cards.Contains(card.Id));
}
