using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Gateway.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Tests.AwayFromHost;

/// <summary>What somebody typed is for nobody else, and what cannot be kept is said.</summary>
public sealed class OutboxOwnTests
{
    [Fact]
    public async Task Who_is_no_longer_that_professional_here_sends_nothing_any_more()
    {
        await using var away = await Away.StartAsync();
        await away.RegionGoesAsync();
        await away.KeepAsync(away.Goal("Een doel", "key-1"));
        away.Nodes.Provider.Services.Identities["samira"] = [];
        away.Later(TimeSpan.FromSeconds(61));
        await away.RegionComesBackAsync();
        var other = Guid.CreateVersion7();
        away.Plans.Parts[(TwoNodes.Samira, other)] = 0;
        await away.SoonAsync(() => away.WithDbAsync(db => db.HeldCases.AnyAsync(row => row.ProfessionalId == TwoNodes.Samira && row.CaseId == other)));
        away.Plans.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_sees_or_touches_what_somebody_else_typed()
    {
        await using var away = await Away.StartAsync();
        away.Nodes.Provider.Services.Identities["bert"] = [new { id = Guid.CreateVersion7(), kind = "professional", name = "Bert Proef", organisationId = Region.Organisation, organisationName = "Voorbeeld", roles = Array.Empty<string>() }];
        await away.RegionGoesAsync();
        var id = (string?)(await away.KeepAsync(away.Goal("Een doel", "key-1"))).Json["id"];
        var bert = await away.Nodes.Provider.SignedInAsync("bert");
        (await bert.GetAsync(Away.Outbox)).Json["items"]!.AsArray().ShouldBeEmpty();
        (await bert.DeleteAsync($"{Away.Outbox}/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await bert.PostAsync($"{Away.Outbox}/{id}/_send", new { })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await bert.PostAsync(Away.Outbox, away.Goal("Ik hoor er niet bij", "key-2"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await away.Nodes.Provider.Browser().PostAsync(Away.Outbox, away.Goal("Wie?", "key-3"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await away.StatesAsync()).ShouldBe(["waiting"]);
    }

    [Fact]
    public async Task Kept_twice_is_kept_once_and_there_is_an_end_to_what_fits()
    {
        await using var away = await Away.StartAsync();
        await away.RegionGoesAsync();
        var first = await away.KeepAsync(away.Goal("Een doel", "key-0"));
        ((string?)(await away.KeepAsync(away.Goal("Een doel", "key-0"))).Json["id"]).ShouldBe((string?)first.Json["id"]);
        for (var count = 1; count < 100; count++)
        {
            await away.KeepAsync(away.Goal("Een doel", $"key-{count}"));
        }

        var full = await away.Samira.PostAsync(Away.Outbox, away.Goal("Te veel", "key-100"));
        (full.Status, full.Code).ShouldBe((HttpStatusCode.Conflict, "outbox-full"));
    }

    [Fact]
    public async Task What_is_not_right_is_said_and_not_kept()
    {
        await using var away = await Away.StartAsync();
        (string Field, string Value)[] wrong =
        [
            ("method", "\"DELETE\""), ("method", "\"GET\""), ("path", "\"/api/cases/v1/cases/01920000-0000-7000-8000-000000000301/goals\""), ("path", "\"/api/directory/v1/professionals\""),
            ("path", "null"), ("idempotencyKey", "null"), ("body", "null"), ("body", "[1]"), ("body", "\"text\""), ("was", "7"), ("about", "{\"kind\":\"goal\"}"),
            ("about", "{\"caseId\":\"nonsense\",\"kind\":\"goal\"}"), ("about", $"{{\"caseId\":\"{away.Case}\",\"kind\":\"secret\"}}"), ("host", "\"another\""),
        ];
        foreach (var (field, value) in wrong)
        {
            var input = System.Text.Json.JsonSerializer.SerializeToNode(away.Goal("Een doel", "key-1"))!.AsObject();
            input[field] = JsonNode.Parse(value);
            var answer = await away.Samira.PostAsync(Away.Outbox, input);
            (answer.Status, answer.Code).ShouldBe((HttpStatusCode.BadRequest, "invalid-input"), $"{field} {value}: {answer.Text}");
        }

        (await away.EntriesAsync()).ShouldBeEmpty();
    }
}
