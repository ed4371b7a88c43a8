using System.Security.Claims;
using System.Text.Encodings.Web;
using EenPlan.Kit.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EenPlan.Kit.Identity;

/// <summary>
/// Authenticates a request to a service by its internal token. The audience is the route prefix of the service that is asked,
/// also in standalone, so a token for one service opens no other.
/// </summary>
internal sealed class InternalTokens(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, TokenCheck check)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Scheme_ = "internal-token";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal) || Request.Headers.Authorization.Count != 1)
        {
            return AuthenticateResult.NoResult();
        }

        var audience = Request.Path.Value?.Split('/', 3)[1] ?? "";
        var identity = await check.ReadAsync(header["Bearer ".Length..], audience);
        if (identity is null)
        {
            return AuthenticateResult.Fail("The token is not valid here.");
        }

        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(identity.Claims, Scheme_)), Scheme_));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Problems.WriteAsync(Context, StatusCodes.Status401Unauthorized, "not-signed-in", "Sign in first; the request carries no valid token for this service.");

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.WriteAsync(Context, StatusCodes.Status403Forbidden, "not-for-you", "This is not meant for the role that you are signed in with.");
}
