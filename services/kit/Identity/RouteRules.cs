using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EenPlan.Kit.Identity;

/// <summary>Says on a route who may call it. A route without a rule is refused to everybody.</summary>
public static class RouteRules
{
    /// <summary>What holds for a route that somebody forgot to give a rule: nobody. An address without a route, or not with this method or content type, is answered as such.</summary>
    internal static AuthorizationPolicy WithoutRule { get; } = new AuthorizationPolicyBuilder(InternalTokens.Scheme_)
        .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build();

    /// <summary>Only these kinds of caller.</summary>
    public static TBuilder For<TBuilder>(this TBuilder route, params CallerKind[] kinds)
        where TBuilder : IEndpointConventionBuilder
    {
        var allowed = kinds.Select(kind => kind.ToString().ToLowerInvariant()).ToArray();
        return route.RequireAuthorization(new AuthorizationPolicyBuilder(InternalTokens.Scheme_).RequireClaim("kind", allowed).Build());
    }

    /// <summary>Only these services of this node (or "gateway").</summary>
    public static TBuilder ForServices<TBuilder>(this TBuilder route, params string[] services)
        where TBuilder : IEndpointConventionBuilder =>
        route.RequireAuthorization(new AuthorizationPolicyBuilder(InternalTokens.Scheme_).RequireClaim("kind", "system").RequireClaim("name", services).Build());
}
