using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace EenPlan.Kit.Operations;

/// <summary>
/// Traces and metrics by OTLP, only when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set. Requests are described by route template, never by address or content;
/// database statements and message bodies are not collected. Sources are of the process: when it has several hosts, the first collects for all.
/// </summary>
public static class Telemetry
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "MassTransit", "Yarp.ReverseProxy"];
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime", "MassTransit"];

    internal static void Add(IHostApplicationBuilder builder)
    {
        if (IsOn(builder.Configuration))
        {
            var name = builder.Environment.ApplicationName;
            builder.Services.AddSingleton<IHostedService>(_ => new Providers(name));
        }
    }

    /// <summary>Names the trace of a request by its route, which the framework does not.</summary>
    public static void UseNamedTraces(this WebApplication app)
    {
        if (IsOn(app.Configuration))
        {
            app.Use(async (http, next) =>
            {
                try
                {
                    await next(http);
                }
                finally
                {
                    Name(Activity.Current, http);
                }
            });
        }
    }

    private static bool IsOn(IConfiguration configuration) => !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);

    private static void Name(Activity? request, HttpContext http)
    {
        if (request is not null)
        {
            // After a failure the endpoint is only known to who handled it.
            var endpoint = http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
            var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText;
            request.DisplayName = route is null ? http.Request.Method : $"{http.Request.Method} {route}";
            request.SetTag("http.request.method", http.Request.Method).SetTag("http.route", route).SetTag("http.response.status_code", http.Response.StatusCode);
        }
    }

    private sealed class Providers(string name) : IHostedService
    {
        private static int _collecting;
        private TracerProvider? _traces;
        private MeterProvider? _metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            if (Interlocked.CompareExchange(ref _collecting, 1, 0) != 0)
            {
                return Task.CompletedTask;
            }

            var resource = ResourceBuilder.CreateDefault().AddService(name);
            _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources).AddProcessor(new WithoutAddresses()).AddOtlpExporter().Build();
            _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter().Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            if (_traces is not null)
            {
                _traces.Dispose();
                _metrics?.Dispose();
                _collecting = 0;
            }

            return Task.CompletedTask;
        }
    }

    /// <summary>Takes out what could point at a person: client address, full URL, user agent.</summary>
    private sealed class WithoutAddresses : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            foreach (var tag in (string[])["client.address", "network.peer.address", "url.full", "url.path", "url.query", "user_agent.original"])
            {
                data.SetTag(tag, null);
            }
        }
    }
}
