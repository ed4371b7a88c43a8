using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Gateway.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Tests.AwayFromHost;

/// <summary>What people type while the region is away is kept, and goes when it is back.</summary>
public sealed class OutboxTests
{
    [Fact]
    public async Task What_was_typed_goes_in_the_name_of_that_person_and_is_no_longer_here()
    {
        await using var away = await Away.StartAsync();
        await away.RegionGoesAsync();
        var refused = await away.Samira.SendAsync(HttpMethod.Patch, away.Plan, Browser.Json(new { ownGoal = "Weer naar school" }), ("X-EenPlan", "1"), ("If-Match", "\"1\""));
        (refused.Status, refused.Code).ShouldBe((HttpStatusCode.ServiceUnavailable, "region-away"));
        refused.Json["mayHaveArrived"].ShouldBeNull("no connection was made");

        var kept = await away.KeepAsync(away.Change("Weer naar school", was: new { ownGoal = "Rust" }));
        ((string?)kept.Json["state"], (string?)kept.Json["reference"], (string?)kept.Json["body"]!["ownGoal"]).ShouldBe(("waiting", "2222-ZZZZ", "Weer naar school"));
        await away.RegionComesBackAsync();
        await away.StatesBecomeAsync("sent");

        ((string?)away.Plans.Plan["ownGoal"]).ShouldBe("Weer naar school");
        away.Plans.By.ShouldBe(TwoNodes.Samira.ToString());
        (await away.EntriesAsync()).Single()!["body"].ShouldBeNull();
        (await away.WithDbAsync(db => db.Outbox.Where(row => row.ProfessionalId == TwoNodes.Samira).Select(row => row.Body).SingleAsync())).ShouldBeNull();
        away.Later(TimeSpan.FromHours(25));
        away.Samira.Dispose();
        await Eventually.ItIsAsync(async () => !await away.WithDbAsync(db => db.Outbox.AnyAsync(row => row.ProfessionalId == TwoNodes.Samira)));
    }

    [Fact]
    public async Task Several_things_go_in_the_order_in_which_they_were_typed_and_the_second_on_top_of_the_first()
    {
        await using var away = await Away.StartAsync();
        await away.RegionGoesAsync();
        await away.KeepAsync(away.Change("Eerst dit"));
        await away.KeepAsync(away.Goal("Een doel", "key-1"));
        await away.KeepAsync(away.Change("Toen dat"));
        await away.RegionComesBackAsync();
        await away.StatesBecomeAsync("sent", "sent", "sent");
        ((string?)away.Plans.Plan["ownGoal"]).ShouldBe("Toen dat");
        away.Plans.Goals.ShouldBe(["Een doel"]);
    }

    [Fact]
    public async Task Somebody_who_changed_another_field_is_not_in_the_way_and_who_changed_the_same_is_a_choice()
    {
        await using var away = await Away.StartAsync();
        await away.RegionGoesAsync();
        away.Plans.Change("sharedGoal", "Elke dag samen eten");
        await away.KeepAsync(away.Change("Weer naar school", was: new { ownGoal = "Rust" }));
        await away.RegionComesBackAsync();
        await away.StatesBecomeAsync("sent");
        ((string?)away.Plans.Plan["sharedGoal"]).ShouldBe("Elke dag samen eten");

        away.Plans.Change("ownGoal", "Iets anders");
        await away.KeepAsync(away.Change("Nog iets anders", version: 3, was: new { ownGoal = "Weer naar school" }));
        await away.StatesBecomeAsync("sent", "conflict");
        var conflict = (await away.EntriesAsync())[1]!;
        ((string?)conflict["problem"]!["current"]!["ownGoal"], (string?)conflict["problem"]!["changedBy"]!["name"], (string?)conflict["body"]!["ownGoal"]).ShouldBe(("Iets anders", "Jacqueline Fictief", "Nog iets anders"));

        (await away.Samira.PostAsync($"{Away.Outbox}/{conflict["id"]}/_send", new { body = new { ownGoal = "Iets van ons allebei" } })).Status.ShouldBe(HttpStatusCode.OK);
        await away.StatesBecomeAsync("sent", "sent");
        ((string?)away.Plans.Plan["ownGoal"]).ShouldBe("Iets van ons allebei");
    }

