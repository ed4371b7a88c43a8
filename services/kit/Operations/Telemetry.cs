using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace EenPlan.Kit.Operations;

/// <summary>
/// Traces and metrics by OTLP, only when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set. Which sources are heard, and why no others: docs/adr/0008.
/// </summary>
public static class Telemetry
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", Spans.SourceName];
    private static readonly string[] Meters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime", "MassTransit", Counts.MeterName];

    /// <summary>True when somebody collects, so that what costs something on every request may be done.</summary>
    public static bool IsCollected(IConfiguration configuration) => !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);

    internal static void Add(IHostApplicationBuilder builder)
    {
        if (IsCollected(builder.Configuration))
        {
            builder.Services.AddSingleton<IHostedService>(_ => new Providers(builder.Environment.ApplicationName, builder.Configuration));
        }
    }

    // A failed call is described with its kind only: messages and stacks are other people's words.
    private static readonly ActivityListener KindOfFailureOnly = new()
    {
        ShouldListenTo = source => Sources.Contains(source.Name),
        ExceptionRecorder = (Activity _, Exception _, ref TagList tags) =>
        {
            tags.Add("exception.message", "");
            tags.Add("exception.stacktrace", "");
        },
    };

    /// <summary>What is heard of traces, whoever collects it.</summary>
    internal static TracerProviderBuilder HearEenPlan(this TracerProviderBuilder traces)
    {
        ActivitySource.AddActivityListener(KindOfFailureOnly);
        return traces.AddSource(Sources).AddProcessor(new TagSieve());
    }

    /// <summary>What is heard of metrics, whoever collects it.</summary>
    internal static MeterProviderBuilder HearEenPlan(this MeterProviderBuilder metrics) => metrics.AddMeter(Meters);

    private sealed class Providers(string name, IConfiguration configuration) : IHostedService
    {
        // Sources and meters are heard in the whole process: of the hosts in it, the first one hears for all.
        private static Providers? _hears;
        private TracerProvider? _traces;
        private MeterProvider? _metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            if (Interlocked.CompareExchange(ref _hears, this, null) is null)
            {
                var resource = ResourceBuilder.CreateDefault().AddService(name);
                _traces = Sdk.CreateTracerProviderBuilder().ConfigureServices(AddSettings).SetResourceBuilder(resource).HearEenPlan().AddOtlpExporter().Build();
                _metrics = Sdk.CreateMeterProviderBuilder().ConfigureServices(AddSettings).SetResourceBuilder(resource).HearEenPlan().AddOtlpExporter().Build();
            }

            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            _traces?.Dispose();
            _metrics?.Dispose();
            Interlocked.CompareExchange(ref _hears, null, this);
            return Task.CompletedTask;
        }

        // Or the exporter would read environment variables only, and not the settings file.
        private void AddSettings(IServiceCollection services) => services.AddSingleton(configuration);
    }
}
