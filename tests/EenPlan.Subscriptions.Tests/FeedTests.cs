using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Contracts.Cases;

namespace EenPlan.Subscriptions.Tests;

public class FeedTests
{
    private readonly Guid _case = Guid.CreateVersion7();

    [Fact]
    public async Task An_organisation_hears_on_its_feed_what_it_chose_about_the_cases_it_takes_part_in()
    {
        await using var world = await World.StartAsync();
        var (organisation, machine) = await world.SubscriberAsync("goal-reached", "help-ended");
        var (elsewhere, otherMachine) = await world.SubscriberAsync("goal-reached");
        world.Cases.Professional(_case, organisationId: organisation);
        world.Cases.Professional(Guid.CreateVersion7(), organisationId: elsewhere);
        world.GoalReached(_case);
        world.Cases.Tell(new CardChanged(_case, Guid.CreateVersion7(), ["reason"], true), _case);
        world.GoalReached(_case);

        (await world.FeedAsync(machine)).ShouldBe(["0000000001 nl.eenplan.goal-reached", "0000000002 nl.eenplan.goal-reached"]);
        (await world.FeedAsync(machine, since: 1)).ShouldBe(["0000000002 nl.eenplan.goal-reached"]);
        (await world.FeedAsync(otherMachine)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_on_the_feed_is_a_cloud_event_with_references_and_nothing_else()
    {
        await using var world = await World.StartAsync();
        var (organisation, machine) = await world.SubscriberAsync("goal-reached");
        world.Cases.Professional(_case, organisationId: organisation);
        var goal = Guid.CreateVersion7();
        var told = world.Cases.Tell(new GoalReached(_case, goal, "school"), _case);
        await world.Host.CatchUpAsync();

        var answer = await machine.GetAsync("/subscriptions/v1/feed");

        answer.Headers["Content-Type"].ShouldBe("application/cloudevents-batch+json");
        answer.Headers["X-Feed-Head"].ShouldBe("1");
        var happened = answer.Body!.AsArray().ShouldHaveSingleItem()!.AsObject();
        happened.Select(pair => pair.Key).ShouldBe(["specversion", "id", "source", "type", "subject", "time", "sequence", "datacontenttype", "data"], ignoreOrder: true);
        happened["specversion"]!.GetValue<string>().ShouldBe("1.0");
        happened["id"]!.GetValue<Guid>().ShouldBe(told.Id);
        happened["source"]!.GetValue<string>().ShouldBe($"urn:nld:eenplan:region:organisation:{organisation}");
        happened["time"]!.GetValue<string>().ShouldEndWith("Z");
        happened["data"]!.ToJsonString().ShouldBe($$"""{"caseId":"{{_case}}","itemId":"{{goal}}"}""");
    }

    [Fact]
    public async Task When_the_organisation_takes_no_part_any_more_its_unread_events_keep_their_number_but_tell_nothing()
    {
        await using var world = await World.StartAsync();
        var (organisation, machine) = await world.SubscriberAsync("goal-reached", "help-ended");
        var stays = Guid.CreateVersion7();
        var leaves = world.Cases.Professional(_case, organisationId: organisation);
        world.Cases.Professional(stays, organisationId: organisation);
        world.GoalReached(_case);
        world.GoalReached(stays);
        (await world.FeedAsync(machine)).Count.ShouldBe(2);

        world.Cases.Grant(_case, "professional", leaves, null, organisation);
        world.Cases.Tell(new HelpEnded(_case, Guid.CreateVersion7(), leaves, organisation), _case);

        (await world.FeedAsync(machine)).ShouldBe(["0000000001 nl.eenplan.withdrawn", "0000000002 nl.eenplan.goal-reached"]);
        (await machine.GetAsync("/subscriptions/v1/feed")).Text.ShouldNotContain(_case.ToString());
    }

    [Fact]
    public async Task A_treatment_status_reaches_only_the_organisation_of_somebody_who_wants_it_and_only_while_that_person_takes_part()
    {
        await using var world = await World.StartAsync();
        var (organisation, machine) = await world.SubscriberAsync("treatment-status-changed");
        var (other, otherMachine) = await world.SubscriberAsync("treatment-status-changed");
        var wants = world.Cases.Professional(_case, organisationId: organisation);
        world.Cases.Professional(_case, organisationId: organisation);
        world.Cases.Professional(_case, organisationId: other);
        world.Cases.Tell(new TreatmentStatusChanged(_case, Guid.CreateVersion7(), Guid.CreateVersion7(), "ended", [wants]), _case);

        (await world.FeedAsync(machine)).ShouldBe(["0000000001 nl.eenplan.treatment-status-changed"]);
        (await world.FeedAsync(otherMachine)).ShouldBeEmpty();

        world.Cases.Grant(_case, "professional", wants, null, organisation);
        (await world.FeedAsync(machine)).ShouldBe(["0000000001 nl.eenplan.withdrawn"]);
    }

    [Fact]
    public async Task A_waiting_reader_is_answered_when_something_happens_and_with_nothing_when_the_time_is_up()
    {
        await using var world = await World.StartAsync();
        var (organisation, machine) = await world.SubscriberAsync("goal-reached");
        world.Cases.Professional(_case, organisationId: organisation);
        await world.Host.CatchUpAsync();

        (await machine.GetAsync("/subscriptions/v1/feed?wait=1")).Body!.AsArray().ShouldBeEmpty();

        var waiting = machine.GetAsync("/subscriptions/v1/feed?wait=20");
        world.GoalReached(_case);
        await world.Host.CatchUpAsync();
        (await waiting).Body!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_organisations_present_client_reads_the_feed()
    {
        await using var world = await World.StartAsync();
        var (organisation, machine) = await world.SubscriberAsync("goal-reached");
        (await machine.GetAsync("/subscriptions/v1/feed")).Status.ShouldBe(HttpStatusCode.OK);
        (await world.Administrator(organisation).PostAsync("/subscriptions/v1/organisation-subscription/machine-client", new { })).Status.ShouldBe(HttpStatusCode.Created);

        (await machine.GetAsync("/subscriptions/v1/feed")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await world.Administrator(organisation).GetAsync("/subscriptions/v1/feed")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await world.Host.Client().GetAsync("/subscriptions/v1/feed")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_client_that_is_replaced_while_it_waits_is_told_nothing_any_more()
    {
        await using var world = await World.StartAsync();
        var (organisation, machine) = await world.SubscriberAsync("goal-reached");
        world.Cases.Professional(_case, organisationId: organisation);
        await world.Host.CatchUpAsync();
        var waiting = machine.GetAsync("/subscriptions/v1/feed?wait=20");
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        waiting.IsCompleted.ShouldBeFalse();

        (await world.Administrator(organisation).PostAsync("/subscriptions/v1/organisation-subscription/machine-client", new { })).Status.ShouldBe(HttpStatusCode.Created);
        world.GoalReached(_case);
        await world.Host.CatchUpAsync();
        (await waiting).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_organisations_own_node_reads_along_without_a_client_and_does_not_count_as_its_system()
    {
        await using var world = await World.StartAsync();
        var (organisation, machine) = await world.SubscriberAsync("goal-reached");
        world.Cases.Professional(_case, organisationId: organisation);
        world.GoalReached(_case);

        (await world.FeedAsync(world.Node(organisation))).ShouldBe(["0000000001 nl.eenplan.goal-reached"]);
        (await world.Administrator(organisation).GetAsync("/subscriptions/v1/deliveries")).Body!["feed"]!["lastReadAt"].ShouldBeNull();
        (await world.FeedAsync(machine)).ShouldBe(["0000000001 nl.eenplan.goal-reached"]);
        (await world.Administrator(organisation).GetAsync("/subscriptions/v1/deliveries")).Body!["feed"]!["lastReadNumber"]!.GetValue<long>().ShouldBe(1);
        (await world.FeedAsync(world.Node(Guid.CreateVersion7()))).ShouldBeEmpty();
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_question_is_said_at_once()
    {
        await using var world = await World.StartAsync();
        var (_, machine) = await world.SubscriberAsync();
        var answer = await machine.GetAsync("/subscriptions/v1/feed?since=-1&limit=0&wait=99");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldBe(["/limit out-of-range", "/since out-of-range", "/wait out-of-range"]);
    }
}
