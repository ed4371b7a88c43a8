using Yarp.ReverseProxy.Configuration;

namespace EenPlan.Bench.References;

/// <summary>YARP as its documentation sets it up: one route, one cluster, nothing else.</summary>
internal static class BareYarp
{
    public static WebApplication Build(WebApplicationBuilder builder, string to)
    {
        builder.Services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "all", ClusterId = "backend", Match = new RouteMatch { Path = "{**rest}" } }],
            [new ClusterConfig { ClusterId = "backend", Destinations = new Dictionary<string, DestinationConfig> { ["one"] = new() { Address = to } } }]);
        var app = builder.Build();
        app.MapReverseProxy();
        return app;
    }
}
