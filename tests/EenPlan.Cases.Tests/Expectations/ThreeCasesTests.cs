using EenPlan.Cases.Expectations;
using EenPlan.Cases.Expectations.Rules;
using EenPlan.Cases.Involvements;

namespace EenPlan.Cases.Tests.Expectations;

/// <summary>Three situations as practice described them: what must be found in each, and nothing that is not so.</summary>
public sealed class ThreeCasesTests
{
    [Fact]
    public void The_paper_form_with_its_own_example()
    {
        Found("paper-form").ShouldBe(
        [
            "channel-missing: jacqueline", "channel-missing: peter",
            "coordinator-missing",
            "domain-uncovered: housing", "domain-uncovered: language", "domain-uncovered: money",
            "evaluation-date-missing",
            "frequency-none",
            // The mother of the demo wants an interpreter, and nobody took that on.
            "interpreter-unanswered: mother",
            "want-partly: jacqueline wellbeing (mother)", "want-partly: peter home (child,father,mother)",
            "want-unmet: jacqueline school (child)", "want-unmet: jacqueline wellbeing (child,father)",
        ]);
    }

    [Fact]
    public void Back_home_to_father()
    {
        Found("back-home").ShouldBe(
        [
            "action-outside-domains: joris", "action-without-actor",
            "domain-uncovered: leisure",
            "double-work: joris,tess raising daily-routine (youth)",
            "evaluation-date-missing",
            "frequency-differs: joris,lies", "frequency-differs: karim,lies",
            "frequency-none",
            "frequency-one-sided: henk", "frequency-one-sided: joris", "frequency-one-sided: lies", "frequency-one-sided: tess", "frequency-one-sided: vera",
            "period-over: tess",
            "want-partly: henk home (youth)", "want-partly: karim school (youth)", "want-partly: lies home (father,youth)", "want-partly: lies school (youth)",
            "want-unmet: joris home.safety (father)",
        ]);
    }

    [Fact]
    public void Back_home_after_the_round_table_only_what_is_told_in_part_remains()
    {
        var demo = DemoFacts.Of("back-home");
        var facts = demo.Facts;
        var tess = facts.Involvements.Single(card => card.Id == demo["tess.voorbeeldig"]);
        var joris = facts.Involvements.Single(card => card.Id == demo["joris.verzinsel"]);
        facts.Plan.EvaluationDate = DemoFacts.Today.AddDays(35);
        tess.Status = InvolvementStatus.Ended;
        joris.LifeDomains = [.. joris.LifeDomains, "school", "leisure"];
        foreach (var action in facts.Actions.Where(action => action.Actor is null))
        {
            action.Actor = new EenPlan.Cases.Plans.PlanActor("professional", joris.Id, "Joris");
        }

        var active = facts.Involvements.Where(card => card.IsActive).ToList();
        foreach (var card in active)
        {
            card.ContactFrequencies = [.. active.Where(other => other != card).Select(other => new CardFrequency(other.Id, "monthly"))];
        }

        // Safety of the father is told by the guardian from now on.
        facts.Involvements.Single(card => card.Id == demo["lies.nergens"]).Gives.Add(new CardSubject("home.safety", [demo["father"]]));
        Found(demo, facts with { Involvements = [.. facts.Involvements] }).ShouldBe(
        [
            "want-partly: henk home (youth)", "want-partly: karim school (youth)", "want-partly: lies home (father,youth)", "want-partly: lies school (youth)",
        ]);
    }

    [Fact]
    public void Two_sisters_in_two_places()
    {
        Found("two-sisters").ShouldBe(
        [
            "double-work: ruud,yvonne school contact-with-school (a)",
            "frequency-none",
            "many-at-table",
            "want-partly: els home (a)", "want-partly: gerda home (a)", "want-partly: gerda school (a,b)",
            "want-unmet: gerda home (b)", "want-unmet: ton home (b)", "want-unmet: yvonne home.daily (b)",
        ]);
    }

    [Fact]
    public void Every_finding_and_every_fact_has_its_words_in_both_languages()
    {
        foreach (var key in (string[])["paper-form", "back-home", "two-sisters", "night-shift"])
        {
            var demo = DemoFacts.Of(key);
            foreach (var finding in ExpectationCheck.All(demo.Facts))
            {
                Sentence[] sentences = [Wording.Says(finding, demo.Called), Wording.Settles(finding, demo.Called), .. finding.Facts.Select(fact => Wording.Fact(fact, demo.Called))];
                sentences.SelectMany(sentence => new[] { sentence.Nl, sentence.En }).ShouldAllBe(text => text.Length > 5 && !text.Contains('{') && !text.Contains('?'));
            }
        }
    }

    private static List<string> Found(string key)
    {
        var demo = DemoFacts.Of(key);
        return Found(demo, demo.Facts);
    }

    private static List<string> Found(DemoFacts demo, CaseFacts facts) => [.. ExpectationCheck.All(facts).Select(finding => Line(demo, finding)).Order(StringComparer.Ordinal)];

    /// <summary>A finding on one line: kind, whom or what it is about, and for whom.</summary>
    private static string Line(DemoFacts demo, Finding finding)
    {
        string Names(IEnumerable<Guid> ids) => string.Join(',', ids.Select(demo.NameOf).Order(StringComparer.Ordinal));
        return finding.Kind switch
        {
            InformationRules.Unmet or InformationRules.Partly => $"{finding.Kind}: {demo.NameOf(finding.Cards[0])} {finding.About[1]} ({Names(finding.Members)})",
            CardRules.DoubleWork => $"{finding.Kind}: {Names(finding.Cards)} {finding.About[0]} {finding.About[1]} ({Names(finding.Members)})",
            PlanRules.Uncovered => $"{finding.Kind}: {finding.About[0]}",
            ContactRules.Differs => $"{finding.Kind}: {Names(finding.Cards)}",
            FamilyRules.Interpreter => $"{finding.Kind}: {Names(finding.Members)}",
            ContactRules.None or FamilyRules.ManyAtTable or PlanRules.NoActor => finding.Kind,
            _ => finding.Cards.Count == 0 ? finding.Kind : $"{finding.Kind}: {demo.NameOf(finding.Cards[0])}",
        };
    }
}
