using EenPlan.Gateway.Forwarding;
using EenPlan.Gateway.Sessions;
using EenPlan.Kit;
using EenPlan.Kit.Api;

namespace EenPlan.Gateway.FrontEnd;

/// <summary>Headers that keep a page to itself, on every answer of the gateway, and the header that only our own pages send.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<GatewaySettings>();
        app.Use((http, next) =>
        {
            http.Response.OnStarting(static state =>
            {
                var (http, settings) = ((HttpContext, GatewaySettings))state;
                Set(http, settings);
                return Task.CompletedTask;
            }, (http, settings));
            return next(http);
        });
    }

    /// <summary>Another site can make a browser send a form, but not this header.</summary>
    public static void UseFrontEndHeader(this WebApplication app) => app.Use((http, next) =>
    {
        var request = http.Request;
        var changes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);
        var forBrowsers = request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/session");
        return changes && forBrowsers && request.Headers["X-EenPlan"] != "1"
            ? Problems.WriteAsync(http, StatusCodes.Status403Forbidden, "header-missing", "Changes need the header X-EenPlan: 1.")
            : next(http);
    });

    private static void Set(HttpContext http, GatewaySettings settings)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        // What a service answered says so itself; this is for what the gateway answers in its place.
        if (http.Request.Path.StartsWithSegments("/api") && !headers.ContainsKey("API-Version"))
        {
            headers["API-Version"] = ServiceRoutes.ApiVersion;
        }

        if (SessionCookie.IsSecure(http, settings))
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }
    }
}
