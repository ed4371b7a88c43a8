using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using EenPlan.Kit.Operations;
using EenPlan.Subscriptions.Persistence;
using EenPlan.Subscriptions.Updates;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Live;

/// <summary>What a hint says: that something of this kind changed. Never content, never who.</summary>
internal sealed record LiveHint(long Number, Guid CaseId, string Kind, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ItemId);

/// <summary>
/// Server-sent events for one caller: every update once and in order, each checked for access just before it is sent.
/// Ends when access to any case ends, and before the token does; the browser then comes back with the number of the last event.
/// </summary>
internal sealed class LiveStream(Caller caller, long? lastEventId) : IResult
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan NextTry = TimeSpan.FromMilliseconds(500);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var tail = services.GetRequiredService<LiveTail>();
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        var watch = await tail.OpenAsync(new Holder(caller.KindCode, caller.Id), ends.Token);
        try
        {
            await RunAsync(httpContext, watch, services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<TimeProvider>(), ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The browser left, or this process stops: the next connection goes on from Last-Event-ID.
        }
        finally
        {
            tail.Close(watch);
        }
    }

    private async Task RunAsync(HttpContext http, LiveWatch watch, IServiceScopeFactory scopes, TimeProvider clock, CancellationToken cancellationToken)
    {
        var accessEnds = watch.State.AccessEnds;
        // A number from before a restore of this service is beyond ours: go on from the end then.
        var sent = Math.Min(lastEventId ?? watch.State.LastNumber, watch.State.LastNumber);
        var opened = clock.GetUtcNow();
        // The first one early, each stream at its own moment, for the same reason as the end.
        var (heartbeat, end) = (opened + Heartbeat * Random.Shared.NextDouble(), EndOf(opened));
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        // An id without data is no event, but a browser that is cut off before the first one comes back with it.
        await WriteAsync(http, $"retry: 1000\nid: {sent}\n\n", cancellationToken);
        while (true)
        {
            var moved = watch.Moved;
            var state = watch.State;
            var now = clock.GetUtcNow();
            if (state.AccessEnds != accessEnds || now >= end)
            {
                return;
            }

            if (now >= heartbeat)
            {
                await WriteAsync(http, ": still here\n\n", cancellationToken);
                heartbeat = now + Heartbeat;
            }

            var wakeAt = end < heartbeat ? end : heartbeat;
            if (state.LastNumber > sent)
            {
                var upTo = await SendAsync(http, scopes, sent, state.LastNumber, now, cancellationToken);
                wakeAt = upTo > sent ? wakeAt : now + NextTry;
                var more = upTo > sent && upTo < state.LastNumber;
                sent = upTo;
                if (more)
                {
                    continue;
                }
            }

            watch.WakeAt = wakeAt;
            await moved.WaitAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Somewhere in the last third of the token's life. After a restart everybody opens a stream in the same few seconds: they must not all come back together every five minutes.
    /// </summary>
    private DateTimeOffset EndOf(DateTimeOffset now) => caller.ExpiresAt - (caller.ExpiresAt - now) * (Random.Shared.NextDouble() / 3);

    /// <summary>Sends what may be seen after a number; returns up to where that was, or the same number when access cannot be decided now.</summary>
    private async Task<long> SendAsync(HttpContext http, IServiceScopeFactory scopes, long after, long upTo, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<CaseGate<SubscriptionsDb>>().RefreshAsync(caller, cancellationToken);
        }
        catch (ProblemException)
        {
            return after;
        }

        var hints = await scope.ServiceProvider.GetRequiredService<SubscriptionsDb>().VisibleTo(caller, now)
            .Where(row => row.Number > after && row.Number <= upTo).OrderBy(row => row.Number).Take(AtOnce)
            .Select(row => new { Hint = new LiveHint(row.Number, row.CaseId, row.Kind, row.ItemId), row.TraceParent }).ToListAsync(cancellationToken);
        foreach (var (hint, traceParent) in hints.Select(row => (row.Hint, row.TraceParent)))
        {
            using var span = Spans.Resume("live hint", SubscriptionsService.Name, traceParent);
            await WriteAsync(http, $"id: {hint.Number.ToString(CultureInfo.InvariantCulture)}\ndata: {JsonSerializer.Serialize(hint, Kit.Json.Options)}\n\n", cancellationToken);
        }

        return hints.Count == AtOnce ? hints[^1].Hint.Number : upTo;
    }

    private static async Task WriteAsync(HttpContext http, string text, CancellationToken cancellationToken)
    {
        await http.Response.WriteAsync(text, cancellationToken);
        await http.Response.Body.FlushAsync(cancellationToken);
    }
}
