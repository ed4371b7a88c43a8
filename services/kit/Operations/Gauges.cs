using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using EenPlan.Kit.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EenPlan.Kit.Operations;

/// <summary>
/// The operator's gauges of one host. A collector asks from a thread that must not wait for a database, so what stands in a database is read here every few seconds,
/// and only while somebody collects.
/// </summary>
internal sealed partial class Gauges : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    // Old figures would look as if all were well.
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);
    private readonly Counts _counts;
    private readonly IReadOnlyList<IServiceFigures> _services;
    private readonly ConcurrentDictionary<string, Figures> _latest = [];
    private readonly IHostApplicationLifetime _life;
    private readonly TimeProvider _clock;
    private readonly ILogger<Gauges> _log;
    private readonly ObservableGauge<long>? _asked;

    public Gauges(IMeterFactory meters, Counts counts, IEnumerable<IServiceFigures> services, IEnumerable<OpenConnections> connections, IEnumerable<OutsideQueues> queues,
        IHostApplicationLifetime life, TimeProvider clock, ILogger<Gauges> log)
    {
        (_counts, _services, _life, _clock, _log) = (counts, [.. services], life, clock, log);
        var meter = meters.Create(Counts.MeterName);
        var open = connections.ToList();
        if (open.Count > 0)
        {
            meter.CreateObservableGauge("eenplan.live.connections", () => open.Select(one => Of(one.Service, (long)one.Count())), "{connection}", "Live streams that are open.");
        }

        var outside = queues.ToList();
        if (outside.Count > 0)
        {
            meter.CreateObservableGauge("eenplan.queue.lag", () => outside.Select(one => Of(one.Service, one.Waiting())), "{event}", "Events that are not in the queues of organisations yet.");
            meter.CreateObservableGauge("eenplan.queue.delay", () => outside.Select(one => Of(one.Service, one.Delay().TotalSeconds)), "s", "For how long there have been any.");
        }

        if (_services.Count == 0)
        {
            return;
        }

        _asked = meter.CreateObservableGauge("eenplan.journal.head", () => Known((_, figures) => figures.JournalHead), "{event}", "Number of the last event of the journal.");
        meter.CreateObservableGauge("eenplan.relay.lag", () => Known((_, figures) => figures.RelayLag), "{event}", "Committed events that are not published yet.");
        meter.CreateObservableGauge("eenplan.relay.delay", () => Known((_, figures) => figures.RelayDelay(clock.GetUtcNow())), "s", "For how long the oldest of them has waited.");
        meter.CreateObservableGauge("eenplan.parked.events", () => Known((_, figures) => figures.ParkedEvents), "{event}", "Events that could not be handled, and those behind them.");
        meter.CreateObservableGauge("eenplan.audit.queue", () => Known((_, figures) => figures.AuditQueue), "{line}", "Audit lines that are not in the store yet.");
        meter.CreateObservableGauge("eenplan.projection.age", () => Known((service, figures) => figures.ProjectionAge(service.Sources, clock.GetUtcNow()), service => service.Sources.Count > 0),
            "s", "How old what the service shows of others may be.");
        meter.CreateObservableGauge("eenplan.watermark.lag", () => Sources(progress => progress.EventsBehind), "{event}", "Events of a source that are known and not handled yet.");
        meter.CreateObservableGauge("eenplan.watermark.delay", () => Sources(progress => progress.Behind.TotalSeconds), "s", "For how long the copy of a source has not been known to be complete.");
    }

    /// <summary>Reads the figures of every service now.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var service in _services)
        {
            try
            {
                _latest[service.Service] = await service.ReadAsync(cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                if (_latest.TryRemove(service.Service, out _))
                {
                    NotRead(service.Service, failure.GetType().Name);
                }
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before the host has started, the tables may not be there.
        var started = new TaskCompletionSource();
        using var registration = _life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var begun = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            begun = begun || _counts.BeginAtZero();
            if (_asked is { Enabled: true })
            {
                await LookAsync(stoppingToken);
            }

            await Task.Delay(Every, stoppingToken);
        }
    }

    private IEnumerable<Measurement<T>> Known<T>(Func<IServiceFigures, Figures, T> value, Func<IServiceFigures, bool>? which = null)
        where T : struct =>
        from service in _services
        where which is null || which(service)
        let figures = _latest.GetValueOrDefault(service.Service)
        where figures is not null && _clock.GetUtcNow() - figures.At < Believed
        select Of(service.Service, value(service, figures));

    private IEnumerable<Measurement<T>> Sources<T>(Func<SourceProgress, T> value)
        where T : struct =>
        from service in _services
        from source in service.Sources
        select new Measurement<T>(value(source.Progress), new("eenplan.service", service.Service), new("eenplan.source", source.Source));

    private static Measurement<T> Of<T>(string service, T value)
        where T : struct => new(value, new KeyValuePair<string, object?>("eenplan.service", service));

    [LoggerMessage(LogLevel.Warning, "The figures of {Service} could not be read ({Failure}); its metrics stay away until they can")]
    private partial void NotRead(string service, string failure);
}
