using System.Diagnostics;
using EenPlan.Gateway.MachineClients;
using EenPlan.Gateway.Sessions;
using EenPlan.Kit.Api;
using EenPlan.Kit.Operations;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace EenPlan.Gateway.Forwarding;

/// <summary>Passes requests under <c>/api</c> on to the services, with an internal token instead of whatever the browser sent.</summary>
internal static class ForwardingRoutes
{
    private static readonly ForwarderRequestConfig Request = new()
    {
        Version = System.Net.HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        // Live streams and waiting feeds say something every 20 s. Who is silent for longer is gone.
        ActivityTimeout = TimeSpan.FromSeconds(25),
    };

    public static void AddForwarding(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        var services = builder.Services;
        services.AddHttpForwarder();
        services.AddSingleton<Upstreams>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<DistributedContextPropagator, OwnTraces>();
        services.AddSingleton<SessionTokens>();
        services.AddRequestLimits(settings.Limits);
        services.AddStartupCheck(_ => Upstreams.Complaints(builder.Configuration));
    }

    public static void MapForwarding(this WebApplication app) => app.Map("/api/{**rest}", ForwardAsync);

    private static async Task ForwardAsync(HttpContext http, CurrentSession current, SessionTokens tokens, MachineTokens machines, Upstreams upstreams, LiveStreams streams, IHttpForwarder forwarder)
    {
        if (!ApiPath.TryRead(http, out var path))
        {
            await PlainPaths.NothingOrOtherMethodAsync(http);
            return;
        }

        http.NameSpan("/api/" + path.Service);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize < http.Request.ContentLength)
        {
            await TooLargeAsync(http);
            return;
        }

        Session? session = null;
        string? token = null;
        if (path.IsFeed && MachineTokens.IsOffered(http))
        {
            token = await machines.ForFeedAsync(http);
        }
        else if (!path.IsDescription)
        {
            session = await current.FindAsync(http) ?? throw SessionDesk.NotSignedIn();
            token = await tokens.ForAsync(session, path.Service)
                ?? throw new ProblemException(StatusCodes.Status401Unauthorized, "choose-identity", "Choose first as whom you are here.");
        }

        try
        {
            var upstream = upstreams.For(path.Service);
            var error = await forwarder.SendAsync(http, upstream.BaseAddress, upstream.Invoker, Request, new CleanTransformer(path, token, session, streams));
            await ExplainAsync(http, error);
        }
        finally
        {
            streams.Remove(http);
        }
    }

    private static Task ExplainAsync(HttpContext http, ForwarderError error)
    {
        if (http.Items.ContainsKey(CleanTransformer.TooManyStreams))
        {
            return Problems.WriteAsync(http, StatusCodes.Status429TooManyRequests, "too-many-streams", "This session has enough live streams open. Close another window first.");
        }

        if (error == ForwarderError.None || http.Response.HasStarted || http.RequestAborted.IsCancellationRequested)
        {
            return Task.CompletedTask;
        }

        for (var failure = http.Features.Get<IForwarderErrorFeature>()?.Exception; failure is not null; failure = failure.InnerException)
        {
            if (failure is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
            {
                return TooLargeAsync(http);
            }
        }

        return Problems.WriteAsync(http, Problem.Unavailable("This part of EenPlan does not answer now. Try again in a moment."));
    }

    private static Task TooLargeAsync(HttpContext http) =>
        Problems.WriteAsync(http, StatusCodes.Status413PayloadTooLarge, "too-large", "What was sent is larger than 256 KB. Nothing was changed.");
}
