using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EenPlan.Kit.Identity;

/// <summary>Makes the short-lived tokens that services believe.</summary>
public sealed class TokenMint(SigningCredentials signing, string issuer, TimeProvider clock)
{
    /// <summary>Longest life of a token.</summary>
    public static readonly TimeSpan MaximumLife = TimeSpan.FromMinutes(5);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A token for one service in the name of a caller.</summary>
    public string For(string audience, CallerKind kind, string subject, Guid? organisationId = null, IEnumerable<string>? roles = null, string? sessionId = null,
        string? name = null, TimeSpan? life = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var claims = new List<Claim> { new("kind", kind.ToString().ToLowerInvariant()), new("sub", subject), new("jti", Guid.NewGuid().ToString("N")) };
        AddIf(claims, "org", organisationId?.ToString());
        AddIf(claims, "sid", sessionId);
        AddIf(claims, "name", name);
        claims.AddRange((roles ?? []).Select(role => new Claim("roles", role)));
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + (life ?? MaximumLife),
            Subject = new ClaimsIdentity(claims),
            SigningCredentials = signing,
        });
    }

    /// <summary>A token of a service itself, for the named system routes of another service.</summary>
    public string ForSystem(string audience, string service) => For(audience, CallerKind.System, Guid.Empty.ToString(), name: service);

    private static void AddIf(List<Claim> claims, string type, string? value)
    {
        if (value is not null)
        {
            claims.Add(new Claim(type, value));
        }
    }
}
