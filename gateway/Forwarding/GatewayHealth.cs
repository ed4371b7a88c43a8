namespace EenPlan.Gateway.Forwarding;

/// <summary><c>/health/live</c>: the gateway runs. <c>/health/ready</c>: every service behind it is ready.</summary>
internal static class GatewayHealth
{
    public static void MapGatewayHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new { status = "ok" }));
        app.MapGet("/health/ready", async (Readiness readiness, HttpContext http) =>
        {
            var services = await readiness.AskAsync(http.RequestAborted);
            var ready = services.Values.All(status => status != Readiness.Unreachable);
            var body = new { status = !ready ? "not-ready" : services.Values.All(status => status == "ok") ? "ok" : "degraded", services };
            return Results.Json(body, statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
    }
}
