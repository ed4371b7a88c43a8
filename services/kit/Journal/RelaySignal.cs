using System.Threading.Channels;

namespace EenPlan.Kit.Journal;

/// <summary>A commit wakes the relay at once; many commits in a row wake it once.</summary>
public sealed class RelaySignal<TDb>
{
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private TaskCompletionSource _next = New();

    /// <summary>
    /// Completes at the next commit of this process, for whoever tails tables of this service. Take it before looking at the tables;
    /// other processes commit too, so it only shortens a wait.
    /// </summary>
    public Task Next => Volatile.Read(ref _next).Task;

    internal void Wake()
    {
        _wake.Writer.TryWrite(true);
        Interlocked.Exchange(ref _next, New()).TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

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
