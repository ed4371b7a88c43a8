using System.Net;
using EenPlan.Kit.Access;
using EenPlan.QueryPlans.Testing;
using EenPlan.Testing;
using static EenPlan.Network.Tests.NetworkFixture;

namespace EenPlan.Network.Tests;

public sealed class AccessTests : IAsyncLifetime
{
    private readonly NetworkFixture _network = new();
    private readonly Guid _case = Guid.CreateVersion7();
    private readonly Guid _otherCase = Guid.CreateVersion7();
    private Guid _coach;
    private Guid _person;
    private Guid _moment;

    public async ValueTask InitializeAsync()
    {
        await _network.InitializeAsync();
        _coach = _network.Cases.Professional(_case);
        _person = (await _network.Professional(_coach).PostAsync(PeopleOf(_case), new { name = "Opa", sector = "family" })).Id;
        _moment = (await _network.Professional(_coach).PostAsync($"/network/v1/cases/{_case}/snapshots", new { label = "Toen" })).Id;
    }

    public ValueTask DisposeAsync() => _network.DisposeAsync();

    private async Task<HttpStatusCode[]> EverythingAsync(TestClient caller)
    {
        var (person, network) = ($"{PeopleOf(_case)}/{_person}", $"/network/v1/cases/{_case}");
        return
        [
            (await caller.GetAsync(PeopleOf(_case))).Status, (await caller.GetAsync(person)).Status,
            (await caller.PostAsync(PeopleOf(_case), new { name = "Iemand", sector = "friends" })).Status,
            (await caller.PatchAsync(person, new { name = "Iemand" }, "\"1\"")).Status, (await caller.DeleteAsync(person, "\"2\"")).Status,
            (await caller.GetAsync($"{network}/snapshots")).Status, (await caller.GetAsync($"{network}/snapshots/{_moment}")).Status,
            (await caller.PostAsync($"{network}/snapshots", new { label = "Nu" })).Status, (await caller.GetAsync($"{network}/findings?domains=money")).Status,
            (await caller.GetAsync($"{network}/colours")).Status, (await caller.PutAsync($"{network}/colours", new { colours = Array.Empty<object>() }, "\"0\"")).Status,
        ];
    }

    private static HttpStatusCode[] All(HttpStatusCode status) => [.. Enumerable.Repeat(status, 11)];

    [Theory]
    [InlineData(AccessLevel.Intake)]
    [InlineData(AccessLevel.Professional)]
    [InlineData(AccessLevel.Family)]
    public async Task The_family_and_who_takes_part_see_and_draw_the_network(string level)
    {
        var caller = level == AccessLevel.Family ? _network.Family(_network.Cases.Family(_case)) : _network.Professional(_network.Cases.Professional(_case, level));
        (await EverythingAsync(caller)).ShouldBe(
        [
            HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.NoContent,
            HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK,
        ]);
    }

    [Fact]
    public async Task Who_is_only_kept_informed_or_takes_part_elsewhere_cannot_even_tell_that_it_exists()
    {
        (await EverythingAsync(_network.Professional(_network.Cases.Professional(_case, AccessLevel.InformationOnly)))).ShouldBe(All(HttpStatusCode.NotFound));
        (await EverythingAsync(_network.Professional(_network.Cases.Professional(_otherCase)))).ShouldBe(All(HttpStatusCode.NotFound));
        (await EverythingAsync(_network.Family(_network.Cases.Family(_otherCase)))).ShouldBe(All(HttpStatusCode.NotFound));
        // The same id as another kind of holder is somebody else.
        (await EverythingAsync(_network.Family(_coach))).ShouldBe(All(HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task A_person_of_one_case_cannot_be_reached_through_another()
    {
        var elsewhere = _network.Professional(_network.Cases.Professional(_otherCase));
        (await elsewhere.GetAsync($"{PeopleOf(_otherCase)}/{_person}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await elsewhere.PatchAsync($"{PeopleOf(_otherCase)}/{_person}", new { name = "Van mij" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await elsewhere.GetAsync($"/network/v1/cases/{_otherCase}/snapshots/{_moment}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Administrators_machines_and_the_region_are_refused()
    {
        var callers = new TestCallers(_network.Folder);
        var organisation = Guid.CreateVersion7();
        foreach (var token in new[] { callers.Administrator("network", _coach, organisation), callers.Machine("network", _coach, organisation), callers.Region("network", _coach), callers.System("network", "cases") })
        {
            (await EverythingAsync(_network.Host.Client(token))).ShouldBe(All(HttpStatusCode.Forbidden));
        }

        (await EverythingAsync(_network.Host.Client())).ShouldBe(All(HttpStatusCode.Unauthorized));
        (await EverythingAsync(_network.Host.Client(callers.Professional("cases", _coach)))).ShouldBe(All(HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task Access_that_ended_opens_nothing_any_more()
    {
        (await _network.Professional(_coach).GetAsync(PeopleOf(_case))).Status.ShouldBe(HttpStatusCode.OK);
        _network.Cases.Grant(_case, "professional", _coach, level: null);
        await _network.Host.CatchUpAsync();
        (await EverythingAsync(_network.Professional(_coach))).ShouldBe(All(HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Somebody_new_gets_in_at_once_even_before_the_event_arrives()
    {
        var newcomer = Guid.CreateVersion7();
        _network.Cases.GrantSilently(_case, "professional", newcomer, AccessLevel.Professional);
        (await _network.Professional(newcomer).GetAsync(PeopleOf(_case))).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task When_cases_cannot_answer_a_stranger_is_refused_and_told_to_come_back()
    {
        _network.Cases.Away = true;
        var answer = await _network.Professional(Guid.CreateVersion7()).GetAsync(PeopleOf(_case));
        answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.Keys.ShouldContain("Retry-After");
    }
}
