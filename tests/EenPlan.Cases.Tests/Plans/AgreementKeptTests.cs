using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Contracts.Cases;

namespace EenPlan.Cases.Tests.Plans;

/// <summary>Whether an agreement is kept says how it goes, not what was agreed.</summary>
public sealed class AgreementKeptTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task Who_is_party_to_it_says_so_and_nobody_else_who_may_not_write_the_plan()
    {
        var story = await FamilyCase.OpenAsync(host);
        var peters = await AgreementAsync(story, CasesHost.Peter);
        var schools = await AgreementAsync(story, CasesHost.Els);
        (await story.Peter.PatchAsync(schools, new { kept = "yes" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await story.School.PatchAsync(peters, new { kept = "yes" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound, "who is only informed does not even see it");
        (await story.Peter.PatchAsync(peters, new { kept = "partly", text = "Iets anders" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.Forbidden);

        ((string?)(await story.Peter.PatchAsync(peters, new { kept = "partly" }, "\"1\"")).Body!["kept"]).ShouldBe("partly");
        ((string?)(await story.School.PatchAsync(schools, new { kept = "no" }, "\"1\"")).Body!["kept"]).ShouldBe("no");
        ((string?)(await story.Mother.PatchAsync(peters, new { kept = "yes" }, "\"2\"")).Body!["kept"]).ShouldBe("yes");
        (await story.Coordinator.PatchAsync(peters, new { kept = (string?)null }, "\"3\"")).Body!["kept"].ShouldBeNull();
        (await story.Coordinator.PatchAsync(peters, new { kept = "often" }, "\"4\"")).Errors.ShouldBe(["/kept unknown-code"]);
        (await story.Coordinator.PatchAsync(peters, new { kept = "yes" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task It_makes_no_new_version_and_is_told_as_what_it_is()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.FillAsync();
        var agreement = await AgreementAsync(story, CasesHost.Peter);
        await story.PutForwardAsync();
        await story.Mother.PatchAsync(agreement, new { kept = "yes" }, "\"1\"");
        (await PlanAsync(story))["changedSinceVersion"]!.GetValue<bool>().ShouldBeFalse();
        (await host.ToldAsync(story.Id))[^1].ShouldBe(nameof(AgreementKept));
        var told = (await story.Mother.GetAsync($"{story.Url}/timeline")).Items[0]!;
        ((string?)told["kind"], (string?)told["data"]!["kept"]).ShouldBe(("agreement-kept", "yes"));

        await story.Mother.PatchAsync(agreement, new { kept = "no", text = "Eerst bellen" }, "\"2\"");
        (await host.ToldAsync(story.Id)).TakeLast(2).ShouldBe([nameof(AgreementKept), nameof(AgreementChanged)]);
        (await PlanAsync(story))["changedSinceVersion"]!.GetValue<bool>().ShouldBeTrue();
        await story.Mother.PatchAsync(agreement, new { text = "Wij bellen" }, "\"3\"");
        (await PlanAsync(story))["changedSinceVersion"]!.GetValue<bool>().ShouldBeFalse("what was agreed is again what the family answered to");
    }

    [Fact]
    public async Task Of_a_hidden_agreement_the_family_is_not_told_that_it_is_kept()
    {
        var story = await FamilyCase.OpenAsync(host);
        var added = await story.Coordinator.PostAsync($"{story.Url}/agreements", new { text = "Wij bellen", type = "safety", hiddenFromFamily = story.Hidden() });
        await story.Coordinator.PatchAsync($"{story.Url}/agreements/{added.Id}", new { kept = "no" }, "\"1\"");
        (await story.Mother.PatchAsync($"{story.Url}/agreements/{added.Id}", new { kept = "yes" }, "\"2\"")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await story.Mother.GetAsync($"{story.Url}/timeline")).Items.ShouldNotContain(item => (string?)item!["kind"] == "agreement-kept");
        (await story.Peter.GetAsync($"{story.Url}/timeline")).Items.ShouldContain(item => (string?)item!["kind"] == "agreement-kept");
        (await PlanAsync(story))["agreements"]!.AsArray().ShouldBeEmpty();
    }

    private static async Task<string> AgreementAsync(FamilyCase story, Guid professional)
    {
        var added = await story.Coordinator.PostAsync($"{story.Url}/agreements", new { text = "Wij bellen", type = "process", parties = new[] { new { kind = "professional", id = story.InvolvementOf(professional) } } });
        added.Status.ShouldBe(HttpStatusCode.Created, added.Text);
        return $"{story.Url}/agreements/{added.Id}";
    }

    private static async Task<JsonNode> PlanAsync(FamilyCase story) => (await story.Mother.GetAsync($"{story.Url}/plan")).Body!;
}
