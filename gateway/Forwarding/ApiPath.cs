using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using EenPlan.Kit.Api;
using Microsoft.AspNetCore.Http.Features;

namespace EenPlan.Gateway.Forwarding;

/// <summary>
/// The path of a request for a service, read from what the browser really sent. Only plain paths under a public version of a known service pass:
/// an encoded or doubled slash, a dot segment or a backslash could mean another route to the service than it meant to us.
/// </summary>
internal sealed record ApiPath(string Service, string Path)
{
    private const string Prefix = "/api/";
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~/");

    /// <summary>True for the description of a service's interface, which is for everybody.</summary>
    public bool IsDescription => Path.Length == Service.Length + "//v1/openapi.json".Length && Path.EndsWith("/v1/openapi.json", StringComparison.Ordinal);

    /// <summary>True for the feed that an organisation's own system reads.</summary>
    public bool IsFeed => Path == "/subscriptions/v1/feed";

    public static bool TryRead(HttpContext http, [NotNullWhen(true)] out ApiPath? path)
    {
        path = null;
        var target = RawPath(http);
        if (!target.StartsWith(Prefix, StringComparison.Ordinal) || target.AsSpan().ContainsAnyExcept(Plain))
        {
            return false;
        }

        var segments = target[Prefix.Length..].Split('/');
        if (segments.Length < 3 || segments[1] != "v1" || !GatewaySettings.Prefixes.Contains(segments[0]) || segments.Any(segment => segment is "" or "." or ".."))
        {
            return false;
        }

        path = new ApiPath(segments[0], target[(Prefix.Length - 1)..]);
        return true;
    }

    /// <summary>True for a path that no part of the product has, and that could only mean to get around a rule.</summary>
    public static bool IsTrick(HttpContext http)
    {
        var target = RawPath(http);
        return target.Length == 0 || target[0] != '/' || target.Contains("//", StringComparison.Ordinal) || target.Contains('\\')
            || target.Contains("%2f", StringComparison.OrdinalIgnoreCase) || target.Contains("%5c", StringComparison.OrdinalIgnoreCase)
            || target.Contains("%2e", StringComparison.OrdinalIgnoreCase) || target.Contains("%00", StringComparison.Ordinal) || target.Contains("%25", StringComparison.Ordinal)
            || target.Split('/').Any(segment => segment is "." or "..");
    }

    private static string RawPath(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var end = target.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? target : target[..end];
    }
}

/// <summary>Refuses tricks before anything looks at the path.</summary>
internal static class PlainPaths
{
    public static void UsePlainPaths(this WebApplication app) => app.Use((http, next) =>
        ApiPath.IsTrick(http) || EndsWithSlash(http.Request.Path) ? NothingHereAsync(http) : next(http));

    public static Task NothingHereAsync(HttpContext http) => Problems.WriteAsync(http, StatusCodes.Status404NotFound, "no-such-route", "There is nothing here.");

    /// <summary>Says 405 with the methods that there are when the path is one of the gateway's own, which its catch-all routes would hide; else that there is nothing.</summary>
    public static Task NothingOrOtherMethodAsync(HttpContext http)
    {
        var methods = OwnRoutes.MethodsOf(http);
        if (methods.Count == 0)
        {
            return NothingHereAsync(http);
        }

        http.Response.Headers.Allow = string.Join(", ", methods);
        return Problems.WriteAsync(http, StatusCodes.Status405MethodNotAllowed, "no-such-route", "This does not exist with this method.");
    }

    // Routing would take it for the route without. Pages of the front end may have one: people type it.
    private static bool EndsWithSlash(PathString path) => RequestLimits.IsOurs(path) && path.Value is [_, .., '/'];
}
