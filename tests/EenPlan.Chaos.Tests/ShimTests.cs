using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using EenPlan.Story.Network;

namespace EenPlan.Chaos.Tests;

/// <summary>Somebody who says everything back, and what becomes of that in each weather.</summary>
public sealed class ShimTests : IAsyncLifetime
{
    private static readonly byte[] Word = [1, 2, 3];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TcpListener _echo = new(IPAddress.Loopback, 0);
    private Shim _shim = null!;

    public ValueTask InitializeAsync()
    {
        _echo.Start();
        _ = EchoAsync();
        _shim = Shim.To(((IPEndPoint)_echo.LocalEndpoint).Port, seed: 1);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _shim.DisposeAsync();
        _echo.Dispose();
    }

    [Fact]
    public async Task In_clear_weather_everything_comes_back()
    {
        using var caller = await CallAsync();
        (await SayAsync(caller)).ShouldBe(Word);
    }

    [Theory]
    [InlineData(nameof(Weather.Slow), 480)]
    [InlineData(nameof(Weather.Far), 960)]
    public async Task What_is_slow_comes_later_and_whole(string weather, int thereAndBack)
    {
        using var caller = await CallAsync();
        _shim.Turn(Enum.Parse<Weather>(weather));
        var watch = Stopwatch.StartNew();
        (await SayAsync(caller)).ShouldBe(Word);
        // Never faster than it was asked to be.
        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(thereAndBack));
    }

    [Fact]
    public async Task What_is_cut_breaks_at_once_and_works_again_afterwards()
    {
        using var before = await CallAsync();
        (await SayAsync(before)).ShouldBe(Word);
        _shim.Turn(Weather.Cut);
        await BreaksAsync(before);
        await Should.ThrowAsync<Exception>(async () =>
        {
            using var meanwhile = await CallAsync();
            await SayAsync(meanwhile);
        });
        _shim.Turn(Weather.Clear);
        using var afterwards = await CallAsync();
        (await SayAsync(afterwards)).ShouldBe(Word);
        _shim.Broken.ShouldBePositive();
    }

    [Fact]
    public async Task What_is_reset_now_and_then_breaks_in_the_end()
    {
        using var caller = await CallAsync();
        _shim.Turn(Weather.Resets);
        await BreaksAsync(caller);
    }

    [Fact]
    public async Task What_fell_silent_stays_silent_when_the_weather_clears_and_new_connections_work()
    {
        using var before = await CallAsync();
        (await SayAsync(before)).ShouldBe(Word);
        _shim.Turn(Weather.Silent);
        _shim.Turn(Weather.Clear);
        await before.SendAsync(Word);
        using var afterwards = await CallAsync();
        (await SayAsync(afterwards)).ShouldBe(Word);
        before.Available.ShouldBe(0);
    }

    private async Task<Socket> CallAsync()
    {
        var caller = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await caller.ConnectAsync(IPAddress.Loopback, _shim.Port, TestContext.Current.CancellationToken);
        return caller;
    }

    private static async Task<byte[]> SayAsync(Socket caller)
    {
        await caller.SendAsync(Word);
        var heard = new byte[Word.Length];
        for (var read = 0; read < heard.Length;)
        {
            var more = await caller.ReceiveAsync(heard.AsMemory(read), TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);
            read += more > 0 ? more : throw new EndOfStreamException();
        }

        return heard;
    }

    /// <summary>Keeps talking until the connection is gone.</summary>
    private static async Task BreaksAsync(Socket caller)
    {
        using var limit = new CancellationTokenSource(Patience);
        await Should.ThrowAsync<Exception>(async () =>
        {
            while (!limit.IsCancellationRequested)
            {
                await SayAsync(caller);
                await Task.Delay(20, limit.Token);
            }
        });
        limit.IsCancellationRequested.ShouldBeFalse("the connection did not break");
    }

    private async Task EchoAsync()
    {
        try
        {
            while (true)
            {
                var caller = await _echo.AcceptSocketAsync();
                _ = Task.Run(async () =>
                {
                    using var stream = new NetworkStream(caller, ownsSocket: true);
                    var buffer = new byte[1024];
                    while (await stream.ReadAsync(buffer) is var read && read > 0)
                    {
                        await stream.WriteAsync(buffer.AsMemory(0, read));
                    }
                });
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
