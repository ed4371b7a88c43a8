using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace EenPlan.Kit.Operations;

/// <summary>Describes the span of a request by method, route template and status; the framework leaves it without a name, and an address would hold ids.</summary>
public static class RequestSpans
{
    /// <summary>First in the pipeline, so that it sees the status that the caller gets.</summary>
    public static void UseRequestSpans(this WebApplication app) => app.Use((http, next) =>
    {
        if (SpanOf(http) is not { } span)
        {
            return next(http);
        }

        if (http.Request.Path.StartsWithSegments("/health"))
        {
            // Asked all day by machines: nobody looks these up.
            span.IsAllDataRequested = false;
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return next(http);
        }

        return DescribeAsync(http, span, next);
    });

    /// <summary>Right after routing: a refusal forgets which route it was.</summary>
    public static void UseRouteNames(this WebApplication app) => app.Use((http, next) =>
    {
        if ((http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } route)
        {
            http.NameSpan(route);
        }

        return next(http);
    });

    /// <summary>Names the span of this request after a route, which must be a template.</summary>
    public static void NameSpan(this HttpContext http, string route)
    {
        if (SpanOf(http) is { } span)
        {
            span.DisplayName = $"{Method(http)} {route}";
            span.SetTag("http.route", route);
        }
    }

    private static Activity? SpanOf(HttpContext http) => http.Features.Get<IHttpActivityFeature>()?.Activity is { Recorded: true } span ? span : null;

    private static async Task DescribeAsync(HttpContext http, Activity span, RequestDelegate next)
    {
        span.DisplayName = Method(http);
        span.SetTag("http.request.method", Method(http));
        try
        {
            await next(http);
        }
        finally
        {
            var status = http.Response.StatusCode;
            span.SetTag("http.response.status_code", status);
            if (status >= StatusCodes.Status500InternalServerError)
            {
                span.SetStatus(ActivityStatusCode.Error);
                span.SetTag("error.type", status.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>A method that we do not know is text from outside.</summary>
    private static string Method(HttpContext http) => http.Request.Method is "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" ? http.Request.Method : "_OTHER";
}
