using System.Text.Json.Nodes;
using EenPlan.Gateway.AwayFromHost;

namespace EenPlan.Gateway.Tests.AwayFromHost;

public sealed class SendingRulesTests
{
    private static readonly Typed Typed = Text("""{"text":"Samen eten","actor":{"kind":"family","id":"f"},"forMembers":["a"]}""");
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 14, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(200, OutboxState.Sent)]
    [InlineData(201, OutboxState.Sent)]
    [InlineData(204, OutboxState.Sent)]
    [InlineData(400, OutboxState.Refused)]
    [InlineData(403, OutboxState.Refused)]
    [InlineData(404, OutboxState.Refused)]
    [InlineData(409, OutboxState.Refused)]
    [InlineData(413, OutboxState.Refused)]
    [InlineData(428, OutboxState.Refused)]
    [InlineData(401, OutboxState.Waiting)]
    [InlineData(429, OutboxState.Waiting)]
    [InlineData(500, OutboxState.Waiting)]
    [InlineData(503, OutboxState.Waiting)]
    public void An_answer_decides_what_becomes_of_it(int status, string state) => SendingRules.Of(new HostAnswer(status, "{}"), "PATCH", Typed).State.ShouldBe(state);

    [Fact]
    public void Without_an_answer_it_is_tried_again_and_nothing_else_is_tried_now() =>
        SendingRules.Of(null, "POST", Typed).ShouldBe(new Outcome(OutboxState.Waiting, IsHostAway: true));

    [Fact]
    public void What_somebody_changed_meanwhile_is_for_the_person_to_choose() =>
        SendingRules.Of(Stale("""{"version":4,"text":"Iets anders","actor":{"kind":"family","id":"f"},"forMembers":["a"]}"""), "PATCH", Typed).State.ShouldBe(OutboxState.Conflict);

    [Fact]
    public void An_own_try_that_arrived_before_is_not_a_choice_between_two_who_said_the_same() =>
        SendingRules.Of(Stale("""{"version":4,"text":"Samen eten","actor":{"kind":"family","id":"f","label":"Fatima"},"forMembers":["a"],"done":false}"""), "PATCH", Typed)
            .ShouldBe(new Outcome(OutboxState.Sent, 4));

    [Theory]
    [InlineData("""{"version":4,"text":"Samen eten","actor":{"kind":"family","id":"other"},"forMembers":["a"]}""")]
    [InlineData("""{"version":4,"text":"Samen eten","actor":{"kind":"family","id":"f"},"forMembers":["a","b"]}""")]
    [InlineData("""{"version":4,"text":"Samen eten","forMembers":["a"]}""")]
    public void Nearly_the_same_is_not_the_same(string current) => SendingRules.Of(Stale(current), "PATCH", Typed).State.ShouldBe(OutboxState.Conflict);

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"current":[1]}""")]
    public void A_stale_answer_without_the_state_of_now_leaves_nothing_to_choose(string body) => SendingRules.Of(new HostAnswer(412, body), "PATCH", Typed).State.ShouldBe(OutboxState.Refused);

    [Fact]
    public void A_key_that_the_host_may_have_forgotten_does_not_protect_any_more()
    {
        SendingRules.MaySend(version: null, begunAt: null, Now).ShouldBeTrue("nothing ever left");
        SendingRules.MaySend(null, Now - TimeSpan.FromHours(22), Now).ShouldBeTrue();
        SendingRules.MaySend(null, Now - TimeSpan.FromHours(23), Now).ShouldBeFalse();
        SendingRules.MaySend(version: 3, Now - TimeSpan.FromDays(7), Now).ShouldBeTrue("a version protects for ever");
    }

    private static HostAnswer Stale(string current) => new(412, $$"""{"code":"changed-meanwhile","current":{{current}}}""");

    [Fact]
    public void Who_changed_other_fields_is_not_in_the_way()
    {
        var typed = Text("""{"text":"Samen eten"}""", """{"text":"Eten"}""");
        SendingRules.Of(Stale("""{"version":9,"text":"Eten","status":"reached"}"""), "PATCH", typed).ShouldBe(new Outcome(OutboxState.Waiting, 9, IsMerged: true));
        SendingRules.Of(Stale("""{"version":9,"text":"Iets anders","status":"reached"}"""), "PATCH", typed).State.ShouldBe(OutboxState.Conflict);
        SendingRules.Of(Stale("""{"version":9,"text":"Eten","status":"reached"}"""), "PATCH", Text("""{"text":"Samen eten"}""")).State.ShouldBe(OutboxState.Conflict, "what it was is not known");
        SendingRules.Of(Stale("""{"version":9,"text":"Eten"}"""), "POST", typed).State.ShouldBe(OutboxState.Conflict, "a deed is no change of fields");
    }

    private static Typed Text(string body, string? was = null) => new(JsonNode.Parse(body)!.AsObject(), was is null ? null : JsonNode.Parse(was)!.AsObject());
}
