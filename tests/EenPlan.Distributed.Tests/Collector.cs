using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EenPlan.Story;

namespace EenPlan.Distributed.Tests;

/// <summary>Where the processes send their traces and metrics (OTLP over HTTP): keeps every byte as it came.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly ConcurrentQueue<(string Signal, byte[] Bytes)> _received = new();
    private readonly Task _listening;

    private Collector(HttpListener listener)
    {
        _listener = listener;
        _listening = Task.Run(ListenAsync);
    }

    public Uri Url => new(_listener.Prefixes.Single());

    /// <summary>The settings of OpenTelemetry with which a process sends here: everything, and soon.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Url.ToString().TrimEnd('/'),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "1000",
        ["OTEL_BSP_MAX_QUEUE_SIZE"] = "65536",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "2000",
    };

    public static Collector Listen()
    {
        // A free port may be taken by somebody else before we listen on it.
        for (var attempt = 0; ; attempt++)
        {
            var listener = new HttpListener();
            listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Product.FreePort()}/"));
            try
            {
                listener.Start();
                return new Collector(listener);
            }
            catch (Exception failure) when (attempt < 5 && failure is HttpListenerException or SocketException)
            {
                listener.Close();
            }
        }
    }

    /// <summary>Everything that came for a signal: "traces", "metrics" or "logs".</summary>
    public IReadOnlyList<byte[]> Of(string signal) => [.. _received.Where(one => one.Signal == signal).Select(one => one.Bytes)];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _listening;
        _listener.Close();
    }

    private async Task ListenAsync()
    {
        while (true)
        {
            HttpListenerContext call;
            try
            {
                call = await _listener.GetContextAsync();
            }
            catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => KeepAsync(call));
        }
    }

    private async Task KeepAsync(HttpListenerContext call)
    {
        using var bytes = new MemoryStream();
        try
        {
            await call.Request.InputStream.CopyToAsync(bytes);
            call.Response.ContentType = "application/x-protobuf";
            call.Response.Close();
        }
        catch (Exception failure) when (failure is HttpListenerException or IOException or ObjectDisposedException)
        {
            // Its sender was killed; what came is kept all the same.
        }

        _received.Enqueue((call.Request.Url!.Segments[^1], bytes.ToArray()));
    }
}
