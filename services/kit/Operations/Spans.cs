using System.Diagnostics;
using EenPlan.Contracts.Journal;

namespace EenPlan.Kit.Operations;

/// <summary>
/// The steps of one trace from click to feed that no library knows of. What caused a step is read from the journal row, never from the bus:
/// a reader that pulls after the broker lost everything goes on with the same trace. Nothing is made, and nothing costs, while nobody listens.
/// </summary>
public static class Spans
{
    /// <summary>Name of the source.</summary>
    public const string SourceName = "EenPlan";

    // A journal that is read again from the start is no click.
    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);
    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>A step inside the one that runs now.</summary>
    public static Activity? Start(string name, string service) =>
        Activity.Current is { Recorded: true } ? Source.StartActivity(name)?.SetTag("eenplan.service", service) : null;

    /// <summary>A step that goes on with a trace that was kept.</summary>
    public static Activity? Resume(string name, string service, string? traceParent) =>
        Source.HasListeners() && Read(traceParent) is { } cause ? Source.StartActivity(name, ActivityKind.Producer, cause)?.SetTag("eenplan.service", service) : null;

    /// <summary>What to keep of the step that runs now, so that another process can go on with its trace; null when nobody collects it.</summary>
    public static string? Kept => Activity.Current is { Recorded: true } now ? now.Id : null;

    /// <summary>Work that goes on all day by itself: what it calls makes no traces. Ends with the result.</summary>
    internal static Activity Quiet() => new Activity("quiet").SetParentId(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom()).Start();

    /// <summary>The relay publishes a batch: part of the trace that caused it, or linked to each when there were several.</summary>
    internal static Activity? Publishing(string service, IReadOnlyList<JournalEvent> events)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var causes = events.Select(happened => happened.TraceParent).Distinct().Select(Read).OfType<ActivityContext>().DistinctBy(cause => cause.TraceId).ToList();
        if (causes.Count == 0)
        {
            return null;
        }

        Activity.Current = null;
        var span = causes.Count == 1
            ? Source.StartActivity("journal publish", ActivityKind.Producer, causes[0])
            : Source.StartActivity("journal publish", ActivityKind.Producer, default(ActivityContext), links: causes.Select(cause => new ActivityLink(cause)));
        return span?.SetTag("eenplan.service", service).SetTag("eenplan.events", events.Count);
    }

    /// <summary>A reader handles one event: part of the trace that caused it, however many came together.</summary>
    internal static Activity? Handling(string service, string source, JournalEvent happened, DateTimeOffset now) =>
        Source.HasListeners() && now - happened.At < Recent && Read(happened.TraceParent) is { } cause
            ? Source.StartActivity("handle " + happened.Type[(happened.Type.LastIndexOf('.') + 1)..], ActivityKind.Consumer, cause)
                ?.SetTag("eenplan.service", service).SetTag("eenplan.source", source)
            : null;

    /// <summary>Says that a step failed: with the kind of failure, because messages can quote what people wrote.</summary>
    internal static void Failed(this Activity? span, Exception failure) => span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", failure.GetType().Name);

    private static ActivityContext? Read(string? traceParent) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var cause) && cause.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) ? cause : null;
}
