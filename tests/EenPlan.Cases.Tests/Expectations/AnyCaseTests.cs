using EenPlan.Cases.Expectations;
using EenPlan.Cases.Expectations.Rules;
using EenPlan.Cases.Households;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Plans;

namespace EenPlan.Cases.Tests.Expectations;

/// <summary>What holds for every case, tried on the three of the demo and on hundreds that chance made.</summary>
public sealed class AnyCaseTests
{
    private const int Cases = 250;

    [Fact]
    public void Another_order_other_names_and_other_words_change_no_finding()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var (facts, dice) = (Chance.Case(seed), new Random(seed));
            ExpectationCheck.All(facts).Select(finding => finding.Id).ShouldBeUnique();
            ExpectationCheck.All(facts).ShouldAllBe(finding => finding.Version == (long)(double)finding.Version, "a browser must hand back the number it was given");
            Essence(Reworded(Shuffled(facts, dice), dice)).ShouldBe(Essence(facts), $"seed {seed}");
        }
    }

    [Fact]
    public void A_card_that_tells_exactly_what_was_wanted_takes_away_exactly_that_finding()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var facts = Chance.Case(seed);
            foreach (var unmet in ExpectationCheck.All(facts).Where(finding => finding.Kind is InformationRules.Unmet && finding.Cards.Count == 1))
            {
                var subject = unmet.Says.Parts.Single(part => part.Name == "subject").Part.Value;
                var others = ExpectationCheck.All(facts).Where(finding => finding.Id != unmet.Id && !Answers(finding, subject, unmet.Members)).Select(finding => finding.Id).ToHashSet();
                var teller = Chance.Card();
                teller.Gives = [new CardSubject(subject, [.. unmet.Members])];
                var after = ExpectationCheck.All(facts with { Involvements = [.. facts.Involvements, teller] }).Select(finding => finding.Id).ToHashSet();
                after.ShouldNotContain(unmet.Id);
                others.Except(after).ShouldBeEmpty($"only what was answered may go (seed {seed})");
            }
        }
    }

    [Fact]
    public void The_family_is_told_nothing_of_what_is_hidden_and_nothing_that_is_not_so()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var facts = Chance.Case(seed);
            var dice = new Random(seed);
            foreach (var card in facts.Involvements.Where(_ => dice.Next(3) == 0))
            {
                card.HiddenUntil = facts.Today.AddDays(3);
            }

            var hidden = facts.Involvements.Where(card => card.HiddenUntil is not null).Select(card => card.Id.ToString()).ToList();
            var all = ExpectationCheck.All(facts).ToDictionary(finding => finding.Id);
            foreach (var finding in ExpectationCheck.For(facts, new EenPlan.Cases.Access.Viewer("family", facts.Today, null)))
            {
                all.ShouldContainKey(finding.Id);
                finding.Members.Except(all[finding.Id].Members).ShouldBeEmpty("of nobody is said what is not so");
                var told = string.Join(' ', finding.Facts.Select(fact => $"{fact.Says.Value} {fact.ItemId}").Prepend(finding.Says.Value).Concat(finding.Cards.Select(id => id.ToString())));
                hidden.Where(id => told.Contains(id, StringComparison.Ordinal)).ShouldBeEmpty();
            }
        }
    }

    /// <summary>What a finding is and follows from, whatever it is called.</summary>
    private static List<string> Essence(CaseFacts facts) => [.. ExpectationCheck.All(facts).Select(finding => $"{finding.Id} {finding.Version}").Order(StringComparer.Ordinal)];

    /// <summary>True when telling this subject about these persons also answers the finding, wholly or in part.</summary>
    private static bool Answers(Finding finding, string subject, IReadOnlyList<Guid> persons) =>
        finding.Kind is InformationRules.Unmet or InformationRules.Partly && finding.Members.Intersect(persons).Any() && finding.Cards.Count == 1
        && finding.Says.Parts.Single(part => part.Name == "subject").Part.Value is var wanted
        && (EenPlan.Cases.Reference.ReferenceLists.Covers(subject, wanted) || EenPlan.Cases.Reference.ReferenceLists.Covers(wanted, subject));

    private static CaseFacts Shuffled(CaseFacts facts, Random dice)
    {
        List<T> Mix<T>(IEnumerable<T> items) => [.. items.OrderBy(_ => dice.Next())];
        foreach (var card in facts.Involvements)
        {
            (card.Wants, card.Gives, card.Tasks) = (Mix(card.Wants), Mix(card.Gives), Mix(card.Tasks));
            (card.LifeDomains, card.ForMembers, card.ContactFrequencies) = (Mix(card.LifeDomains), Mix(card.ForMembers), Mix(card.ContactFrequencies));
            card.Wants = card.Wants.ConvertAll(want => want with { About = Mix(want.About) });
        }

        facts.Plan.LifeDomains = Mix(facts.Plan.LifeDomains);
        return facts with
        {
            Household = Mix(facts.Household), Involvements = Mix(facts.Involvements), Goals = Mix(facts.Goals), Actions = Mix(facts.Actions), Agreements = Mix(facts.Agreements),
        };
    }

    private static CaseFacts Reworded(CaseFacts facts, Random dice)
    {
        string? Words(string? text) => text is null ? null : $"ብቃል {dice.Next()} كلمة";
        foreach (var member in facts.Household)
        {
            member.Name = Words(member.Name)!;
        }

        foreach (var card in facts.Involvements)
        {
            (card.Reason, card.FamilyRole, card.ContactMeWhen, card.HelpEndsWhen) = (Words(card.Reason), Words(card.FamilyRole), Words(card.ContactMeWhen), Words(card.HelpEndsWhen));
            card.Tasks = card.Tasks.ConvertAll(task => task with { Task = Words(task.Task) });
        }

        foreach (var goal in facts.Goals)
        {
            goal.Text = Words(goal.Text)!;
        }

        foreach (var action in facts.Actions)
        {
            (action.Text, action.Actor) = (Words(action.Text)!, action.Actor is { } actor ? actor with { Label = Words(actor.Label)! } : null);
        }

        foreach (var agreement in facts.Agreements)
        {
            (agreement.Text, agreement.Parties) = (Words(agreement.Text)!, agreement.Parties.ConvertAll(party => party with { Label = Words(party.Label)! }));
        }

        facts.Plan.LifeDomains = facts.Plan.LifeDomains.ConvertAll(domain => domain with { Name = Words(domain.Name) });
        return facts;
    }
}
