using System.Net;
using EenPlan.Subscriptions.Queues;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace EenPlan.Subscriptions.Tests;

/// <summary>What an administrator asks for holds although no broker is there; with a broker, see the distributed suite.</summary>
public class QueueTests
{
    private const string Path = "/subscriptions/v1/organisation-subscription/queue";

    // Port 1 answers nobody.
    private static readonly (string, string)[] Away =
        [("Amqp:Host", "127.0.0.1"), ("Amqp:Port", "1"), ("Amqp:User", "eenplan"), ("Amqp:Password", "x"), ("Amqp:Management", "http://127.0.0.1:1"), ("Amqp:Address", "amqps://queues.example")];

    [Fact]
    public async Task Without_a_broker_in_the_settings_no_queue_is_offered()
    {
        await using var world = await World.StartAsync();
        var administrator = world.Administrator(Guid.CreateVersion7());

        ((string?)(await administrator.GetAsync(Path)).Body!["state"]).ShouldBe("not-offered");
        var refused = await administrator.PostAsync(Path, new { });
        (refused.Status, (string?)refused.Body!["code"]).ShouldBe((HttpStatusCode.Conflict, "queue-not-offered"));
    }

    [Fact]
    public async Task A_queue_is_promised_while_the_broker_is_away_and_its_password_is_shown_once_and_kept_nowhere()
    {
        await using var world = await World.StartAsync(Away);
        var organisation = Guid.CreateVersion7();
        var administrator = world.Administrator(organisation);
        ((string?)(await administrator.GetAsync(Path)).Body!["state"]).ShouldBe("none");

        var made = await administrator.PostAsync(Path, new { }, key: "once");

        made.Status.ShouldBe(HttpStatusCode.Created);
        ((string?)made.Body!["address"], (string?)made.Body["virtualHost"], (string?)made.Body["queue"]).ShouldBe(("amqps://queues.example", "organisations", $"feed.{organisation}"));
        (await administrator.PostAsync(Path, new { }, key: "once")).Body!["code"]!.GetValue<string>().ShouldBe("secret-shown-already");
        var look = await administrator.GetAsync(Path);
        ((string?)look.Body!["state"], (string?)look.Body["userName"]).ShouldBe(("preparing", (string?)made.Body["userName"]));
        look.Text.ShouldNotContain((string)made.Body["password"]!);
        (await world.WithDbAsync(db => db.Queues.Select(row => row.PasswordHash).SingleAsync())).ShouldNotContain((string)made.Body["password"]!);
        ((string?)(await world.Administrator(Guid.CreateVersion7()).GetAsync(Path)).Body!["state"]).ShouldBe("none", "of another organisation");
        (await world.Professional(Guid.CreateVersion7()).GetAsync(Path)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_new_password_comes_with_a_new_user_so_that_the_old_one_can_be_cut_off()
    {
        await using var world = await World.StartAsync(Away);
        var administrator = world.Administrator(Guid.CreateVersion7());
        var first = (await administrator.PostAsync(Path, new { })).Body!;
        var second = (await administrator.PostAsync(Path, new { })).Body!;

        ((string?)second["userName"]).ShouldNotBe((string?)first["userName"]);
        ((string?)second["password"]).ShouldNotBe((string?)first["password"]);
        ((string?)(await administrator.GetAsync(Path)).Body!["userName"]).ShouldBe((string?)second["userName"]);
    }

    [Fact]
    public async Task A_queue_that_is_given_up_or_suspended_says_so_until_the_broker_has_nothing_of_it_any_more()
    {
        await using var world = await World.StartAsync(Away);
        var organisation = Guid.CreateVersion7();
        var administrator = world.Administrator(organisation);
        (await administrator.DeleteAsync(Path, null)).Status.ShouldBe(HttpStatusCode.NotFound);
        await administrator.PostAsync(Path, new { });

        (await administrator.PostAsync("/subscriptions/internal/queues/_suspend", new { organisationId = organisation, suspended = true })).Status.ShouldBe(HttpStatusCode.Forbidden);
        var gateway = world.Host.Client(world.Callers.System("subscriptions", "gateway"));
        (await gateway.PostAsync("/subscriptions/internal/queues/_suspend", new { organisationId = organisation, suspended = true })).Status.ShouldBe(HttpStatusCode.NoContent);
        ((string?)(await administrator.GetAsync(Path)).Body!["state"]).ShouldBe("suspended");
        (await gateway.PostAsync("/subscriptions/internal/queues/_suspend", new { organisationId = organisation, suspended = false })).Status.ShouldBe(HttpStatusCode.NoContent);
        ((string?)(await administrator.GetAsync(Path)).Body!["state"]).ShouldBe("preparing");

        (await administrator.DeleteAsync(Path, null)).Status.ShouldBe(HttpStatusCode.NoContent);
        ((string?)(await administrator.GetAsync(Path)).Body!["state"]).ShouldBe("ending");
    }

    [Fact]
    public async Task Health_says_how_much_is_not_in_the_queues_yet()
    {
        await using var world = await World.StartAsync(Away);
        var (organisation, _) = await world.SubscriberAsync("goal-reached");
        var caseId = Guid.CreateVersion7();
        world.Cases.Professional(caseId, organisationId: organisation);
        await world.Administrator(organisation).PostAsync(Path, new { });
        world.GoalReached(caseId);
        world.GoalReached(caseId);
        await world.Host.CatchUpAsync();

        long? lag = null;
        for (var attempt = 0; lag != 2 && attempt < 200; attempt++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            lag = (long?)(await world.Host.Client().GetAsync("/health/ready")).Body!["services"]![0]!["queueLag"];
        }

        lag.ShouldBe(2);
    }

    [Fact]
    public void An_operator_hears_all_that_is_wrong_with_the_settings()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Amqp:Host"] = "broker", ["Amqp:VirtualHost"] = "/", ["Amqp:MaxLength"] = "0" });

        AmqpOptions.Complaints(builder).Select(complaint => complaint.Split(' ')[0]).ShouldBe(["Amqp:Host", "Amqp:VirtualHost", "Amqp:MaxLength", "Amqp:Address"]);

        builder.Configuration["Amqp:Host"] = null;
        AmqpOptions.Complaints(builder).ShouldBeEmpty();
    }
}
