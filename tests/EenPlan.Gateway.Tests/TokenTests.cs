using System.Net;
using System.Security.Cryptography;
using System.Text;
using EenPlan.Gateway.Tests.World;
using EenPlan.Kit.Identity;
using EenPlan.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EenPlan.Gateway.Tests;

/// <summary>Tokens sent straight to a service, as somebody on its network could.</summary>
public sealed class TokenTests
{
    private static readonly string Somebody = Guid.CreateVersion7().ToString();

    [Fact]
    public async Task A_good_token_is_believed()
    {
        await using var region = await Region.StartAsync();
        (await StatusAsync(region, new TestCallers(region.Folder).Professional("cases", Guid.CreateVersion7()))).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("no token")]
    [InlineData("rubbish")]
    [InlineData("claims changed")]
    [InlineData("signature changed")]
    [InlineData("alg none")]
    [InlineData("HS256 with the public key")]
    [InlineData("other key with our key id")]
    [InlineData("key that nobody knows")]
    [InlineData("other service")]
    [InlineData("ended")]
    [InlineData("not yet")]
    [InlineData("lives too long")]
    [InlineData("other issuer with the gateway's key")]
    [InlineData("service's key as a person")]
    [InlineData("gateway's key as a service")]
    public async Task A_token_that_is_not_right_is_not_believed(string what)
    {
        await using var region = await Region.StartAsync();
        (await StatusAsync(region, Make(what, region.Folder))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static string? Make(string what, TestFolder folder)
    {
        var callers = new TestCallers(folder);
        var good = callers.Professional("cases", Guid.CreateVersion7());
        var parts = good.Split('.');
        var keys = new KeyFolder(folder.Path);
        var gateway = keys.SigningKey("gateway", "urn:eenplan:gateway:region", mayCreate: true);
        var service = keys.SigningKey("service-network", "urn:eenplan:service:network", mayCreate: true);
        var stranger = new SigningCredentials(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = gateway.Key.KeyId }, SecurityAlgorithms.EcdsaSha256);
        var unknown = new SigningCredentials(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "nobody" }, SecurityAlgorithms.EcdsaSha256);
        string Mint(SigningCredentials key, string issuer, TimeSpan? shift = null, TimeSpan? life = null, CallerKind kind = CallerKind.Professional, string audience = "cases") =>
            new TokenMint(key, issuer, new Shifted(shift ?? TimeSpan.Zero)).For(audience, kind, Somebody, life: life);
        const string Gateway = "urn:eenplan:gateway:region";
        return what switch
        {
            "no token" => null,
            "rubbish" => "a.b.c",
            "claims changed" => $"{parts[0]}.{Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("professional", "family", StringComparison.Ordinal))}.{parts[2]}",
            "signature changed" => $"{parts[0]}.{parts[1]}.{(parts[2][0] == 'A' ? 'B' : 'A')}{parts[2][1..]}",
            "alg none" => $"{Base64UrlEncoder.Encode("{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"" + gateway.Key.KeyId + "\"}")}.{parts[1]}.",
            "HS256 with the public key" => Symmetric(gateway, parts[1]),
            "other key with our key id" => Mint(stranger, Gateway),
            "key that nobody knows" => Mint(unknown, Gateway),
            "other service" => Mint(gateway, Gateway, audience: "network"),
            "ended" => Mint(gateway, Gateway, shift: TimeSpan.FromMinutes(-6)),
            "not yet" => Mint(gateway, Gateway, shift: TimeSpan.FromMinutes(1)),
            "lives too long" => Mint(gateway, Gateway, life: TimeSpan.FromMinutes(6)),
            "other issuer with the gateway's key" => Mint(gateway, "urn:eenplan:gateway:elsewhere"),
            "service's key as a person" => Mint(service, "urn:eenplan:service:network"),
            "gateway's key as a service" => Mint(gateway, Gateway, kind: CallerKind.System),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };
    }

    private static string Symmetric(SigningCredentials gateway, string claims)
    {
        var point = ((ECDsaSecurityKey)gateway.Key).ECDsa.ExportSubjectPublicKeyInfo();
        var head = Base64UrlEncoder.Encode("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + gateway.Key.KeyId + "\"}");
        return $"{head}.{claims}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(point, Encoding.ASCII.GetBytes($"{head}.{claims}")))}";
    }

    private static async Task<HttpStatusCode> StatusAsync(Region region, string? token) => (await new TestClient(region.Services.Address, token).GetAsync("/cases/v1/echo")).Status;

    private sealed class Shifted(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
