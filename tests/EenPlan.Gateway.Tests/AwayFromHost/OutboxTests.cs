using System.Net;
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
}
