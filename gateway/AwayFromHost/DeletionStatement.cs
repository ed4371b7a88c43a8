using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using EenPlan.Gateway.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>
/// "What we held of this case for these people is gone", signed by the node that held it and made out to the host. It does not end: it is evidence, and no key to anything.
/// </summary>
internal sealed record DeletionStatement(Guid OrganisationId, Guid CaseId, IReadOnlyList<Guid> ProfessionalIds, DateTimeOffset DeletedAt, int Rows)
{
    public const int Longest = 8000;

    /// <summary>So many people fit in one.</summary>
    public const int MostPeople = 100;

    /// <summary>So that it is never taken for a token, nor a token for it.</summary>
    private const string Type = "eenplan-deletion+jwt";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    public string Sign(SigningCredentials signing, string issuer, string audience) => Handler.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = issuer,
        Audience = audience,
        IssuedAt = DeletedAt.UtcDateTime,
        TokenType = Type,
        Subject = new ClaimsIdentity(
        [
            new("org", OrganisationId.ToString()), new("case", CaseId.ToString()), new("people", JsonSerializer.Serialize(ProfessionalIds), JsonClaimValueTypes.JsonArray),
            new("deletedAt", DeletedAt.ToString("O", CultureInfo.InvariantCulture)), new("rows", Rows.ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer32),
        ]),
        SigningCredentials = signing,
    });

    /// <summary>What it says, when this peer signed it for us; null otherwise.</summary>
    public static async Task<DeletionStatement?> ReadAsync(string statement, Peer peer, string audience)
    {
        foreach (var text in new[] { peer.Key, peer.PreviousKey })
        {
            if (PublicKey.Read(text) is not { } key)
            {
                continue;
            }

            var result = await Handler.ValidateTokenAsync(statement, new TokenValidationParameters
            {
                IssuerSigningKey = key.ToSecurityKey(), ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256], ValidIssuer = NodeName.Urn(peer.Node), ValidAudience = audience,
                ValidTypes = [Type], RequireSignedTokens = true, RequireExpirationTime = false, ValidateLifetime = false,
            });
            if (result.IsValid && result.SecurityToken is JsonWebToken token)
            {
                return Read(token);
            }
        }

        return null;
    }

    private static DeletionStatement? Read(JsonWebToken token)
    {
        try
        {
            return new DeletionStatement(Guid.Parse(token.GetPayloadValue<string>("org")), Guid.Parse(token.GetPayloadValue<string>("case")),
                [.. token.GetPayloadValue<string[]>("people").Select(Guid.Parse)],
                DateTimeOffset.Parse(token.GetPayloadValue<string>("deletedAt"), CultureInfo.InvariantCulture), token.GetPayloadValue<int>("rows"));
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }
}
