using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using EenPlan.Kit;
using Microsoft.IdentityModel.JsonWebTokens;

namespace EenPlan.Gateway.Nodes;

/// <summary>What a peer answered.</summary>
internal sealed record PeerAnswer(HttpStatusCode Status, byte[] Body, string? ETag)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The body; throws <see cref="JsonException"/> when it is not that.</summary>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Body, Json.Options) ?? throw new JsonException("The answer is empty.");

    /// <summary>The code of a problem; null when it is none.</summary>
    public string? Code
    {
        get
        {
            try
            {
                return JsonDocument.Parse(Body).RootElement.TryGetProperty("code", out var code) ? code.GetString() : null;
            }
            catch (Exception failure) when (failure is JsonException or InvalidOperationException)
            {
                return null;
            }
        }
    }
}

/// <summary>A peer could not be asked, or what came back is not to be believed.</summary>
internal sealed class PeerFailure(string code, string message) : Exception(message)
{
    /// <summary><c>peer-unreachable</c>, <c>answer-too-large</c> or <c>answer-not-signed</c>.</summary>
    public string Code => code;

    /// <summary>True when no connection was made, so that nothing can have been done.</summary>
    public bool NothingLeft { get; init; }
}

/// <summary>Asks other nodes, each request signed. Trusts nothing that comes back: size, time and signature are checked here, content by whoever reads it.</summary>
internal sealed class PeerClient(NodeKeys keys, GatewaySettings settings, PeerHealth health, TimeProvider clock) : IDisposable
{
    /// <summary>No answer between nodes is larger.</summary>
    public const int LargestAnswer = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly HttpMessageInvoker _http = new(NewHandler());

    /// <summary>A handler for connections to other nodes: no redirects, no cookies, certificates checked as the system does.</summary>
    public static SocketsHttpHandler NewHandler() => new()
    {
        UseProxy = false, AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None, ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5), KeepAlivePingPolicy = HttpKeepAlivePingPolicy.Always,
    };

    /// <summary>Asks a peer. What it says under <c>/nodes/</c> with success must be signed by it.</summary>
    public async Task<PeerAnswer> SendAsync(Peer peer, NodeSpeaker speaker, HttpMethod method, string target, object? body, CancellationToken cancellationToken, TimeSpan? patience = null,
        Action<HttpRequestHeaders>? headers = null)
    {
        var tokenId = NewId();
        var bytes = body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(body, Json.Options);
        var signing = await keys.SigningAsync(peer.OurKid, cancellationToken);
        var token = NodeTokens.For(signing, settings.Issuer, NodeName.Urn(peer.Node), speaker, method.Method, target, bytes, tokenId, clock.GetUtcNow());
        try
        {
            var (answer, signature) = await SendAsync(new Uri(peer.Url), token, method, target, body is null ? null : bytes, patience ?? Patience, headers, cancellationToken);
            if (answer.IsSuccess && target.StartsWith(AnswerSigning.Prefix + "/", StringComparison.Ordinal) && !await IsSignedAsync(peer, signature, tokenId, answer))
            {
                throw new PeerFailure("answer-not-signed", $"{peer.Node} answered without its signature.");
            }

            // Something in front of it answered, not the node.
            if (answer.Status is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout || (int)answer.Status is >= 300 and < 400)
            {
                throw new PeerFailure("peer-unreachable", $"{peer.Node} is behind something that cannot reach it.");
            }

            health.Answered(peer.Node);
            return answer;
        }
        catch (PeerFailure)
        {
            health.Failed(peer.Node);
            throw;
        }
    }

    /// <summary>The one request to a node that is not a peer yet.</summary>
    public async Task<(PeerAnswer Answer, string? Signature)> JoinAsync(Uri url, string token, string target, byte[] body, CancellationToken cancellationToken) =>
        await SendAsync(url, token, HttpMethod.Post, target, body, Patience, null, cancellationToken);

    public static string NewId() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));

    /// <summary>Whether this key signed this answer to this request.</summary>
    public async Task<bool> IsSignedAsync(PublicKey key, string node, string? signature, string tokenId, PeerAnswer answer) =>
        signature is not null && await NodeTokens.IsSignedAsync(signature, key, NodeName.Urn(node), settings.Issuer, clock.GetUtcNow())
        && NodeTokens.Read(signature) is { } read && NodeTokens.Claim(read, "rti") == tokenId && NodeTokens.Claim(read, "digest") == NodeTokens.Digest(answer.Body)
        && NodeTokens.Claim(read, "status") == ((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose() => _http.Dispose();

    private async Task<bool> IsSignedAsync(Peer peer, string? signature, string tokenId, PeerAnswer answer)
    {
        foreach (var text in peer.PreviousKeyUntil > clock.GetUtcNow() ? new[] { peer.Key, peer.PreviousKey } : [peer.Key])
        {
            if (PublicKey.Read(text) is { } key && await IsSignedAsync(key, peer.Node, signature, tokenId, answer))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<(PeerAnswer Answer, string? Signature)> SendAsync(Uri url, string token, HttpMethod method, string target, byte[]? body, TimeSpan patience,
        Action<HttpRequestHeaders>? headers, CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ends.CancelAfter(patience);
        using var request = new HttpRequestMessage(method, new Uri(url, target));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        request.Headers.TryAddWithoutValidation("Authorization", $"{NodeTokens.Scheme} {token}");
        // What a browser's page must send, so that no other page can make it ask.
        request.Headers.Add("X-EenPlan", "1");
        headers?.Invoke(request.Headers);
        try
        {
            using var response = await _http.SendAsync(request, ends.Token);
            var bytes = await ReadAsync(response.Content, ends.Token);
            var signature = response.Headers.TryGetValues(NodeTokens.SignatureHeader, out var values) ? string.Join(',', values) : null;
            return (new PeerAnswer(response.StatusCode, bytes, response.Headers.ETag?.Tag), signature);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new PeerFailure("peer-unreachable", "The other node does not answer.") { NothingLeft = NothingLeft(failure) };
        }
    }

    /// <summary>True for a failure from before a connection was there.</summary>
    public static bool NothingLeft(Exception? failure) =>
        failure is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError };

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > LargestAnswer)
            {
                throw new PeerFailure("answer-too-large", $"The other node answered with more than {LargestAnswer} bytes.");
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
