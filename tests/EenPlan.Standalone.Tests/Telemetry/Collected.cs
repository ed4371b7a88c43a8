using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using EenPlan.Kit.Operations;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace EenPlan.Standalone.Tests.Telemetry;

/// <summary>One span as it leaves the process.</summary>
internal sealed record Span(string Name, string TraceId, string Id, string? Parent, IReadOnlyList<string> Links, IReadOnlyDictionary<string, string> Tags, string Text);

/// <summary>One measured series as it leaves the process.</summary>
internal sealed record Series(string Meter, string Name, string Unit, MetricType Type, string Text);

/// <summary>Hears exactly what the product's exporters hear, and keeps it.</summary>
internal sealed class Collected : IDisposable
{
    private readonly Kept _spans = new();
    private readonly KeptSeries _series = new();
    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    public Collected()
    {
        _traces = Sdk.CreateTracerProviderBuilder().HearEenPlan().AddProcessor(new SimpleActivityExportProcessor(_spans)).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().HearEenPlan().AddReader(new BaseExportingMetricReader(_series)).Build();
    }

    public IReadOnlyList<Span> Spans => [.. _spans.All];

    /// <summary>All series as they stand now.</summary>
    public IReadOnlyList<Series> Series()
    {
        _metrics.ForceFlush().ShouldBeTrue();
        return _series.Last;
    }

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    private static string Written(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.Select(tag => string.Create(CultureInfo.InvariantCulture, $"{tag.Key}={tag.Value}")));

    private sealed class Kept : BaseExporter<Activity>
    {
        public ConcurrentQueue<Span> All { get; } = [];

        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var span in batch)
            {
                var text = string.Join(' ', span.DisplayName, span.OperationName, Written(span.TagObjects), span.StatusDescription, span.TraceStateString,
                    Written(span.Baggage.Select(item => new KeyValuePair<string, object?>(item.Key, item.Value))),
                    string.Join(' ', span.Events.Select(happened => $"{happened.Name} {Written(happened.Tags)}")),
                    string.Join(' ', span.Links.Select(link => Written(link.Tags ?? []))));
                All.Enqueue(new Span(span.DisplayName, span.TraceId.ToString(), span.SpanId.ToString(), span.ParentSpanId == default ? null : span.ParentSpanId.ToString(),
                    [.. span.Links.Select(link => link.Context.TraceId.ToString())],
                    span.TagObjects.ToDictionary(tag => tag.Key, tag => Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? ""), text));
            }

            return ExportResult.Success;
        }
    }

    private sealed class KeptSeries : BaseExporter<Metric>
    {
        public IReadOnlyList<Series> Last { get; private set; } = [];

        public override ExportResult Export(in Batch<Metric> batch)
        {
            var all = new List<Series>();
            foreach (var metric in batch)
            {
                foreach (ref readonly var point in metric.GetMetricPoints())
                {
                    var tags = new List<KeyValuePair<string, object?>>();
                    foreach (var tag in point.Tags)
                    {
                        tags.Add(tag);
                    }

                    all.Add(new Series(metric.MeterName, metric.Name, metric.Unit, metric.MetricType, $"{metric.Name} {metric.Description} {Written(tags)}"));
                }
            }

            Last = all;
            return ExportResult.Success;
        }
    }
}
