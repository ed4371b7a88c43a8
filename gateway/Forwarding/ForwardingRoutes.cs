using System.Diagnostics;
using EenPlan.Gateway.MachineClients;
using EenPlan.Gateway.Nodes;
using EenPlan.Gateway.Sessions;
using EenPlan.Kit;
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
        services.AddStartupCheck(_ => [.. RunningHere.Complaints(builder.Configuration), .. Upstreams.Complaints(builder.Configuration)]);
    }

    public static void MapForwarding(this WebApplication app) => app.Map("/api/{**rest}", ForwardAsync);

    private static async Task ForwardAsync(HttpContext http, CurrentSession current, SessionTokens tokens, MachineTokens machines, HostForwarding host,
        Upstreams upstreams, LiveStreams streams, IHttpForwarder forwarder)
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

        StreamOwner? owner = null;
        string? token = null;
        if (NodeGuard.IsOffered(http))
        {
            RequireHere(http, path);
            var services = http.RequestServices;
            (token, owner) = await services.GetRequiredService<NodeCallers>().ForAsync(await services.GetRequiredService<NodeGuard>().CheckAsync(http), path, http.RequestAborted);
            // Who waits for news is cut off with the node, as a stream is.
            if (path.IsFeed && !streams.TryAdd(http, owner!.Value))
            {
                await TooManyStreamsAsync(http);
                return;
            }
        }
        else if (path.IsFeed && MachineTokens.IsOffered(http))
        {
            RequireHere(http, path);
            token = await machines.ForFeedAsync(http);
        }
        else if (!path.IsDescription)
        {
            var session = await current.FindAsync(http) ?? throw SessionDesk.NotSignedIn();
            if (host.IsFor(path.Service, session))
            {
                await host.ForwardAsync(http, path, session, http.RequestServices.GetRequiredService<Hosts>());
                return;
            }

            owner = StreamOwner.Of(session);
            token = await tokens.ForAsync(session, path.Service)
                ?? throw new ProblemException(StatusCodes.Status401Unauthorized, "choose-identity", "Choose first as whom you are here.");
        }
        else
        {
            RequireHere(http, path);
        }

        try
        {
            var upstream = upstreams.For(path.Service);
            var error = await forwarder.SendAsync(http, upstream.BaseAddress, upstream.Invoker, Request, new CleanTransformer(path, token, owner, streams));
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
            return TooManyStreamsAsync(http);
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

    /// <summary>What this node does not run has nobody here to answer for it.</summary>
    private static void RequireHere(HttpContext http, ApiPath path)
    {
        if (!http.RequestServices.GetRequiredService<GatewaySettings>().Runs.Includes(path.Service))
        {
            throw new ProblemException(StatusCodes.Status404NotFound, "no-such-route", "There is nothing here.");
        }
    }

    public static Task TooManyStreamsAsync(HttpContext http) =>
        Problems.WriteAsync(http, StatusCodes.Status429TooManyRequests, "too-many-streams", "This session has enough live streams open. Close another window first.");

    private static Task TooLargeAsync(HttpContext http) =>
        Problems.WriteAsync(http, StatusCodes.Status413PayloadTooLarge, "too-large", "What was sent is larger than 256 KB. Nothing was changed.");
}
