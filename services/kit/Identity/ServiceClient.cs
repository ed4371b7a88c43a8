using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using EenPlan.Contracts.Journal;
using EenPlan.Kit.Journal;
using Microsoft.Extensions.Configuration;

namespace EenPlan.Kit.Identity;

/// <summary>
/// Calls another service of this node directly, with the calling service's own key. Addresses come from <c>Services:PREFIX</c>:
/// <c>http://host:port</c>, or <c>unix:/path</c> in standalone.
/// </summary>
public sealed class ServiceClient(string self, TokenMint mint, IConfiguration configuration) : ISourceClient, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, HttpClient> _clients = new(StringComparer.Ordinal);

    async Task<JournalPage> ISourceClient.PullAsync(string source, long after, int limit, CancellationToken cancellationToken) =>
        await GetAsync<JournalPage>(source, $"/internal/journal?after={after}&limit={limit}", cancellationToken)
        ?? throw new InvalidOperationException($"{source} gave an empty page.");

    /// <summary>GET on a system route of a service; null when it answers 404.</summary>
    public Task<T?> GetAsync<T>(string service, string path, CancellationToken cancellationToken) => GetAsync<T>(service, path, Patience, cancellationToken);

    /// <summary>The same for a route that may let one wait.</summary>
    public async Task<T?> GetAsync<T>(string service, string path, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ends.CancelAfter(patience);
        using var response = await SendAsync(service, HttpMethod.Get, path, null, ends.Token);
        return await ReadAsync<T>(response, ends.Token);
    }

    /// <summary>POST on a system route of a service; null when it answers 404 or has nothing to say.</summary>
    public Task<T?> PostAsync<T>(string service, string path, object body, CancellationToken cancellationToken) => PostAsync<T>(service, path, body, Patience, cancellationToken);

    /// <summary>The same for a route that may take long.</summary>
    public async Task<T?> PostAsync<T>(string service, string path, object body, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ends.CancelAfter(patience);
        using var response = await SendAsync(service, HttpMethod.Post, path, JsonContent.Create(body, options: Json.Options), ends.Token);
        return await ReadAsync<T>(response, ends.Token);
    }

    private async Task<HttpResponseMessage> SendAsync(string service, HttpMethod method, string path, HttpContent? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"/{service}{path}") { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", mint.ForSystem(service, self));
        return await _clients.GetOrAdd(service, Connect).SendAsync(request, cancellationToken);
    }

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return default;
        }

        response.EnsureSuccessStatusCode();
        return response.StatusCode == System.Net.HttpStatusCode.NoContent ? default : await response.Content.ReadFromJsonAsync<T>(Json.Options, cancellationToken);
    }

    private HttpClient Connect(string service)
    {
        var address = configuration[$"Services:{service}"] ?? throw new InvalidOperationException($"Services:{service} is empty: where does that service listen?");
        return Connect(address, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A client for an address as it stands in <c>Services:*</c>.</summary>
    public static HttpClient Connect(string address, TimeSpan patience)
    {
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        if (!address.StartsWith("unix:", StringComparison.Ordinal))
        {
            return new HttpClient(handler) { BaseAddress = new Uri(address), Timeout = patience };
        }

        handler.ConnectCallback = async (_, cancellationToken) => await OpenSocketAsync(address["unix:".Length..], cancellationToken);
        return new HttpClient(handler) { BaseAddress = new Uri("http://services.internal"), Timeout = patience };
    }

    /// <summary>Opens a Unix socket, as the gateway does too.</summary>
    public static async Task<Stream> OpenSocketAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
    }
}
