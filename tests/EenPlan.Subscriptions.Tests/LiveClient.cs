using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace EenPlan.Subscriptions.Tests;

/// <summary>Reads the stream as a browser does: keeps the last id, and collects the data of events.</summary>
internal sealed class LiveClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private LiveClient(HttpResponseMessage response, Stream body) => (_response, _lines) = (response, new StreamReader(body));

    public string LastEventId { get; private set; } = "";

    public HttpContentHeaders Headers => _response.Content.Headers;

    public static async Task<LiveClient> OpenAsync(Uri address, string token, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/subscriptions/v1/live"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        var client = new LiveClient(response, await response.Content.ReadAsStreamAsync());
        // The first lines are no event; after them the stream listens.
        await client.BlockAsync();
        return client;
    }

    /// <summary>The data of the next event; null when the stream ended.</summary>
    public async Task<JsonNode?> NextAsync()
    {
        while (await BlockAsync() is { } data)
        {
            if (data.Length > 0)
            {
                return JsonNode.Parse(data);
            }
        }

        return null;
    }

    private async Task<string?> BlockAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var data = "";
        while (await _lines.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Length == 0)
            {
                return data;
            }

            LastEventId = line.StartsWith("id: ", StringComparison.Ordinal) ? line[4..] : LastEventId;
            data = line.StartsWith("data: ", StringComparison.Ordinal) ? line[6..] : data;
        }

        return null;
    }

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}
