using System.Net;
using EenPlan.Cases.Persistence;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Tests.Nodes;

/// <summary>A node says that what it held of a case is gone.</summary>
public sealed class DeletionTests : IAsyncLifetime
{
    private readonly CasesHost _host = new();
    private readonly Guid _elsewhere = Guid.CreateVersion7();

    [Fact]
    public async Task What_one_who_left_was_held_for_is_told_to_family_and_coordinator_once()
    {
        var story = await FamilyCase.OpenAsync(_host);
        await _host.RegisterAsync(CasesHost.Peter, _elsewhere);

        var said = Body(story.Id, CasesHost.Organisation, [CasesHost.Peter]);
        (await _host.Gateway.PostAsync("/cases/internal/deletions", said)).Status.ShouldBe(HttpStatusCode.OK);
        (await _host.Gateway.PostAsync("/cases/internal/deletions", said)).Status.ShouldBe(HttpStatusCode.OK);

        await _host.CarriedAsync(story.Id);
        foreach (var reader in (TestClient[])[story.Mother, story.Coordinator])
        {
            var lines = (await reader.GetAsync($"{story.Url}/access-log")).Items.Where(line => ((string)line!["action"]!).StartsWith("node-", StringComparison.Ordinal)).ToList();
            lines.Count.ShouldBe(1);
            ((string?)lines[0]!["action"]).ShouldBe("node-deleted-for-professional");
            ((string?)lines[0]!["organisation"]).ShouldBe("Wijkteam Voorbeeldwijk");
        }

        var kept = await _host.Host.WithAsync<CasesDb, Kept>(db => db.Deletions.Where(row => row.CaseId == story.Id).Select(row => new Kept(row.Node, row.Statement, row.Rows)).SingleAsync());
        kept.ShouldBe(new Kept("provider-one", "header.body.signature", 3));
    }

    [Fact]
    public async Task When_the_last_one_of_the_organisation_left_nothing_is_held_there_at_all()
    {
        var story = await FamilyCase.OpenAsync(_host);
        Guid[] all = [CasesHost.Hanneke, CasesHost.Jacqueline, CasesHost.Peter, CasesHost.Els];
        foreach (var who in all)
        {
            await _host.RegisterAsync(who, _elsewhere);
        }

        (await TellAsync(story.Id, all)).Status.ShouldBe(HttpStatusCode.OK);
        await _host.CarriedAsync(story.Id);
        (await story.LoggedAsync(story.Mother)).ShouldContain("node-deleted-case");
    }

    [Fact]
    public async Task Who_still_takes_part_still_holds_something()
    {
        var story = await FamilyCase.OpenAsync(_host);
        await _host.RegisterAsync(CasesHost.Peter, _elsewhere);
        var answer = await TellAsync(story.Id, CasesHost.Peter, CasesHost.Els);
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        ((string?)answer.Body!["code"]).ShouldBe("still-takes-part");
        (await _host.Host.WithAsync<CasesDb, bool>(db => db.Deletions.AnyAsync(row => row.CaseId == story.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_case_of_others_answers_like_one_that_does_not_exist()
    {
        var story = await FamilyCase.OpenAsync(_host);
        var ofOthers = await TellAsync(story.Id, CasesHost.Stranger);
        var nowhere = await TellAsync(Guid.CreateVersion7(), CasesHost.Stranger);
        var otherOrganisation = await _host.Gateway.PostAsync("/cases/internal/deletions", Body(story.Id, _elsewhere, [CasesHost.Peter]));
        ofOthers.Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var answer in (Answer[])[nowhere, otherOrganisation])
        {
            Without(answer.Text, (string)answer.Body!["traceId"]!).ShouldBe(Without(ofOthers.Text, (string)ofOthers.Body!["traceId"]!));
        }
    }

    [Theory]
    [InlineData("professionalIds")]
    [InlineData("statement")]
    [InlineData("deletedAt")]
    [InlineData("node")]
    [InlineData("caseId")]
    public async Task Without_all_of_it_nothing_is_kept(string missing)
    {
        var story = await FamilyCase.OpenAsync(_host);
        var body = System.Text.Json.JsonSerializer.SerializeToNode(Body(story.Id, CasesHost.Organisation, [CasesHost.Peter]))!.AsObject();
        body.Remove(missing);
        (await _host.Gateway.PostAsync("/cases/internal/deletions", body.ToJsonString())).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private Task<Answer> TellAsync(Guid caseId, params Guid[] professionals) =>
        _host.Gateway.PostAsync("/cases/internal/deletions", Body(caseId, CasesHost.Organisation, professionals));

    private object Body(Guid caseId, Guid organisation, Guid[] professionals) => new
    {
        node = "provider-one", organisationId = organisation, caseId, professionalIds = professionals, deletedAt = _host.Clock.GetUtcNow(), rows = 3, statement = "header.body.signature",
    };

    private static string Without(string text, string trace) => text.Replace(trace, "", StringComparison.Ordinal);

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}

internal sealed record Kept(string Node, string Statement, int Rows);
