using System.Net;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Tests;

public class OrganisationTests
{
    private const string Path = "/subscriptions/v1/organisation-subscription";

    [Fact]
    public async Task An_organisation_hears_nothing_until_its_administrator_chooses()
    {
        await using var world = await World.StartAsync();
        var administrator = world.Administrator(Guid.CreateVersion7());
        var before = await administrator.GetAsync(Path);
        before.Body!["kinds"]!.AsArray().Count.ShouldBe(14);
        before.Body["kinds"]!.AsArray().ShouldAllBe(choice => !choice!["on"]!.GetValue<bool>());
        before.Body["machineClient"].ShouldBeNull();

        (await administrator.PatchAsync(Path, new { kinds = (string[])["goal-reached"] }, null)).Status.ShouldBe((HttpStatusCode)428);
        (await administrator.PatchAsync(Path, new { kinds = (string[])["gossip"] }, before.Tag)).Errors.ShouldBe(["/kinds unknown-code"]);
        var after = await administrator.PatchAsync(Path, new { kinds = (string[])["goal-reached"] }, before.Tag);
        after.Body!["kinds"]!.AsArray().Where(choice => choice!["on"]!.GetValue<bool>()).Select(choice => (string?)choice!["kind"]).ShouldBe(["goal-reached"]);

        var stale = await administrator.PatchAsync(Path, new { kinds = Array.Empty<string>() }, before.Tag);
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        stale.Body!["current"]!["version"]!.GetValue<long>().ShouldBe(after.Body["version"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_professional_does_not_choose_for_the_organisation()
    {
        await using var world = await World.StartAsync();
        (await world.Professional(Guid.CreateVersion7()).GetAsync(Path)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await world.Professional(Guid.CreateVersion7()).GetAsync("/subscriptions/v1/deliveries")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_administrator_sees_how_much_was_delivered_but_not_about_which_case()
    {
        await using var world = await World.StartAsync();
        var caseId = Guid.CreateVersion7();
        var (organisation, machine) = await world.SubscriberAsync("goal-reached");
        world.Cases.Professional(caseId, organisationId: organisation);
        world.GoalReached(caseId);
        await world.FeedAsync(machine);
        world.GoalReached(caseId);
        await world.Host.CatchUpAsync();

        var report = await world.Administrator(organisation).GetAsync("/subscriptions/v1/deliveries");

        var count = report.Items.Single(item => (string?)item!["kind"] == "goal-reached")!;
        (count["produced"]!.GetValue<int>(), count["delivered"]!.GetValue<int>()).ShouldBe((2, 1));
        report.Body!["feed"]!["head"]!.GetValue<long>().ShouldBe(2);
        report.Body["feed"]!["lastReadNumber"]!.GetValue<long>().ShouldBe(1);
        report.Text.ShouldNotContain(caseId.ToString(), Case.Insensitive);
        (await world.Administrator(organisation).GetAsync("/subscriptions/v1/updates")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await world.Administrator(organisation).GetAsync("/subscriptions/v1/live")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_secret_of_a_client_is_shown_once_and_kept_nowhere()
    {
        await using var world = await World.StartAsync();
        var organisation = Guid.CreateVersion7();
        var administrator = world.Administrator(organisation);
        var made = await administrator.PostAsync(Path + "/machine-client", new { }, key: "once");
        made.Status.ShouldBe(HttpStatusCode.Created);
        var (client, secret) = (made.Body!["clientId"]!.GetValue<Guid>(), made.Body["clientSecret"]!.GetValue<string>());

        (await administrator.PostAsync(Path + "/machine-client", new { }, key: "once")).Body!["code"]!.GetValue<string>().ShouldBe("secret-shown-already");
        (await administrator.GetAsync(Path)).Body!["machineClient"]!["clientId"]!.GetValue<Guid>().ShouldBe(client);
        (await world.WithDbAsync(db => db.MachineClients.Select(row => row.SecretHash).SingleAsync())).ShouldNotContain(secret);
    }

    [Fact]
    public async Task The_gateway_and_nobody_else_checks_a_secret_and_a_replaced_client_is_refused()
    {
        await using var world = await World.StartAsync();
        var organisation = Guid.CreateVersion7();
        var made = await world.Administrator(organisation).PostAsync(Path + "/machine-client", new { });
        var good = new { clientId = (string)made.Body!["clientId"]!, clientSecret = (string)made.Body["clientSecret"]! };
        const string Verify = "/subscriptions/internal/machine-clients/_verify";
        var gateway = world.Host.Client(world.Callers.System("subscriptions", "gateway"));

        var answer = await gateway.PostAsync(Verify, good);
        answer.Body!["organisationId"]!.GetValue<Guid>().ShouldBe(organisation);
        answer.Body["id"]!.GetValue<string>().ShouldBe(good.clientId);
        (await gateway.PostAsync(Verify, good with { clientId = "somebody" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await gateway.PostAsync(Verify, good with { clientSecret = "guess" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.Host.Client(world.Callers.System("subscriptions", "reporting")).PostAsync(Verify, good)).Status.ShouldBe(HttpStatusCode.Forbidden);

        await world.Administrator(organisation).PostAsync(Path + "/machine-client", new { });
        (await gateway.PostAsync(Verify, good)).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
