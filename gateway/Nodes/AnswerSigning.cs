namespace EenPlan.Gateway.Nodes;

/// <summary>Signs what this node answers to another one, so that nothing in between can answer in its place.</summary>
internal static class AnswerSigning
{
    public const string Prefix = "/nodes/v1";

    public static void UseAnswerSigning(this WebApplication app) => app.UseWhen(http => http.Request.Path.StartsWithSegments(Prefix), branch => branch.Use(async (http, next) =>
    {
        var outside = http.Response.Body;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = outside;
        }

        var body = answer.ToArray();
        if (NodeRequest.Of(http) is { } request)
        {
            var services = http.RequestServices;
            var (keys, settings, clock) = (services.GetRequiredService<NodeKeys>(), services.GetRequiredService<GatewaySettings>(), services.GetRequiredService<TimeProvider>());
            var signing = await keys.SigningAsync(request.Peer.OurKid, http.RequestAborted);
            http.Response.Headers[NodeTokens.SignatureHeader] = NodeTokens.ForAnswer(signing, settings.Issuer, NodeName.Urn(request.Peer.Node), request.TokenId, http.Response.StatusCode, body, clock.GetUtcNow());
        }

        await outside.WriteAsync(body, http.RequestAborted);
    }));
}
