using System.Net;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Access;
using EenPlan.Subscriptions.Persistence;
using EenPlan.Subscriptions.Updates;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Tests;

public class UpdatesTests
{
    private readonly Guid _case = Guid.CreateVersion7();

    [Fact]
    public async Task Everybody_in_the_case_is_told_except_who_did_it()
    {
        await using var world = await World.StartAsync();
        var (actor, colleague, parent) = (world.Cases.Professional(_case), world.Cases.Professional(_case), world.Cases.Family(_case));
        var stranger = world.Cases.Professional(Guid.CreateVersion7());
        world.GoalReached(_case, by: actor);

        (await world.ToldAsync(world.Professional(actor))).ShouldBeEmpty();
        (await world.ToldAsync(world.Professional(colleague))).ShouldBe(["1 goal-reached"]);
        (await world.ToldAsync(world.Family(parent))).ShouldBe(["1 goal-reached"]);
        (await world.ToldAsync(world.Professional(stranger))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_treatment_status_is_told_only_to_the_professional_who_wants_it()
    {
        await using var world = await World.StartAsync();
        var (wants, other, parent, member) = (world.Cases.Professional(_case), world.Cases.Professional(_case), world.Cases.Family(_case), Guid.CreateVersion7());
        world.Cases.Tell(new TreatmentStatusChanged(_case, Guid.CreateVersion7(), member, "ended", [wants]), _case);

        (await world.ToldAsync(world.Professional(wants))).ShouldBe(["1 treatment-status-changed"]);
        (await world.Professional(wants).GetAsync("/subscriptions/v1/updates")).Items[0]!["memberId"]!.GetValue<Guid>().ShouldBe(member);
        (await world.ToldAsync(world.Professional(other))).ShouldBeEmpty();
        (await world.ToldAsync(world.Family(parent))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_only_kept_informed_hears_the_core_and_nothing_about_cards()
    {
        await using var world = await World.StartAsync();
        var school = world.Cases.Professional(_case, AccessLevel.InformationOnly);
        world.Cases.Tell(new CardChanged(_case, Guid.CreateVersion7(), ["reason"], true), _case);
        world.Cases.Tell(new AgreementAdded(_case, Guid.CreateVersion7()), _case);
        world.Cases.Tell(new MeetingScheduled(_case, Guid.CreateVersion7(), DateTimeOffset.UtcNow), _case);

        (await world.ToldAsync(world.Professional(school))).ShouldBe(["1 meeting-scheduled"]);
    }

    [Fact]
    public async Task That_a_case_is_closed_and_opened_again_everybody_hears_except_who_did_it()
    {
        await using var world = await World.StartAsync();
        var (coordinator, school, parent) = (world.Cases.Professional(_case), world.Cases.Professional(_case, AccessLevel.InformationOnly), world.Cases.Family(_case));
        world.Cases.Tell(new CaseClosed(_case, new DateOnly(2026, 11, 27), "by-agreement"), _case, actorId: coordinator);
        world.Cases.Tell(new CaseReopened(_case, new DateOnly(2026, 11, 28)), _case, actorId: coordinator);

        (await world.ToldAsync(world.Professional(coordinator))).ShouldBeEmpty();
        (await world.ToldAsync(world.Professional(school))).ShouldBe(["1 case-closed", "2 case-reopened"]);
        (await world.ToldAsync(world.Family(parent))).ShouldBe(["1 case-closed", "2 case-reopened"]);
    }

    [Fact]
    public async Task A_professional_who_becomes_information_only_no_longer_sees_earlier_updates_about_cards()
    {
        await using var world = await World.StartAsync();
        var school = world.Cases.Professional(_case);
        world.Cases.Tell(new CardChanged(_case, Guid.CreateVersion7(), ["reason"], true), _case);
        world.GoalReached(_case);
        (await world.ToldAsync(world.Professional(school))).Count.ShouldBe(2);

        world.Cases.Grant(_case, "professional", school, AccessLevel.InformationOnly);

        (await world.ToldAsync(world.Professional(school))).ShouldBe(["2 goal-reached"]);
    }

    [Fact]
    public async Task Whose_help_ended_is_told_nothing_of_it_and_sees_nothing_of_before()
    {
        await using var world = await World.StartAsync();
        var (leaves, stays) = (world.Cases.Professional(_case), world.Cases.Professional(_case));
        world.GoalReached(_case);
        (await world.ToldAsync(world.Professional(leaves))).Count.ShouldBe(1);

        world.Cases.Grant(_case, "professional", leaves, null);
        world.Cases.Tell(new HelpEnded(_case, Guid.CreateVersion7(), leaves, Guid.CreateVersion7()), _case);

        (await world.ToldAsync(world.Professional(leaves))).ShouldBeEmpty();
        (await world.Professional(leaves).GetAsync("/subscriptions/v1/updates")).Body!["unread"]!.GetValue<int>().ShouldBe(0);
        (await world.ToldAsync(world.Professional(stays))).ShouldBe(["1 goal-reached", "2 help-ended"]);
    }

    [Fact]
    public async Task Who_comes_and_who_goes_within_one_batch_hears_what_happened_in_between_and_no_more()
    {
        await using var world = await World.StartAsync();
        var (leaves, stays) = (world.Cases.Professional(_case), world.Cases.Professional(_case));
        world.GoalReached(_case);
        var comes = world.Cases.Professional(_case);
        world.GoalReached(_case);
        world.Cases.Grant(_case, "professional", leaves, null);
        world.GoalReached(_case);
        world.GoalReached(_case);
        await world.Host.CatchUpAsync();

        Guid[] who = [leaves, comes, stays];
        var heard = await world.Host.WithAsync<SubscriptionsDb, Dictionary<Guid, long>>(db =>
            db.Recipients.Where(row => who.Contains(row.HolderId)).ToDictionaryAsync(row => row.HolderId, row => row.LastNumber));
        who.Select(id => heard[id]).ShouldBe([2, 3, 4]);
        (await world.ToldAsync(world.Professional(comes))).ShouldBe(Enumerable.Range(1, 3).Select(number => $"{number} goal-reached"));
        (await world.ToldAsync(world.Professional(leaves))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Numbers_stay_without_gaps_however_often_and_in_whatever_order_batches_arrive()
    {
        await using var world = await World.StartAsync();
        var (colleague, parent) = (world.Cases.Professional(_case), world.Cases.Family(_case));
        for (var i = 0; i < 200; i++)
        {
            world.GoalReached(_case, hidden: i % 3 == 0);
        }

        var random = new Random(42);
        foreach (var from in Enumerable.Range(0, 60).Select(_ => random.Next(1, 180)))
        {
            await world.Host.ReceiveAsync(world.Cases.Batch(from, from + random.Next(0, 20)));
        }

        var told = await world.ToldAsync(world.Professional(colleague));
        told.ShouldBe(Enumerable.Range(1, 200).Select(number => $"{number} goal-reached"));
        (await world.ToldAsync(world.Family(parent))).ShouldBe(Enumerable.Range(1, 133).Select(number => $"{number} goal-reached"));
    }

    [Fact]
    public async Task Reading_marks_up_to_a_number_or_these_numbers_and_only_ones_own()
    {
        await using var world = await World.StartAsync();
        var (colleague, other) = (world.Cases.Professional(_case), world.Cases.Professional(_case));
        for (var i = 0; i < 5; i++)
        {
            world.GoalReached(_case);
        }

        await world.Host.CatchUpAsync();
        var client = world.Professional(colleague);
        (await client.PostAsync("/subscriptions/v1/updates/_read", new { upTo = 2 })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await client.PostAsync("/subscriptions/v1/updates/_read", new { numbers = (int[])[4] })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await client.PostAsync("/subscriptions/v1/updates/_read", new { })).Errors.ShouldBe(["/upTo required"]);

        var answer = await client.GetAsync("/subscriptions/v1/updates");
        answer.Items.Where(item => !item!["read"]!.GetValue<bool>()).Select(item => item!["number"]!.GetValue<long>()).ShouldBe([5, 3]);
        answer.Body!["unread"]!.GetValue<int>().ShouldBe(2);
        (await world.Professional(other).GetAsync("/subscriptions/v1/updates")).Body!["unread"]!.GetValue<int>().ShouldBe(5);
    }

    [Fact]
    public async Task Without_an_answer_about_access_nothing_is_shown()
    {
        await using var world = await World.StartAsync();
        var colleague = world.Cases.Professional(_case);
        world.GoalReached(_case);
        (await world.ToldAsync(world.Professional(colleague))).Count.ShouldBe(1);

        world.Cases.Away = true;
        var client = world.Professional(colleague);
        var answer = await client.GetAsync("/subscriptions/v1/updates");
        while (answer.Status == HttpStatusCode.OK)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            answer = await client.GetAsync("/subscriptions/v1/updates");
        }

        answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.Keys.ShouldContain("Retry-After");
    }

    [Fact]
    public async Task Every_kind_is_told_by_some_event()
    {
        await using var world = await World.StartAsync();
        var colleague = world.Cases.Professional(_case);
        var id = Guid.CreateVersion7();
        world.Cases.Tell(new GoalReached(_case, id, "school"), _case);
        world.Cases.Tell(new ProfessionalReplaced(_case, id, id, id, id, id), _case);
        world.Cases.Tell(new HelpEnded(_case, id, id, id), _case);
        world.Cases.Tell(new TreatmentStatusChanged(_case, id, id, "ended", [colleague]), _case);
        world.Cases.Tell(new MeetingScheduled(_case, id, DateTimeOffset.UtcNow), _case);
        world.Cases.Tell(new MeetingChanged(_case, id, DateTimeOffset.UtcNow), _case);
        world.Cases.Tell(new CardChanged(_case, id, [], true), _case);
        world.Cases.Tell(new AgreementAdded(_case, id), _case);
        world.Cases.Tell(new AgreementChanged(_case, id, []), _case);
        world.Cases.Tell(new AgreementRemoved(_case, id), _case);
        world.Cases.Tell(new CoordinatorChanged(_case, null, id), _case);
        world.Cases.Tell(new PlanPutForward(_case, 1), _case);
        world.Cases.Tell(new PlanAnswered(_case, 1, id, "agrees"), _case);
        world.Cases.Tell(new ProfessionalJoined(_case, id, id, id, "professional"), _case);
        world.Cases.Tell(new ActionDone(_case, id), _case);
        world.Cases.Tell(new CaseClosed(_case, new DateOnly(2026, 11, 27), "moved"), _case);
        world.Cases.Tell(new CaseReopened(_case, new DateOnly(2026, 11, 28)), _case);
        world.Cases.Tell(new GoalChanged(_case, id, ["text"]), _case);

        var told = (await world.ToldAsync(world.Professional(colleague))).Select(line => line.Split(' ')[1]).ToList();
        told.Count.ShouldBe(17);
        told.Distinct().ShouldBe(UpdateKinds.All);
    }
}
