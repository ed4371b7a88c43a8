using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Cases.Nodes;
using EenPlan.Testing;

namespace EenPlan.Cases.Tests.Nodes;

/// <summary>What the node of an organisation may keep of the cases of its people.</summary>
public sealed class MemberCasesTests : IAsyncLifetime
{
    private readonly CasesHost _host = new();

    [Fact]
    public async Task An_organisation_hears_which_of_its_people_take_part_in_what_and_nothing_else()
    {
        var story = await FamilyCase.OpenAsync(_host);
        var rows = (await ListAsync(CasesHost.Organisation)).AsArray();
        rows.Select(row => $"{row!["professionalId"]} {row["level"]}").ShouldBe(
            [$"{CasesHost.Hanneke} intake", $"{CasesHost.Jacqueline} professional", $"{CasesHost.Peter} professional", $"{CasesHost.Els} information-only"], ignoreOrder: true);
        rows.ShouldAllBe(row => (string?)row!["caseId"] == story.Id.ToString() && (string?)row["reference"] == CaseReference.Of(story.Id));
        rows[0]!.AsObject().Select(field => field.Key).ShouldBe(["professionalId", "caseId", "reference", "level"], ignoreOrder: true);
        ((string?)(await story.Peter.GetAsync(story.Url)).Body!["reference"]).ShouldBe(CaseReference.Of(story.Id));
    }

    [Fact]
    public async Task Who_left_is_not_in_it_and_another_organisation_hears_nothing()
    {
        var story = await FamilyCase.OpenAsync(_host);
        var elsewhere = Guid.CreateVersion7();
        await _host.RegisterAsync(CasesHost.Peter, elsewhere);
        (await ListAsync(CasesHost.Organisation)).AsArray().ShouldNotContain(row => (string?)row!["professionalId"] == CasesHost.Peter.ToString());
        (await ListAsync(elsewhere)).AsArray().ShouldBeEmpty();
        (await _host.As(CasesHost.Peter).GetAsync($"/cases/internal/member-cases?organisationId={elsewhere}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_family_reads_no_line_for_a_list_that_says_nothing_of_its_plan()
    {
        var story = await FamilyCase.OpenAsync(_host);
        await ListAsync(CasesHost.Organisation);
        (await story.LoggedAsync(story.Mother)).ShouldNotContain("list-member-cases");
    }

    private async Task<JsonNode> ListAsync(Guid organisation)
    {
        var answer = await _host.Gateway.GetAsync($"/cases/internal/member-cases?organisationId={organisation}");
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        return answer.Body!;
    }

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