    [Fact]
    public async Task What_the_region_refuses_stays_with_its_reason_and_can_be_thrown_away()
    {
        await using var away = await Away.StartAsync();
        away.Plans.Refuses = 409;
        await away.KeepAsync(away.Goal("Een doel", "key-1"));
        await away.StatesBecomeAsync("refused");
        var entry = (await away.EntriesAsync()).Single()!;
        ((string?)entry["problem"]!["code"], (string?)entry["body"]!["text"]).ShouldBe(("case-closed", "Een doel"));
        (await away.Samira.DeleteAsync($"{Away.Outbox}/{entry["id"]}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await away.EntriesAsync()).ShouldBeEmpty();
        (await away.Samira.DeleteAsync($"{Away.Outbox}/{entry["id"]}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_is_killed_between_sending_and_writing_that_down_makes_nothing_twice()
    {
        await using var away = await Away.StartAsync();
        away.Plans.Hold = new TaskCompletionSource();
        await away.KeepAsync(away.Goal("Een doel", "key-1"));
        await Eventually.ItIsAsync(() => Task.FromResult(away.Plans.Goals.Count == 1));
        await away.Nodes.Provider.StopGatewayAsync();

        away.Plans.Hold = null;
        await away.Nodes.Provider.AddGatewayAsync(new() { ["Node"] = TwoNodes.Member, ["Runs"] = "directory" });
        // The gateway that is gone was the one that visits the region, for a minute.
        away.Later(TimeSpan.FromSeconds(61));
        await Eventually.ItIsAsync(async () => await away.WithDbAsync(db => db.Outbox.AnyAsync(row => row.ProfessionalId == TwoNodes.Samira && row.State == "sent")));
        away.Plans.Goals.ShouldBe(["Een doel"]);
        away.Plans.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task A_change_that_arrived_before_the_kill_is_no_conflict_with_oneself()
    {
        await using var away = await Away.StartAsync();
        away.Plans.Hold = new TaskCompletionSource();
        await away.KeepAsync(away.Change("Weer naar school", was: new { ownGoal = "Rust" }));
        await Eventually.ItIsAsync(() => Task.FromResult((string?)away.Plans.Plan["ownGoal"] == "Weer naar school"));
        await away.Nodes.Provider.StopGatewayAsync();
        away.Plans.Hold = null;
        await away.Nodes.Provider.AddGatewayAsync(new() { ["Node"] = TwoNodes.Member, ["Runs"] = "directory" });
        away.Later(TimeSpan.FromSeconds(61));
        await Eventually.ItIsAsync(async () => await away.WithDbAsync(db => db.Outbox.AnyAsync(row => row.ProfessionalId == TwoNodes.Samira && row.State == "sent")));
    }

    [Fact]
    public async Task What_may_have_arrived_more_than_a_day_ago_is_asked_instead_of_made_twice()
    {
        await using var away = await Away.StartAsync();
        await away.RegionGoesAsync();
        await away.KeepAsync(away.Goal("Misschien al daar", "key-1", begun: true));
        await away.KeepAsync(away.Goal("Nooit vertrokken", "key-2", begun: false));
        for (var hours = 0; hours < 25; hours += 5)
        {
            away.Later(TimeSpan.FromHours(5));
        }

        await away.RegionComesBackAsync();
        await away.AgainAsync();
        await away.StatesBecomeAsync("unsure", "sent");
        away.Plans.Goals.ShouldBe(["Nooit vertrokken"]);

        var id = (string?)(await away.EntriesAsync())[0]!["id"];
        (await away.Samira.PostAsync($"{Away.Outbox}/{id}/_send", new { })).Status.ShouldBe(HttpStatusCode.OK);
        await away.StatesBecomeAsync("sent", "sent");
        away.Plans.Goals.ShouldBe(["Nooit vertrokken", "Misschien al daar"]);
    }

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
