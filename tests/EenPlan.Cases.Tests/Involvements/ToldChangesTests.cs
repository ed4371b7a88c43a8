using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Cases;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Tests.Involvements;

/// <summary>An event of a change names what changed, not what somebody happened to send along; without a change there is none.</summary>
public sealed class ToldChangesTests(CasesHost host) : IClassFixture<CasesHost>
{
    private static readonly string[] Health = ["health"];

    [Fact]
    public async Task A_card_tells_only_what_changed()
    {
        var story = await FamilyCase.OpenAsync(host);
        var card = $"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Peter)}";
        var first = await ChangeAsync(story.Peter, card, new { reason = "Rust", lifeDomains = Health, period = new { text = "Tot de zomer" } });
        var tag = first.Tag;
        (await FieldsAsync(story, typeof(CardChanged))).ShouldBe(["lifeDomains, period, reason"]);

        (await ChangeAsync(story.Peter, card, new { reason = "Rust", lifeDomains = Health, period = new { text = "Tot de zomer" } })).Tag.ShouldBe(tag);
        await ChangeAsync(story.Peter, card, new { reason = "Rust", familyRole = "Peter helpt Fatima", lifeDomains = Health });
        (await FieldsAsync(story, typeof(CardChanged)))[1..].ShouldBe(["familyRole"]);
    }

    [Fact]
    public async Task The_kind_that_somebody_has_already_is_no_change_of_access()
    {
        var story = await FamilyCase.OpenAsync(host);
        var before = await CountAsync(story);
        await ChangeAsync(story.Coordinator, $"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Peter)}", new { kind = "professional", hiddenFromFamily = (object?)null });
        (await CountAsync(story)).ShouldBe(before);
    }

    [Fact]
    public async Task The_head_of_a_case_tells_only_what_changed()
    {
        var story = await FamilyCase.OpenAsync(host);
        await ChangeAsync(story.Coordinator, story.Url, new { alias = "Gezin Verzonnen", method = "one-family-one-plan" });
        (await FieldsAsync(story, typeof(CaseChanged))).ShouldBeEmpty();
        await ChangeAsync(story.Coordinator, story.Url, new { alias = "Gezin Bedacht", municipality = "voorbeeldstad", legalGround = new { code = "youth-act", motivation = "Er is meer hulp nodig." } });
        (await FieldsAsync(story, typeof(CaseChanged))).ShouldBe(["alias, legalGround"]);
    }

    [Fact]
    public async Task A_household_member_who_stays_the_same_is_not_told_of()
    {
        var story = await FamilyCase.OpenAsync(host);
        var child = $"{story.Url}/household/{story.ChildId}";
        var before = await CountAsync(story);
        (await story.Coordinator.PatchAsync(child, new { name = "Sami Verzonnen" }, "\"1\"")).Tag.ShouldBe("\"1\"");
        (await CountAsync(story)).ShouldBe(before);
        (await story.Coordinator.PatchAsync(child, new { name = "Samir Verzonnen" }, "\"1\"")).Tag.ShouldBe("\"2\"");
        (await CountAsync(story)).ShouldBe(before + 1);
    }

    private static async Task<Answer> ChangeAsync(TestClient who, string url, object changes)
    {
        var changed = await who.PatchAsync(url, changes, (await who.GetAsync(url)).Tag);
        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Text);
        return changed;
    }

    private Task<int> CountAsync(FamilyCase story) => host.Host.WithAsync<CasesDb, int>(db => db.Journal.CountAsync(row => row.CaseId == story.Id));

    /// <summary>The fields that each event of this type names.</summary>
    private async Task<List<string>> FieldsAsync(FamilyCase story, Type type)
    {
        var name = type.FullName;
        var told = await host.Host.WithAsync<CasesDb, List<string>>(db => db.Journal.Where(row => row.CaseId == story.Id && row.Type == name)
            .OrderBy(row => row.CaseVersion).ThenBy(row => row.Ordinal).Select(row => row.Data).ToListAsync());
        return told.ConvertAll(data => string.Join(", ", JsonNode.Parse(data)!["fields"]!.AsArray().Select(field => (string?)field).Order()));
    }
}
