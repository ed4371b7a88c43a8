using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EenPlan.Story.Network;

/// <summary>Stands between two processes and passes on what they send each other, as well as the weather allows.</summary>
internal sealed class Shim : IAsyncDisposable
{
    private const int OneIn = 5;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Link, Task> _links = new();
    private readonly Random _chance;
    private readonly Task _accepting;
    private readonly Task _resetting;

    private Shim(int target, int seed)
    {
        _chance = new Random(seed);
        _listener.Start();
        _accepting = AcceptAsync(target);
        _resetting = ResetAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Weather Weather { get; private set; }

    /// <summary>How many connections were made to it, whatever became of them.</summary>
    public int Made { get; private set; }

    /// <summary>How many connections it broke.</summary>
    public int Broken { get; private set; }

    public static Shim To(int target, int seed) => new(target, seed);

    /// <summary>Connections that fell silent stay so when the weather clears: only who gives up on them gets on.</summary>
    public void Turn(Weather weather)
    {
        Weather = weather;
        foreach (var link in _links.Keys)
        {
            link.Turn(weather);
            if (weather is Weather.Cut)
            {
                Break(link);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        foreach (var link in _links.Keys)
        {
            link.Reset();
        }

        await Task.WhenAll([_accepting, _resetting, .. _links.Values]);
        _stop.Dispose();
    }

    private async Task AcceptAsync(int target)
    {
        while (!_stop.IsCancellationRequested)
        {
            Socket caller;
            try
            {
                caller = await _listener.AcceptSocketAsync(_stop.Token);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            Made++;
            var link = new Link(caller, Weather);
            _links[link] = Task.CompletedTask;
            _links[link] = Task.Run(async () =>
            {
                await link.RunAsync(target, _stop.Token);
                _links.TryRemove(link, out _);
            });
            if (Weather == Weather.Cut)
            {
                Break(link);
            }
        }
    }

    private async Task ResetAsync()
    {
        using var timer = new PeriodicTimer(Second);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                foreach (var link in _links.Keys.Where(_ => Weather == Weather.Resets && _chance.Next(OneIn) == 0))
                {
                    Break(link);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The shim is taken away.
        }
    }

    private void Break(Link link)
    {
        link.Reset();
        Broken++;
    }
}
