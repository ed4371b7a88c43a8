using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace EenPlan.Story;

/// <summary>An open window of somebody: the live hints that arrive in it.</summary>
public sealed class Live : IAsyncDisposable
{
    private readonly ConcurrentQueue<JsonNode> _hints = new();
    private readonly HttpResponseMessage _response;
    private readonly Task _reading;

    private Live(HttpResponseMessage response)
    {
        _response = response;
        _reading = ReadAsync();
    }

    /// <summary>Opens the stream of this visitor.</summary>
    public static async Task<Live> OpenAsync(Visitor visitor) => new(await visitor.OpenAsync("subscriptions/v1/live"));

    /// <summary>Waits for a hint of this kind about this case.</summary>
    public Task<JsonNode> SeesAsync(string caseId, string kind) =>
        Eventually.SeesAsync($"live hint {kind}", () => Task.FromResult(_hints.FirstOrDefault(hint => (string?)hint["caseId"] == caseId && (string?)hint["kind"] == kind)));

    /// <summary>Completes when the other side ends the stream, or when the window is closed.</summary>
    public Task Ended => _reading;

    /// <summary>Kinds of all hints so far about this case.</summary>
    public IReadOnlyList<string> KindsOf(string caseId) => [.. _hints.Where(hint => (string?)hint["caseId"] == caseId).Select(hint => (string)hint["kind"]!)];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _response.Dispose();
        await _reading;
    }

    private async Task ReadAsync()
    {
        try
        {
            using var reader = new StreamReader(await _response.Content.ReadAsStreamAsync());
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("data:", StringComparison.Ordinal))
                {
                    _hints.Enqueue(JsonNode.Parse(line["data:".Length..])!);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or HttpRequestException or OperationCanceledException)
        {
            // The window was closed.
        }
    }
}
