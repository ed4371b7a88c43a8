using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using EenPlan.Kit.Journal;
using EenPlan.Kit.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.Kit;

/// <summary>The routes and the pipeline that every service has.</summary>
public static class ServiceRoutes
{
    /// <summary>Version of the public interfaces, in the API-Version header and the OpenAPI documents.</summary>
    public const string ApiVersion = "1.0.0";

    /// <summary>Errors, headers, authentication: call once per host, before mapping services.</summary>
    public static void UseServiceDefaults(this WebApplication app)
    {
        app.UseRequestSpans();
        app.UseExceptionHandler();
        app.Use((http, next) =>
        {
            // At the last moment: a refusal empties the headers that were set before it.
            http.Response.OnStarting(SetHeaders, http.Response.Headers);
            return next(http);
        });
        app.UseStatusCodePages(context => context.HttpContext.Response.StatusCode == StatusCodes.Status415UnsupportedMediaType
            ? Problems.WriteAsync(context.HttpContext, Problem.NotJson())
            : Problems.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode, "no-such-route", "There is nothing here, or not with this method."));
        // Routing would take it for the route without; the design rules want one address for one thing.
        app.Use((http, next) => http.Request.Path.Value is [_, .., '/'] ? NothingHere(http) : next(http));
        app.UseRouting();
        app.UseRouteNames();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
    }

    private static Task SetHeaders(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers["API-Version"] = ApiVersion;
        headers.CacheControl = headers.CacheControl.Count == 0 ? "no-store" : headers.CacheControl;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }

    private static Task NothingHere(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>Maps the routes of one service under its prefix: public ones under <c>/v1</c>, system ones under <c>/internal</c>.</summary>
    public static void MapService<TDb>(this IEndpointRouteBuilder routes, Action<RouteGroupBuilder> publicRoutes, Action<RouteGroupBuilder>? systemRoutes = null)
        where TDb : ServiceDb
    {
        var service = routes.ServiceProvider.GetRequiredService<ServiceName<TDb>>().Name;
        publicRoutes(routes.MapGroup($"/{service}/v1").WithGroupName(service).Audited(service));
        var system = routes.MapGroup($"/{service}/internal").ExcludeFromDescription();
        system.MapGet("/journal", (TDb db, TimeProvider clock, long after, int limit, CancellationToken cancellationToken) =>
            JournalPages.PageAsync(db, clock, after, Math.Clamp(limit, 1, 512), cancellationToken)).ForServices("cases", "directory", "network", "reporting", "subscriptions");
        system.MapParked<TDb>();
        systemRoutes?.Invoke(system);
    }
}
