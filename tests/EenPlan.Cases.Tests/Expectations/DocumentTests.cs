using System.Globalization;
using System.Text;
using EenPlan.Cases.Expectations;

namespace EenPlan.Cases.Tests.Expectations;

/// <summary>docs/findings.md says what is found in the cases of the demo and in one of our own making; it is written by this test.</summary>
public sealed class DocumentTests
{
    private static readonly (string Key, string Title)[] Cases =
    [
        ("paper-form", "The paper form with its own example"), ("back-home", "Back home to father"), ("two-sisters", "Two sisters, two places"),
        ("night-shift", "The night shift: a case of our own making"),
    ];

    [Fact]
    public async Task The_findings_in_the_documents_are_those_that_are_found()
    {
        var text = new StringBuilder();
        text.AppendLine("# What the check finds in the cases of the demo").AppendLine();
        text.AppendLine("Written by a test from the demo's files as if today were 27 November 2026; the fourth case is `tests/EenPlan.Cases.Tests/Expectations/night-shift.json`. Rules: [expectation-check.md](expectation-check.md).");
        foreach (var (key, title) in Cases)
        {
            var demo = DemoFacts.Of(key);
            var found = ExpectationCheck.All(demo.Facts);
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine();
            foreach (var finding in found)
            {
                var sentence = Wording.Says(finding, demo.Called);
                text.AppendLine(CultureInfo.InvariantCulture, $"- **{sentence.Nl}** {sentence.En} `{finding.Kind}`");
            }
        }

        var made = text.ToString().ReplaceLineEndings("\n");
        await File.WriteAllTextAsync(Path.Combine(DemoFacts.Root, "artifacts", "findings.md"), made, TestContext.Current.CancellationToken);
        var committed = await File.ReadAllTextAsync(Path.Combine(DemoFacts.Root, "docs", "findings.md"), TestContext.Current.CancellationToken);
        made.ShouldBe(committed, "look at it and commit it: cp artifacts/findings.md docs/findings.md");
    }

    [Fact]
    public void The_case_of_our_own_making_shows_the_rules_that_the_others_do_not()
    {
        ExpectationCheck.All(DemoFacts.Of("night-shift").Facts).Select(finding => finding.Kind).Distinct().Order().ShouldBe(
        [
            "action-not-accepted", "action-outside-domains", "card-empty", "evaluation-date-missing", "frequency-differs", "frequency-none", "frequency-one-sided", "goal-without-anyone",
            "help-ends-thin-network", "interpreter-unanswered", "lead-practitioner-unclear", "network-not-agreed", "reply-too-slow", "stand-in-missing", "want-unmet",
        ]);
    }
}
