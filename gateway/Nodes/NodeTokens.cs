using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EenPlan.Gateway.Nodes;

/// <summary>In whose name a node asks another one something.</summary>
/// <param name="Kind">One of the constants of <see cref="NodeTokens"/>.</param>
/// <param name="Subject">The person; the node itself for what nodes ask of each other.</param>
/// <param name="OrganisationId">The organisation that it is for.</param>
/// <param name="Session">Names a session without being it, so that its streams can be told apart.</param>
internal sealed record NodeSpeaker(string Kind, string Subject, Guid? OrganisationId, string? Session = null);

/// <summary>
/// Tokens between nodes: each for one request, bound to its method, path and body, and good for a minute (docs/nodes.md).
/// Proof of possession as in RFC 9449, with the body in it as in RFC 9530, because these requests change plans.
/// </summary>
internal static class NodeTokens
{
    public const string Scheme = "EenPlan-Node";
    public const string Node = "node";
    public const string Professional = "professional";
    public const string Administrator = "administrator";
    public const string Machine = "machine";

    /// <summary>Audience of the one request that is made before the other's name is known.</summary>
    public const string JoinAudience = "urn:eenplan:gateway";

    /// <summary>On answers between nodes: who answered, to what, with which body.</summary>
    public const string SignatureHeader = "X-EenPlan-Signature";

    public const int LongestId = 64;

    public static readonly TimeSpan Life = TimeSpan.FromSeconds(60);

    /// <summary>How far the clocks of two nodes may be apart.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    public static string Digest(ReadOnlySpan<byte> body) => Convert.ToBase64String(SHA256.HashData(body));

    public static string For(SigningCredentials signing, string issuer, string audience, NodeSpeaker speaker, string method, string target, ReadOnlySpan<byte> body, string id, DateTimeOffset now)
    {
        var claims = new List<Claim>
        {
            new("jti", id), new("kind", speaker.Kind), new("sub", speaker.Subject), new("htm", method), new("htu", target), new("digest", Digest(body)),
        };
        AddIf(claims, "org", speaker.OrganisationId?.ToString());
        AddIf(claims, "sid", speaker.Session);
        return Create(signing, issuer, audience, claims, now);
    }

    /// <summary>The signature under an answer.</summary>
    public static string ForAnswer(SigningCredentials signing, string issuer, string audience, string answered, int status, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        Create(signing, issuer, audience,
        [
            new("rti", answered), new("status", status.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("digest", Digest(body)),
        ], now);

    /// <summary>Proof that the sender has the secret half of a key that is new to the other.</summary>
    public static string ForNewKey(SigningCredentials signing, string issuer, string audience, DateTimeOffset now) => Create(signing, issuer, audience, [new("kid", signing.Kid)], now);

    /// <summary>The claims of a token without having checked anything; null when there is nothing readable in it.</summary>
    public static JsonWebToken? Read(string token)
    {
        try
        {
            return token.Length <= 4096 && Handler.CanReadToken(token) ? Handler.ReadJsonWebToken(token) : null;
        }
        catch (Exception failure) when (failure is ArgumentException or SecurityTokenException or FormatException)
        {
            return null;
        }
    }

    /// <summary>A claim that is text; null when there is none.</summary>
    public static string? Claim(JsonWebToken read, string name) => read.TryGetPayloadValue<string?>(name, out var value) ? value : null;

    /// <summary>Whether signature, algorithm, issuer, audience and life are right.</summary>
    public static async Task<bool> IsSignedAsync(string token, PublicKey key, string issuer, string audience, DateTimeOffset now)
    {
        if (Read(token)?.Kid != key.Kid)
        {
            return false;
        }

        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = key.ToSecurityKey(),
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidIssuer = issuer,
            ValidAudience = audience,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            LifetimeValidator = (from, to, _, _) => from is { } begins && to is { } ends && begins <= (now + Skew).UtcDateTime && ends > (now - Skew).UtcDateTime && ends - begins <= Life,
        });
        return result.IsValid;
    }

    private static string Create(SigningCredentials signing, string issuer, string audience, IEnumerable<Claim> claims, DateTimeOffset now) => Handler.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = issuer,
        Audience = audience,
        IssuedAt = now.UtcDateTime,
        NotBefore = now.UtcDateTime,
        Expires = (now + Life).UtcDateTime,
        Subject = new ClaimsIdentity(claims),
        SigningCredentials = signing,
    });

    private static void AddIf(List<Claim> claims, string type, string? value)
    {
        if (value is not null)
        {
            claims.Add(new Claim(type, value));
        }
    }
}
