using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EenPlan.Gateway.Sessions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;

namespace EenPlan.Gateway.SignIn;

/// <summary>One sign-in on its way: what must come back from the provider, and the secret that only this browser's sign-in has.</summary>
internal sealed record SignInAttempt(string State, string Nonce, string Verifier, string ReturnTo)
{
    /// <summary>Proof of the secret without the secret (PKCE, RFC 7636).</summary>
    public string Challenge => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static SignInAttempt New(string returnTo) => new(Secret(), Secret(), Secret(), returnTo);

    private static string Secret() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
}

/// <summary>Keeps the attempt in the browser itself, encrypted, so that any gateway can finish what another one began.</summary>
internal sealed class SignInAttempts(IDataProtectionProvider protection, GatewaySettings settings)
{
    private const string Name = "eenplan-sign-in";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("sign-in").ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, SignInAttempt attempt) =>
        http.Response.Cookies.Append(Name, _protector.Protect(JsonSerializer.Serialize(attempt), Life), Options(http));

    /// <summary>The attempt of this browser, once.</summary>
    public SignInAttempt? Take(HttpContext http)
    {
        var text = http.Request.Cookies[Name];
        http.Response.Cookies.Delete(Name, Options(http));
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<SignInAttempt>(_protector.Unprotect(text));
        }
        catch (Exception failure) when (failure is CryptographicException or JsonException)
        {
            return null;
        }
    }

    // Lax, not Strict: the browser comes back from the provider's site.
    private CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = SessionCookie.IsSecure(http, settings), Path = "/session/oidc", IsEssential = true, MaxAge = Life,
    };
}
