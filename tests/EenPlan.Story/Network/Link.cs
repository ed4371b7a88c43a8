using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace EenPlan.Story.Network;

/// <summary>One connection through a shim.</summary>
internal sealed class Link(Socket caller, Weather weather)
{
    private const int Piece = 16 * 1024;
    private const int UnderWay = 256;
    private readonly Socket _target = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private Weather _weather = weather;
    private volatile bool _isSilent = weather == Weather.Silent;

    public void Turn(Weather weather)
    {
        _weather = weather;
        _isSilent |= weather == Weather.Silent;
    }

    /// <summary>Both sides are told at once that the connection is gone (RST).</summary>
    public void Reset()
    {
        foreach (var side in (Socket[])[caller, _target])
        {
            try
            {
                side.LingerState = new LingerOption(true, 0);
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                // It was gone already.
            }

            side.Close();
        }
    }

    public async Task RunAsync(int target, CancellationToken cancellationToken)
    {
        try
        {
            caller.NoDelay = true;
            await _target.ConnectAsync(IPAddress.Loopback, target, cancellationToken);
            await Task.WhenAll(TogetherAsync(PassAsync(caller, _target, cancellationToken)), TogetherAsync(PassAsync(_target, caller, cancellationToken)));
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One of the two went away, or nobody listens there now.
        }
        finally
        {
            caller.Dispose();
            _target.Dispose();
        }
    }

    /// <summary>When one direction breaks, the other goes with it.</summary>
    private async Task TogetherAsync(Task direction)
    {
        try
        {
            await direction;
        }
        catch
        {
            Reset();
            throw;
        }
    }

    private async Task PassAsync(Socket from, Socket to, CancellationToken cancellationToken)
    {
        // A queue, because what is slow can still be many.
        var pieces = Channel.CreateBounded<(byte[] Bytes, DateTime Due)>(UnderWay);
        var delivering = TogetherAsync(DeliverAsync(pieces.Reader, to, cancellationToken));
        try
        {
            var buffer = new byte[Piece];
            while (await from.ReceiveAsync(buffer, cancellationToken) is var read && read > 0)
            {
                if (!_isSilent)
                {
                    await pieces.Writer.WriteAsync((buffer[..read], DateTime.UtcNow + Delay()), cancellationToken);
                }
            }
        }
        finally
        {
            pieces.Writer.Complete();
        }

        await delivering;
        if (!_isSilent)
        {
            to.Shutdown(SocketShutdown.Send);
        }
    }

    private async Task DeliverAsync(ChannelReader<(byte[] Bytes, DateTime Due)> pieces, Socket to, CancellationToken cancellationToken)
    {
        await foreach (var (bytes, due) in pieces.ReadAllAsync(cancellationToken))
        {
            if (due - DateTime.UtcNow is var left && left > TimeSpan.Zero)
            {
                await Task.Delay(left, cancellationToken);
            }

            for (var sent = 0; sent < bytes.Length && !_isSilent;)
            {
                sent += await to.SendAsync(bytes.AsMemory(sent), cancellationToken);
            }
        }
    }

    private TimeSpan Delay() => _weather switch
    {
        Weather.Slow => TimeSpan.FromMilliseconds(Random.Shared.Next(250, 351)),
        Weather.Far => TimeSpan.FromMilliseconds(500),
        _ => TimeSpan.Zero,
    };
}
