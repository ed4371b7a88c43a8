using System.Text.Json.Nodes;

namespace EenPlan.Story;

/// <summary>What was never said aloud, also when it follows from what another service tells.</summary>
public abstract partial class TheStory
{
    [Fact]
    public async Task Help_that_ends_is_a_question_as_long_as_the_network_tells_of_few_people()
    {
        const string Kind = "help-ends-thin-network";
        var family = await OpenCoordinatedCaseAsync();
        var (karim, mother) = (await family.AsAsync(Cast.Coordinator), await family.FamilyMemberAsync("mother", Cast.Coordinator));
        (await karim.ChangeAsync(family.CardPath(Cast.Coordinator), new { reason = "Overzicht", period = new { until = Family.InDays(20) } })).ShouldBe(200);
        await AddAsync("Buurvrouw Bea Verzonnen");
        var found = await Eventually.SeesAsync("the finding, after the network told of one person", () => FindAsync(there: true));
        found["facts"]!.AsArray().Select(fact => (string)fact!["sentence"]!["nl"]!).ShouldContain("Vaak of soms contact buiten de hulp: 1.");

        await AddAsync("Opa Ot Verzonnen");
        await AddAsync("Tante Truus Verzonnen");
        await Eventually.SeesAsync("that it is gone, after the network told of three", () => FindAsync(there: false));

        async Task AddAsync(string name) => (await mother.PostAsync($"network/v1/cases/{family.Id}/people", new { name, sector = "neighbours", frequency = "often" })).ShouldBe(201);

        async Task<JsonNode?> FindAsync(bool there)
        {
            var findings = (await mother.GetAsync($"{family.Path}/findings")).ShouldBe(200);
            var one = findings.Items.FirstOrDefault(finding => (string?)finding["kind"] == Kind);
            return there ? one : one is null ? findings.Body : null;
        }
    }
}
