using System.Net;
using System.Net.Http.Headers;
using System.Text;
using EenPlan.Gateway.Forwarding;
using EenPlan.Gateway.Nodes;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using EenPlan.Kit.Operations;

namespace EenPlan.Gateway.MachineClients;

/// <summary>The token endpoint for client credentials (RFC 6749, section 4.4); answers and errors have the form of that RFC.</summary>
internal static class TokenEndpoint
{
    private const string Method = "client-credentials";

    public static void MapMachineClients(this WebApplication app) => app.MapPost("/oauth/token", IssueAsync);

    private static async Task<IResult> IssueAsync(HttpContext http, MachineTokens tokens, Guesses guesses, Counts counts, GatewaySettings settings, [FromKeyedServices("gateway")] ServiceClient services)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Pragma = "no-cache";
        if (!settings.Runs.Includes("subscriptions"))
        {
            return Error(http, "invalid_request", "This node has no feed. Ask for a token, and read the feed, at the node that has the plans.");
        }

        if (!http.Request.HasFormContentType)
        {
            return Error(http, "invalid_request", "Send a form (application/x-www-form-urlencoded).");
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form.Any(field => field.Value.Count > 1) || form["grant_type"].Count == 0)
        {
            return Error(http, "invalid_request", "Send grant_type, and every field once.");
        }

        if (form["grant_type"] != "client_credentials")
        {
            return Error(http, "unsupported_grant_type", "Only client_credentials is supported.");
        }

        var basic = Basic(http.Request.Headers.Authorization);
        if (basic is not null && form.ContainsKey("client_secret"))
        {
            return Error(http, "invalid_request", "Prove who the client is in one way: in the header or in the form.");
        }

        var (id, secret) = basic ?? (form["client_id"].ToString(), form["client_secret"].ToString());
        if (id.Length is 0 or > 100 || secret.Length is 0 or > 200)
        {
            return NotTheClient(http, counts);
        }

        if (await VerifyAsync(http, services, guesses, id, secret) is not { } client)
        {
            return NotTheClient(http, counts);
        }

        await http.RequestServices.GetRequiredService<HeldBack>().RequireNotAsync(client.OrganisationId, http.RequestAborted);
        counts.SignedIn(Method);
        return Results.Json(new { access_token = tokens.Issue(client), token_type = "Bearer", expires_in = (int)TokenMint.MaximumLife.TotalSeconds });
    }

    private static async Task<MachineClient?> VerifyAsync(HttpContext http, ServiceClient services, Guesses guesses, string clientId, string clientSecret)
    {
        guesses.Check(http);
        try
        {
            var client = await services.PostAsync<MachineClient>("subscriptions", "/internal/machine-clients/_verify", new { clientId, clientSecret }, http.RequestAborted);
            if (client is null)
            {
                guesses.Wrong(http);
            }

            return client;
        }
        catch (HttpRequestException failure) when (failure.StatusCode == HttpStatusCode.BadRequest)
        {
            // It does not even look like a client's id.
            guesses.Wrong(http);
            return null;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !http.RequestAborted.IsCancellationRequested)
        {
            throw Problem.Unavailable("The client cannot be checked now. Try again in a moment.");
        }
    }

    private static IResult NotTheClient(HttpContext http, Counts counts)
    {
        counts.SignInRefused(Method);
        http.Response.Headers.WWWAuthenticate = "Basic realm=\"EenPlan\", charset=\"UTF-8\"";
        return Error(http, "invalid_client", "The client is not known or its secret is not right.", StatusCodes.Status401Unauthorized);
    }

    private static IResult Error(HttpContext http, string code, string description, int status = StatusCodes.Status400BadRequest)
    {
        Counts.Refused(http, status, code);
        return Results.Json(new { error = code, error_description = description }, statusCode: status);
    }

    private static (string Id, string Secret)? Basic(string? header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var value) || !string.Equals(value.Scheme, "Basic", StringComparison.OrdinalIgnoreCase) || value.Parameter is null)
        {
            return null;
        }

        var bytes = new byte[value.Parameter.Length];
        if (!Convert.TryFromBase64String(value.Parameter, bytes, out var length) || Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is not [var id, var secret])
        {
            return ("", "");
        }

        return (WebUtility.UrlDecode(id), WebUtility.UrlDecode(secret));
    }
}
