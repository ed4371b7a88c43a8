using Microsoft.AspNetCore.Routing.Template;

namespace EenPlan.Gateway.Forwarding;

/// <summary>The routes that the gateway answers itself, beside those that take every path.</summary>
internal static class OwnRoutes
{
    /// <summary>The methods with which the path of this request exists; none when it does not.</summary>
    public static IReadOnlyList<string> MethodsOf(HttpContext http)
    {
        List<string> methods = [.. http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText is { } pattern && new TemplateMatcher(TemplateParser.Parse(pattern.TrimStart('/')), []).TryMatch(http.Request.Path, []))
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Distinct().Order(StringComparer.Ordinal)];
        // It is there with this method, and still nobody answered: then a constraint of the route says that it is another path.
        return methods.Contains(http.Request.Method) ? [] : methods;
    }
}
