using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EenPlan.Gateway.Tests.World;

/// <summary>A tiny OpenID provider: checks client, redirect address and PKCE, and can be told to send an id token with one thing wrong.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    private const string ClientId = "eenplan";
    private const string ClientSecret = "very secret: yes";
    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "provider-1" };
    private readonly Dictionary<string, Dictionary<string, StringValues>> _codes = [];
    private readonly WebApplication _app;

    private FakeProvider(WebApplication app) => _app = app;

    public string Account { get; set; } = "anna";

    public string? Wrong { get; set; }

    public string Issuer => _app.Urls.Single();

    public Dictionary<string, string?> Settings => new() { ["SignIn:Authority"] = Issuer, ["SignIn:ClientId"] = ClientId, ["SignIn:ClientSecret"] = ClientSecret };

    public static async Task<FakeProvider> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var provider = new FakeProvider(app);
        app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, object>
        {
            ["issuer"] = provider.Issuer,
            ["authorization_endpoint"] = provider.Issuer + "/authorize",
            ["token_endpoint"] = provider.Issuer + "/token",
            ["jwks_uri"] = provider.Issuer + "/keys",
            ["token_endpoint_auth_methods_supported"] = new[] { "client_secret_basic" },
        });
        app.MapGet("/keys", provider.Keys);
        app.MapPost("/token", (Delegate)provider.TokenAsync);
        await app.StartAsync();
        return provider;
    }

    /// <summary>The person signs in at the provider; gives the address that the browser is sent back to.</summary>
    public Task<string> AuthorizeAsync(string address)
    {
        address.ShouldStartWith(Issuer + "/authorize?");
        var asked = QueryHelpers.ParseQuery(new Uri(address).Query);
        asked["client_id"].ToString().ShouldBe(ClientId);
        asked["response_type"].ToString().ShouldBe("code");
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = asked;
        return Task.FromResult(QueryHelpers.AddQueryString(asked["redirect_uri"].ToString(), new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"] }));
    }

    private IResult Keys()
    {
        var point = _key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return Results.Json(new { keys = new[] { new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = _key.KeyId, x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y) } } });
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{Uri.EscapeDataString(ClientSecret)}"));
        if (http.Request.Headers.Authorization != basic || !_codes.Remove(form["code"].ToString(), out var asked) || form["redirect_uri"] != asked["redirect_uri"]
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked["code_challenge"])
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        return Results.Json(new { access_token = "unused", token_type = "Bearer", id_token = IdToken(asked["nonce"].ToString()) });
    }

    private string IdToken(string nonce)
    {
        var now = DateTime.UtcNow;
        var key = Wrong == "key" ? new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = _key.KeyId } : _key;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Wrong == "issuer" ? "http://elsewhere" : Issuer,
            Audience = Wrong == "audience" ? "somebody-else" : ClientId,
            Subject = new ClaimsIdentity([new Claim("sub", Account), new Claim("nonce", Wrong == "nonce" ? "another" : nonce)]),
            IssuedAt = now.AddMinutes(-20),
            Expires = Wrong == "ended" ? now.AddMinutes(-10) : now.AddMinutes(5),
            SigningCredentials = Wrong == "none" ? null : new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
