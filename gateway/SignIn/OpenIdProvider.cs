using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace EenPlan.Gateway.SignIn;

/// <summary>The provider refused, or what it sent cannot be believed.</summary>
internal sealed class SignInFailedException(string reason) : Exception(reason);

/// <summary>The OpenID provider: where to send the browser, and what it says about who came back.</summary>
internal sealed class OpenIdProvider(GatewaySettings settings) : IDisposable
{
    private static readonly string[] Believed = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384];
    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };
    // Nobody outside hears of our traces.
    private readonly HttpClient _http = new(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly SignInSettings _provider = settings.SignIn;
    private ConfigurationManager<OpenIdConnectConfiguration>? _discovery;

    private ConfigurationManager<OpenIdConnectConfiguration> Discovery => _discovery ??= new ConfigurationManager<OpenIdConnectConfiguration>(
        $"{_provider.Authority!.TrimEnd('/')}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever(_http) { RequireHttps = settings.Production });

    /// <summary>The address at the provider where this sign-in starts.</summary>
    public async Task<string> StartAddressAsync(SignInAttempt attempt, string callback, CancellationToken cancellationToken)
    {
        var discovered = await DiscoverAsync(cancellationToken);
        return discovered.AuthorizationEndpoint + new QueryBuilderOf
        {
            ["response_type"] = "code",
            ["client_id"] = _provider.ClientId!,
            ["redirect_uri"] = callback,
            ["scope"] = _provider.Scope,
            ["state"] = attempt.State,
            ["nonce"] = attempt.Nonce,
            ["code_challenge"] = attempt.Challenge,
            ["code_challenge_method"] = "S256",
        }.After(discovered.AuthorizationEndpoint);
    }

    /// <summary>Exchanges the code for an id token and gives the account that it names.</summary>
    public async Task<string> AccountAsync(SignInAttempt attempt, string code, string callback, CancellationToken cancellationToken)
    {
        var discovered = await DiscoverAsync(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, discovered.TokenEndpoint);
        var form = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = callback, ["code_verifier"] = attempt.Verifier };
        if (discovered.TokenEndpointAuthMethodsSupported.Contains("client_secret_post") && !discovered.TokenEndpointAuthMethodsSupported.Contains("client_secret_basic"))
        {
            (form["client_id"], form["client_secret"]) = (_provider.ClientId!, _provider.ClientSecret!);
        }
        else
        {
            var pair = $"{Uri.EscapeDataString(_provider.ClientId!)}:{Uri.EscapeDataString(_provider.ClientSecret!)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }

        request.Content = new FormUrlEncodedContent(form);
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            using var body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
            if (!response.IsSuccessStatusCode || !body.RootElement.TryGetProperty("id_token", out var token))
            {
                throw new SignInFailedException("The provider gave no id token.");
            }

            return await ReadAsync(token.GetString() ?? "", attempt, discovered);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new SignInFailedException("The provider does not answer as it should.");
        }
    }

    private async Task<string> ReadAsync(string idToken, SignInAttempt attempt, OpenIdConnectConfiguration discovered)
    {
        var result = await Tokens.ValidateTokenAsync(idToken, new TokenValidationParameters
        {
            ValidIssuer = discovered.Issuer,
            ValidAudience = _provider.ClientId,
            IssuerSigningKeys = discovered.SigningKeys,
            ValidAlgorithms = Believed,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromMinutes(1),
        });
        if (!result.IsValid)
        {
            // The provider may have changed its keys since we asked.
            Discovery.RequestRefresh();
            throw new SignInFailedException("The id token is not valid: " + result.Exception.GetType().Name);
        }

        var claims = result.ClaimsIdentity;
        if (claims.FindFirst("nonce")?.Value != attempt.Nonce)
        {
            throw new SignInFailedException("The id token belongs to another sign-in.");
        }

        return claims.FindFirst(_provider.AccountClaim)?.Value is { Length: > 0 and <= Sessions.Session.LongestAccount } account
            ? account
            : throw new SignInFailedException($"The id token has no usable claim '{_provider.AccountClaim}'.");
    }

    private async Task<OpenIdConnectConfiguration> DiscoverAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Discovery.GetConfigurationAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException or HttpRequestException or ArgumentException)
        {
            throw new SignInFailedException("The provider cannot be found.");
        }
    }

    public void Dispose() => _http.Dispose();

    private sealed class QueryBuilderOf : Dictionary<string, string>
    {
        public string After(string address) => (address.Contains('?', StringComparison.Ordinal) ? "&" : "?")
            + string.Join('&', this.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
    }
}
