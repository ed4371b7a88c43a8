using System.Text.Json;

namespace EenPlan.Gateway.Forwarding;

/// <summary><c>/health/live</c>: the gateway runs. <c>/health/ready</c>: every service behind it is ready.</summary>
internal static class GatewayHealth
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapGatewayHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new { status = "ok" }));
        app.MapGet("/health/ready", async (Upstreams upstreams, HttpContext http) =>
        {
            var asked = GatewaySettings.Prefixes.GroupBy(upstreams.For).Select(async group => (Services: group, Status: await AskAsync(group.Key, http.RequestAborted)));
            var services = (await Task.WhenAll(asked)).SelectMany(answer => answer.Services.Select(service => (service, answer.Status))).ToDictionary(pair => pair.service, pair => pair.Status);
            var ready = services.Values.All(status => status != "unreachable");
            var body = new { status = !ready ? "not-ready" : services.Values.All(status => status == "ok") ? "ok" : "degraded", services };
            return Results.Json(body, statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
    }

    private static async Task<string> AskAsync(Upstream upstream, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(upstream.BaseAddress), "/health/ready"));
            using var response = await upstream.Invoker.SendAsync(request, patience.Token);
            if (!response.IsSuccessStatusCode)
            {
                return "unreachable";
            }

            using var body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(patience.Token), default, patience.Token);
            return body.RootElement.TryGetProperty("status", out var status) ? status.GetString() ?? "ok" : "ok";
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException or System.Net.Sockets.SocketException or JsonException)
        {
            return "unreachable";
        }
    }
}
