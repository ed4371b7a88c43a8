using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using EenPlan.Gateway.Nodes;
using EenPlan.Gateway.Sessions;
using EenPlan.Kit.Api;

namespace EenPlan.Gateway.Forwarding;

/// <summary>How much one session, or one address without a session, may ask; signing in is held to less.</summary>
internal static class RequestLimits
{
    public static void AddRequestLimits(this IServiceCollection services, LimitSettings limits)
    {
        services.AddSingleton<Guesses>();
        services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http => limits.RequestsPerSecond <= 0
                    ? RateLimitPartition.GetNoLimiter("")
                    : IsOfNode(http)
                    ? RateLimitPartition.GetTokenBucketLimiter("node " + Address(http), _ => Bucket(Math.Max(limits.NodeBurst, 1), Math.Max(limits.NodeRequestsPerSecond, 1), TimeSpan.FromSeconds(1)))
                    : RateLimitPartition.GetTokenBucketLimiter(Who(http), _ => Bucket(Math.Max(limits.Burst, 1), limits.RequestsPerSecond, TimeSpan.FromSeconds(1)))),
                PartitionedRateLimiter.Create<HttpContext, string>(http => limits.SignInsPerMinute <= 0 || !IsSignIn(http)
                    ? RateLimitPartition.GetNoLimiter("")
                    : RateLimitPartition.GetTokenBucketLimiter(Address(http), _ => Bucket(limits.SignInsPerMinute, limits.SignInsPerMinute, TimeSpan.FromMinutes(1)))));
            limiter.OnRejected = (context, _) => new ValueTask(RefuseAsync(context.HttpContext,
                context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1));
        });
    }

    public static void UseRequestLimits(this WebApplication app) =>
        app.UseWhen(http => IsOurs(http.Request.Path), branch => branch.UseRateLimiter());

    /// <summary>True for what is answered by the gateway or a service; the rest is files of the front end.</summary>
    public static bool IsOurs(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/session") || path.StartsWithSegments("/oauth") || path.StartsWithSegments("/nodes");

    private static bool IsOfNode(HttpContext http) => NodeGuard.IsOffered(http) && http.Request.Cookies.Count == 0
        && (http.Request.Path.StartsWithSegments("/nodes") || http.Request.Path.StartsWithSegments("/api"));

    /// <summary>Where a request comes from.</summary>
    public static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    public static ProblemException TooMany(int seconds) =>
        new(StatusCodes.Status429TooManyRequests, "too-many-requests", "That was too often. Wait a moment and try again.") { RetryAfterSeconds = seconds };

    private static Task RefuseAsync(HttpContext http, int seconds) => Problems.WriteAsync(http, TooMany(seconds));

    private static string Who(HttpContext http) => http.RequestServices.GetRequiredService<SessionCookie>().Read(http)?.ToString() ?? Address(http);

    // By the beginning, so that what is not quite the route does not go free.
    private static bool IsSignIn(HttpContext http) => !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsDelete(http.Request.Method)
        && (http.Request.Path.StartsWithSegments("/session/demo") || http.Request.Path.StartsWithSegments("/session/code") || http.Request.Path.StartsWithSegments("/oauth/token"));

    private static TokenBucketRateLimiterOptions Bucket(int size, int refill, TimeSpan period) =>
        new() { TokenLimit = size, TokensPerPeriod = refill, ReplenishmentPeriod = period, QueueLimit = 0 };
}

/// <summary>Counts wrong codes, accounts and secrets by address. Somebody who knows the right one is never in the way of others.</summary>
internal sealed class Guesses(GatewaySettings settings, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, int Count)> _wrong = new();

    /// <summary>Throws when this address guessed too often.</summary>
    public void Check(HttpContext http)
    {
        if (settings.Limits.WrongGuesses > 0 && _wrong.TryGetValue(RequestLimits.Address(http), out var known)
            && clock.GetUtcNow() - known.Since < Window && known.Count >= settings.Limits.WrongGuesses)
        {
            throw RequestLimits.TooMany((int)Math.Ceiling((known.Since + Window - clock.GetUtcNow()).TotalSeconds));
        }
    }

    public void Wrong(HttpContext http)
    {
        var now = clock.GetUtcNow();
        if (_wrong.Count > 10_000)
        {
            foreach (var (address, _) in _wrong.Where(pair => now - pair.Value.Since >= Window))
            {
                _wrong.TryRemove(address, out _);
            }
        }

        _wrong.AddOrUpdate(RequestLimits.Address(http), _ => (now, 1), (_, known) => now - known.Since < Window ? (known.Since, known.Count + 1) : (now, 1));
    }
}
