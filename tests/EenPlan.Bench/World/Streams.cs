using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EenPlan.Bench.World;

/// <summary>Thousands of open streams over bare sockets: each only notes when something arrives in it.</summary>
internal sealed class Streams : IAsyncDisposable
{
    private const int OpeningAtOnce = 16;
    private readonly List<Socket> _sockets = [];
    private readonly Lock _lock = new();
    private readonly List<long> _arrivals = [];

    /// <summary>How many of them the other side ended.</summary>
    public int Ended { get; private set; }

    public int Count => _sockets.Count;

    /// <summary>When events arrived, of all streams together.</summary>
    public IReadOnlyList<long> Arrivals
    {
        get
        {
            lock (_lock)
            {
                return [.. _arrivals];
            }
        }
    }

    /// <summary>Opens one stream per cookie and waits until each was answered.</summary>
    public async Task OpenAsync(Uri url, IEnumerable<string> cookies) =>
        await Parallel.ForEachAsync(cookies, new ParallelOptions { MaxDegreeOfParallelism = OpeningAtOnce }, async (cookie, _) => await OpenAsync(url, cookie));

    public void Forget()
    {
        lock (_lock)
        {
            _arrivals.Clear();
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _sockets.ForEach(socket => socket.Dispose());
            _sockets.Clear();
        }

        return ValueTask.CompletedTask;
    }

    private async Task OpenAsync(Uri url, string cookie)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, url.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {url.AbsolutePath} HTTP/1.1\r\nHost: {url.Authority}\r\nAccept: text/event-stream\r\nCookie: {cookie}\r\n\r\n"));
        var buffer = new byte[1024];
        int read;
        try
        {
            read = await socket.ReceiveAsync(buffer);
        }
        catch (SocketException failure)
        {
            throw new InvalidOperationException($"Stream {Count + 1} at {url} was not opened: {failure.Message}", failure);
        }

        if (!buffer.AsSpan(0, read).StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException($"Stream {Count + 1} at {url} was not opened: {Encoding.UTF8.GetString(buffer, 0, read)}");
        }

        lock (_lock)
        {
            _sockets.Add(socket);
        }

        _ = ListenAsync(socket, buffer);
    }

    private async Task ListenAsync(Socket socket, byte[] buffer)
    {
        try
        {
            while (await socket.ReceiveAsync(buffer) is > 0 and var read)
            {
                if (buffer.AsSpan(0, read).IndexOf("data:"u8) >= 0)
                {
                    lock (_lock)
                    {
                        _arrivals.Add(Stopwatch.GetTimestamp());
                    }
                }
            }

            lock (_lock)
            {
                Ended++;
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // We closed it.
        }
    }
}
