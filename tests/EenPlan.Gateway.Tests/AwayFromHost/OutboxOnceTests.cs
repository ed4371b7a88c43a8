using System.Net;
using EenPlan.Gateway.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Tests.AwayFromHost;

/// <summary>What was typed arrives once, also when its sending broke off.</summary>
public sealed class OutboxOnceTests
{
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
}
