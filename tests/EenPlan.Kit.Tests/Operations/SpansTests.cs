using System.Diagnostics;
using EenPlan.Contracts.Journal;
using EenPlan.Kit.Operations;
using OpenTelemetry.Trace;

namespace EenPlan.Kit.Tests.Operations;

/// <summary>A step belongs to the trace that caused it, also when it comes in a batch with others.</summary>
public sealed class SpansTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = source => source.Name == Spans.SourceName,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    public SpansTests() => ActivitySource.AddActivityListener(_listener);

    public void Dispose() => _listener.Dispose();

    [Fact]
    public void A_batch_of_one_trace_is_published_in_that_trace()
    {
        var click = Click();
        using var span = Spans.Publishing("cases", [Event(click), Event(click)]);
        span.ShouldNotBeNull().TraceId.ShouldBe(click.TraceId);
        span.ParentSpanId.ShouldBe(click.SpanId);
        span.GetTagItem("eenplan.events").ShouldBe(2);
    }

    [Fact]
    public void A_batch_of_several_traces_has_its_own_with_a_link_to_each()
    {
        var (one, other) = (Click(), Click());
        using var around = new Activity("what ran before").Start();
        using var span = Spans.Publishing("cases", [Event(one), Event(other), Event(one)]);
        span.ShouldNotBeNull().ParentSpanId.ShouldBe(default);
        span.Links.Select(link => link.Context.TraceId).ShouldBe([one.TraceId, other.TraceId]);
    }

    [Fact]
    public void Each_event_is_handled_in_its_own_trace()
    {
        var click = Click();
        using var span = Spans.Handling("subscriptions", "cases", Event(click), Now);
        span.ShouldNotBeNull().ParentSpanId.ShouldBe(click.SpanId);
        span.DisplayName.ShouldBe("handle GoalReached");
        span.TagObjects.ShouldBe([new("eenplan.service", "subscriptions"), new("eenplan.source", "cases")]);
    }

    [Theory]
    [InlineData("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00", "nobody collected that trace")]
    [InlineData("not a trace", "it cannot be read")]
    [InlineData(null, "there was none")]
    public void What_has_no_trace_that_is_collected_gets_no_span(string? traceParent, string why)
    {
        var happened = Event(Click()) with { TraceParent = traceParent };
        Spans.Publishing("cases", [happened]).ShouldBeNull(why);
        Spans.Handling("subscriptions", "cases", happened, Now).ShouldBeNull(why);
        Spans.Resume("live hint", "subscriptions", traceParent).ShouldBeNull(why);
    }

    [Fact]
    public void A_journal_that_is_read_again_does_not_grow_old_traces() =>
        Spans.Handling("subscriptions", "cases", Event(Click()) with { At = Now.AddHours(-2) }, Now).ShouldBeNull();

    [Fact]
    public void A_failed_step_tells_the_kind_of_failure_and_not_what_it_said()
    {
        using var span = Spans.Handling("subscriptions", "cases", Event(Click()), Now)!;
        span.Failed(new InvalidOperationException("Mirte Verzonnen"));
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.StatusDescription.ShouldBeNull();
        span.GetTagItem("error.type").ShouldBe(nameof(InvalidOperationException));
    }

    [Fact]
    public void Only_tags_that_are_known_go_out()
    {
        using var span = new Activity("GET").Start();
        foreach (var name in (string[])["http.route", "eenplan.refused", "url.full", "url.path", "client.address", "user_agent.original", "enduser.id", "exception.message"])
        {
            span.SetTag(name, "x");
        }

        new TagSieve().OnEnd(span);

        span.TagObjects.Select(tag => tag.Key).ShouldBe(["http.route", "eenplan.refused"]);
    }

    [Fact]
    public void Where_we_were_called_stays_inside_and_where_we_call_goes_out()
    {
        using var source = new ActivitySource(Spans.SourceName);
        foreach (var (kind, goesOut) in ((ActivityKind, bool)[])[(ActivityKind.Server, false), (ActivityKind.Client, true)])
        {
            using var span = source.StartActivity("GET", kind)!.SetTag("server.address", "mirte.example");
            new TagSieve().OnEnd(span);
            span.TagObjects.Any().ShouldBe(goesOut);
        }
    }

    [Fact]
    public async Task A_call_that_fails_tells_the_kind_of_failure_only()
    {
        var heard = new List<ActivityEvent>();
        using var traces = OpenTelemetry.Sdk.CreateTracerProviderBuilder().HearEenPlan().AddProcessor(new Ended(heard)).Build();
        using var http = new HttpClient();
        await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync(new Uri("http://127.0.0.1:9/mirte"), TestContext.Current.CancellationToken));

        var failure = heard.ShouldHaveSingleItem();
        failure.Tags.ToDictionary(tag => tag.Key, tag => (string?)tag.Value).ShouldBe(new Dictionary<string, string?>
        {
            ["exception.message"] = "", ["exception.stacktrace"] = "", ["exception.type"] = typeof(HttpRequestException).FullName,
        }, ignoreOrder: true);
    }

    private sealed class Ended(List<ActivityEvent> heard) : OpenTelemetry.BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            if (data.Kind == ActivityKind.Client && (string?)data.GetTagItem("server.port")?.ToString() == "9")
            {
                heard.AddRange(data.Events);
            }
        }
    }

    private static ActivityContext Click() => new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);

    private static JournalEvent Event(ActivityContext cause) => new(Guid.NewGuid(), 1, "EenPlan.Contracts.Cases.GoalReached", Guid.NewGuid(), 1, Now.AddSeconds(-1), "professional", null, false, "{}",
        $"00-{cause.TraceId}-{cause.SpanId}-01");
}
