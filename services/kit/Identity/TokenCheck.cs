using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EenPlan.Kit.Identity;

/// <summary>Checks a token: ES256 only, a key of this node, the issuer that the key belongs to, this audience, and a life of at most five minutes.</summary>
public sealed class TokenCheck(KeyFolder keys, TimeProvider clock) : IDisposable
{
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);
    private const int KnownAtMost = 20_000;
    private const string ServiceIssuer = "urn:eenplan:service:";

    // A gateway sends the same token many times, and checking a signature costs more than the rest of a small request. Whose key it was and how long it lives is looked at every time.
    // More living tokens than that: the signature of some is checked each time.
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = KnownAtMost });

    /// <summary>The claims of a good token; null for any other.</summary>
    public async Task<ClaimsIdentity?> ReadAsync(string token, string audience, TimeSpan? maximumLife = null)
    {
        if (token.Length > 4096)
        {
            return null;
        }

        var isKnown = _known.TryGetValue((token, audience), out Known? known) && keys.Find(known!.Kid)?.Key == known.Key
            && LivesNow(known.NotBefore, known.Expires, maximumLife ?? TokenMint.MaximumLife);
        return isKnown ? known!.Identity : await CheckAsync(token, audience, maximumLife);
    }

    /// <inheritdoc/>
    public void Dispose() => _known.Dispose();

    private async Task<ClaimsIdentity?> CheckAsync(string token, string audience, TimeSpan? maximumLife)
    {
        if (!Handler.CanReadToken(token))
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
        // A service's key speaks for that service only, not for another one or a person; a gateway's key never as a service.
        var signedBy = key.Issuer.StartsWith(ServiceIssuer, StringComparison.Ordinal) ? key.Issuer[ServiceIssuer.Length..] : null;
        var speaksAs = result.ClaimsIdentity?.FindFirst("kind")?.Value == "system" ? result.ClaimsIdentity.FindFirst("name")?.Value ?? "" : null;
        if (!result.IsValid || speaksAs != signedBy)
        {
            return null;
        }

        _known.Set((token, audience), new Known(result.ClaimsIdentity!, read.Kid, key.Key, result.SecurityToken.ValidFrom, result.SecurityToken.ValidTo),
            new MemoryCacheEntryOptions { Size = 1, AbsoluteExpiration = result.SecurityToken.ValidTo });
        return result.ClaimsIdentity;
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

    /// <summary>A token whose signature, issuer and audience were found good.</summary>
    private sealed record Known(ClaimsIdentity Identity, string Kid, ECDsaSecurityKey Key, DateTime NotBefore, DateTime Expires);
}
