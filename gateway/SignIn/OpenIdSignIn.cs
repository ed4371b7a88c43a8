using System.Security.Cryptography;
using System.Text;
using EenPlan.Gateway.Sessions;
using EenPlan.Kit.Api;
using EenPlan.Kit.Operations;

namespace EenPlan.Gateway.SignIn;

/// <summary>
/// Signing in with the organisation's or the country's OpenID provider: authorization code with PKCE. Tokens of the provider stay here and are not kept.
/// </summary>
internal static partial class OpenIdSignIn
{
    private const string Method = "openid";
    private const string CallbackPath = "/session/oidc/callback";

    public static void MapOpenIdSignIn(this WebApplication app)
    {
        app.MapGet("/session/oidc/start", StartAsync);
        app.MapGet(CallbackPath, CallbackAsync);
    }

    private static async Task<IResult> StartAsync(string? returnTo, HttpContext http, GatewaySettings settings, OpenIdProvider provider, SignInAttempts attempts, ILogger<OpenIdProvider> log)
    {
        Check(settings);
        var attempt = SignInAttempt.New(IsOwnPage(returnTo) ? returnTo! : "/");
        try
        {
            var address = await provider.StartAddressAsync(attempt, Callback(http, settings), http.RequestAborted);
            attempts.Keep(http, attempt);
            return Results.Redirect(address);
        }
        catch (SignInFailedException failure)
        {
            return Failed(log, failure);
        }
    }

    private static async Task<IResult> CallbackAsync(string? code, string? state, HttpContext http, GatewaySettings settings, OpenIdProvider provider, SignInAttempts attempts,
        SessionDesk desk, Counts counts, ILogger<OpenIdProvider> log)
    {
        Check(settings);
        var attempt = attempts.Take(http);
        try
        {
            if (attempt is null || state is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(attempt.State), Encoding.UTF8.GetBytes(state)))
            {
                throw new SignInFailedException("Nobody began this sign-in with this browser.");
            }

            if (string.IsNullOrEmpty(code))
            {
                throw new SignInFailedException("The provider refused.");
            }

            await desk.SignInAsync(http, await provider.AccountAsync(attempt, code, Callback(http, settings), http.RequestAborted), Method);
            return Results.LocalRedirect(attempt.ReturnTo);
        }
        catch (SignInFailedException failure)
        {
            counts.SignInFailed(Method);
            return Failed(log, failure);
        }
        catch (ProblemException refused)
        {
            return Results.LocalRedirect("/?sign-in=" + refused.Code);
        }
    }

    private static void Check(GatewaySettings settings)
    {
        if (!settings.SignIn.IsComplete)
        {
            throw Problem.NotFound();
        }
    }

    /// <summary>The front end has words for it; the person sees a page, not a code.</summary>
    private static IResult Failed(ILogger log, SignInFailedException failure)
    {
        SignInFailed(log, failure.Message);
        return Results.LocalRedirect("/?sign-in=failed");
    }

    private static string Callback(HttpContext http, GatewaySettings settings) =>
        (settings.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? $"{http.Request.Scheme}://{http.Request.Host}") + CallbackPath;

    private static bool IsOwnPage(string? path) => path is { Length: > 0 and < 500 } && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\')
        && !path.Any(char.IsControl);

    [LoggerMessage(LogLevel.Warning, "Signing in failed: {Reason}")]
    private static partial void SignInFailed(ILogger log, string reason);
}
