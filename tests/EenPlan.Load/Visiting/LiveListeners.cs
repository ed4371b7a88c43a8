using System.Collections.Concurrent;
using System.Text.Json;
using EenPlan.Load.Measuring;

namespace EenPlan.Load.Visiting;

/// <summary>Open live streams, as browsers hold them: a stream that ends is opened again with the number of the last event.</summary>
internal sealed class LiveListeners(Gateway gateway, Tally tally, TimeProvider clock)
{
    private const int OpeningAtOnce = 64;
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    // Not a whole country in the same instant: that would be a test of how long a line for connections may be.
    private readonly SemaphoreSlim _opening = new(OpeningAtOnce);
    private readonly ConcurrentDictionary<(string Family, string Item), long> _changes = new();
    private int _open;
    private long _hints;

    /// <summary>From the answer to a change until the hint of it on somebody else's stream.</summary>
    public Histogram Hint { get; } = new();

    public int Open => Volatile.Read(ref _open);

    /// <summary>Hints that came, whoever caused them.</summary>
    public long Hints => Interlocked.Read(ref _hints);

    /// <summary>Notes that a change was answered now.</summary>
    public void Changed(string family, string item) => _changes[(family, item)] = clock.GetTimestamp();

    /// <summary>Holds one stream until it is told to end.</summary>
    public async Task ListenAsync(string cookie, CancellationToken cancellationToken)
    {
        string? last = null;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                using var response = await OpenAsync(cookie, last, cancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    last = await ReadAsync(response, last, cancellationToken);
                }
                else
                {
                    tally.Of("open stream").Failed($"{(int)response.StatusCode}");
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
            {
                tally.Of("open stream").Failed(failure.GetType().Name);
            }

            await Task.Delay(Retry, clock, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task<HttpResponseMessage> OpenAsync(string cookie, string? last, CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        var began = clock.GetTimestamp();
        try
        {
            var response = await gateway.OpenStreamAsync(cookie, last, cancellationToken);
            tally.Of("open stream").Latency.Add(clock.GetElapsedTime(began));
            return response;
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task<string?> ReadAsync(HttpResponseMessage response, string? last, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _open);
        try
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken), bufferSize: 512);
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                if (line.StartsWith("id: ", StringComparison.Ordinal))
                {
                    last = line[4..];
                }
                else if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    Heard(line[6..]);
                }
            }

            return last;
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private void Heard(string data)
    {
        Interlocked.Increment(ref _hints);
        using var hint = JsonDocument.Parse(data);
        if (hint.RootElement.TryGetProperty("itemId", out var item) && _changes.TryGetValue((hint.RootElement.GetProperty("caseId").GetString()!, item.GetString()!), out var at))
        {
            Hint.Add(clock.GetElapsedTime(at));
        }
    }
}
