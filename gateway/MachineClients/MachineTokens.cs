using System.Security.Claims;
using EenPlan.Gateway.Nodes;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;

namespace EenPlan.Gateway.MachineClients;

/// <summary>Tokens of organisations' own systems: made at <c>/oauth/token</c>, good for the feed only, and only at this node's gateways.</summary>
internal sealed class MachineTokens(TokenMint mint, TokenCheck check, GatewaySettings settings)
{
    private const string Scheme = "Bearer ";

    /// <summary>True when a request carries a token instead of a session.</summary>
    public static bool IsOffered(HttpContext http) => http.Request.Headers.Authorization.ToString().StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>A token for the client itself.</summary>
    public string Issue(MachineClient client) =>
        mint.For(settings.Issuer, CallerKind.Machine, client.Id.ToString(), client.OrganisationId, name: client.Id.ToString());

    /// <summary>An internal token for subscriptions in exchange for the client's token; refuses any other token.</summary>
    public async Task<string> ForFeedAsync(HttpContext http)
    {
        var token = http.Request.Headers.Authorization.ToString()[Scheme.Length..].Trim();
        var identity = await check.ReadAsync(token, settings.Issuer);
        if (identity?.FindFirst("kind")?.Value != "machine" || identity.FindFirst("sub")?.Value is not { } subject || !Guid.TryParse(identity.FindFirst("org")?.Value, out var organisation))
        {
            http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            throw new ProblemException(StatusCodes.Status401Unauthorized, "invalid-token", "The token is not valid or no longer valid. Ask for a new one at /oauth/token.");
        }

        await http.RequestServices.GetRequiredService<HeldBack>().RequireNotAsync(organisation, http.RequestAborted);
        return mint.For("subscriptions", CallerKind.Machine, subject, organisation, name: identity.FindFirst("name")?.Value);
    }
}

/// <summary>What subscriptions says about a client whose secret is right.</summary>
internal sealed record MachineClient(Guid Id, Guid OrganisationId);
