using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace EenPlan.Load.Visiting;

/// <summary>What the gateway answered.</summary>
internal readonly record struct Answer(int Status, byte[] Body)
{
    public bool IsGood => Status is >= 200 and < 300;

    public JsonElement Json() => JsonDocument.Parse(Body).RootElement;
}

/// <summary>The way to the product for everybody who visits it: the real gateway, with a session cookie as a browser has it.</summary>
internal sealed class Gateway : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient _http;
    private readonly HttpClient _streams;
    private readonly HttpClient _doors;
    private int _addresses;

    public Gateway(Uri url, int connections)
    {
        Url = url;
        _http = Make(connections, Patience);
        _streams = Make(int.MaxValue, Timeout.InfiniteTimeSpan);
        _doors = Make(connections, Patience, own: true);
    }

    public Uri Url { get; }

    public void Dispose()
    {
        _http.Dispose();
        _streams.Dispose();
        _doors.Dispose();
    }

    /// <summary>
    /// Signs an account in; gives its cookie. Everybody comes from an address and over a connection of their own, as people do: what the gateway allows one address without a
    /// session is not shared by a whole country.
    /// </summary>
    public async Task<(Answer Answer, string? Cookie)> SignInAsync(string account)
    {
        using var request = Request(HttpMethod.Post, "/session/demo", null);
        request.Content = Body(new { account });
        using var response = await _doors.SendAsync(request);
        var answer = new Answer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
        return (answer, response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.First().Split(';')[0] : null);
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? cookie, object? body = null, string? match = null, string? bearer = null)
    {
        using var request = Request(method, path, cookie);
        request.Content = body is null ? null : body as HttpContent ?? Body(body);
        if (match is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", match);
        }
        else if (method == HttpMethod.Post)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString());
        }

        if (bearer is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + bearer);
        }

        using var response = await _http.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Opens the live stream of a session; ended by whoever reads it.</summary>
    public async Task<HttpResponseMessage> OpenStreamAsync(string cookie, string? lastEventId, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, "/api/subscriptions/v1/live", cookie);
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        return await _streams.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private HttpClient Make(int connections, TimeSpan timeout, bool own = false)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false, UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, MaxConnectionsPerServer = connections,
            ActivityHeadersPropagator = null, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
        };
        if (own)
        {
            (handler.PooledConnectionLifetime, handler.ConnectCallback) = (TimeSpan.Zero, FromOwnAddressAsync);
        }

        return new HttpClient(handler) { Timeout = timeout };
    }

    /// <summary>Every address from 127.1.0.1 on is this machine.</summary>
    private async ValueTask<System.IO.Stream> FromOwnAddressAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _addresses);
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(new IPAddress([127, (byte)(1 + (number >> 16) % 250), (byte)(number >> 8), (byte)(1 + number % 250)]), 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string? cookie)
    {
        var request = new HttpRequestMessage(method, new Uri(Url, path));
        request.Headers.TryAddWithoutValidation("X-EenPlan", "1");
        if (cookie is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
        }

        return request;
    }

    private static StringContent Body(object body) => new(JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");
}
