using System.Diagnostics;
using System.Text.RegularExpressions;
using EenPlan.Story;

namespace EenPlan.Standalone.Tests.Telemetry;

/// <summary>An operator can follow one click to everybody who is told of it, and learns nothing about the family on the way.</summary>
[Collection(ProductInProcess.Name)]
public sealed partial class ClickToFeedTests(ProductInProcess running)
{
    private const string Administrator = "anna.verzonnen";
    private const string Guardian = "lies.nergens";

    [Fact]
    public async Task One_trace_goes_from_the_click_to_the_feed_and_the_live_hint_and_tells_nothing_of_the_family()
    {
        using var cast = new Cast(running.Product);
        var family = await Family.OpenAsync(running.Product, cast);
        await family.AppointAsync(Cast.Coordinator);
        await family.InviteAsync(Guardian, by: Cast.Coordinator);
        await family.AcceptAsync(Guardian);
        var (karim, anna) = (await cast.AsAsync(Cast.Coordinator), await cast.AsAsync(Administrator));
        await anna.ChangeAsync("subscriptions/v1/organisation-subscription", new { kinds = (string[])["goal-reached"] });
        var goal = await family.WritePlanAsync(Cast.Coordinator);
        using var mother = await family.FamilyMemberAsync("mother", Cast.Coordinator);
        await using var window = await Live.OpenAsync(mother);

        // The browser claims to be part of a trace of its own; the HTTP client of this test sends that along.
        using var browser = new Activity("browser") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();
        await karim.ChangeAsync($"{family.Path}/goals/{goal.Id}", new { status = "reached" });
        browser.Stop();
        await window.SeesAsync(family.Id, "goal-reached");
        (await karim.GetAsync($"{family.Path}/nothing")).ShouldBe(404);

        var handled = await SpanAsync("the handling at subscriptions", span => span.Name == "handle GoalReached" && span.Tags["eenplan.service"] == "subscriptions");
        var trace = handled.TraceId;
        trace.ShouldNotBe(browser.TraceId.ToString());
        var click = await SpanAsync("the click at the gateway", span => span.TraceId == trace && span.Parent is null);
        click.Name.ShouldBe("PATCH /api/cases");
        var change = await SpanAsync("the change at cases", span => span.TraceId == trace && span.Name == "PATCH /cases/v1/cases/{caseId:guid}/goals/{id:guid}");
        var passedOn = await SpanAsync("the call to cases", span => span.Id == change.Parent);
        passedOn.Parent.ShouldBe(click.Id);
        change.Tags["http.response.status_code"].ShouldBe("200");
        handled.Parent.ShouldBe(change.Id);
        await SpanAsync("the relay", span => span.Name == "journal publish" && (span.Parent == change.Id || span.Links.Contains(trace)));
        var feed = await SpanAsync("the feed", span => span.Name == "feed write" && span.Parent == handled.Id);
        var updates = await SpanAsync("the list of the mother", span => span.Name == "updates write" && span.Parent == handled.Id);
        var hint = await SpanAsync("the live hint", span => span.Name == "live hint" && span.Parent == updates.Id);
        new[] { click, passedOn, change, feed, updates, hint }.ShouldAllBe(span => span.TraceId == trace);
        // The calls of this test's own client are the browser's; nothing of the product joined them.
        running.Collected.Spans.Where(span => span.TraceId == browser.TraceId.ToString()).ShouldAllBe(span => span.Parent == browser.SpanId.ToString());
        running.Collected.Spans.ShouldNotContain(span => span.Links.Contains(browser.TraceId.ToString()));

        NothingOf(family, [goal.Id, Guardian, Administrator, Cast.Coordinator, Cast.Intake]);
    }

    /// <summary>Neither the words and names of the family and its helpers, nor any id at all: with an id one could look somebody up.</summary>
    private void NothingOf(Family family, string[] more)
    {
        string[] secrets = [family.Alias, family.Id, .. family.Members.Values, "Verzonnen", "Mirte", "Fedde", "Kees", "rust in huis", "elke dag naar school", "hielp", .. more];
        var told = running.Collected.Spans.Select(span => span.Text).Concat(running.Collected.Series().Select(series => series.Text)).Distinct().ToList();
        told.Count.ShouldBeGreaterThan(50);
        told.Where(text => secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
        told.Where(text => AnyId().IsMatch(text)).ShouldBeEmpty("an id");
        told.Where(text => text.Contains('@', StringComparison.Ordinal) || text.Contains('?', StringComparison.Ordinal)).ShouldBeEmpty("an address or a query");
        running.Collected.Spans.ShouldNotContain(span => span.Text.Contains("/health", StringComparison.Ordinal));
    }

    private Task<Span> SpanAsync(string what, Func<Span, bool> which) =>
        Eventually.SeesAsync(what, () => Task.FromResult(running.Collected.Spans.FirstOrDefault(which)));

    [GeneratedRegex("[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}")]
    private static partial Regex AnyId();
}
