using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EenPlan.Kit.Identity;

/// <summary>Checks a token: ES256 only, a key of this node, the issuer that the key belongs to, this audience, and a life of at most five minutes.</summary>
public sealed class TokenCheck(KeyFolder keys, TimeProvider clock)
{
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    /// <summary>The claims of a good token; null for any other.</summary>
    public async Task<System.Security.Claims.ClaimsIdentity?> ReadAsync(string token, string audience, TimeSpan? maximumLife = null)
    {
        if (token.Length > 4096 || !Handler.CanReadToken(token))
        {
            return null;
        }

        if (Read(token) is not { } read || read.Alg != SecurityAlgorithms.EcdsaSha256 || string.IsNullOrEmpty(read.Kid) || keys.Find(read.Kid) is not { } key)
        {
            return null;
        }

        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = key.Key,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidIssuer = key.Issuer,
            ValidAudience = audience,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            LifetimeValidator = (notBefore, expires, _, _) => LivesNow(notBefore, expires, maximumLife ?? TokenMint.MaximumLife),
        });
        // A service's key may speak for the service only; a gateway's key never as a service.
        var isSystem = result.ClaimsIdentity?.FindFirst("kind")?.Value == "system";
        return result.IsValid && isSystem == key.Issuer.StartsWith("urn:eenplan:service:", StringComparison.Ordinal) ? result.ClaimsIdentity : null;
    }

    private static JsonWebToken? Read(string token)
    {
        try
        {
            return Handler.ReadJsonWebToken(token);
        }
        catch (Exception failure) when (failure is ArgumentException or SecurityTokenException or FormatException)
        {
            // Three parts with dots between them, but nothing readable in them.
            return null;
        }
    }

    private bool LivesNow(DateTime? notBefore, DateTime? expires, TimeSpan maximumLife)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return notBefore is { } from && expires is { } to && from <= now + Skew && to > now && to - from <= maximumLife;
    }
}
