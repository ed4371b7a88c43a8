using System.Threading.Channels;

namespace EenPlan.Kit.Journal;

/// <summary>A commit wakes the relay at once; many commits in a row wake it once.</summary>
public sealed class RelaySignal<TDb>
{
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    internal void Wake() => _wake.Writer.TryWrite(true);

    internal async Task WaitAsync(TimeSpan longest, CancellationToken stopping)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        timer.CancelAfter(longest);
        try
        {
            await _wake.Reader.ReadAsync(timer.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // The timer is only the safety net.
        }
    }
}
