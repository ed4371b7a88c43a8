using EenPlan.Load.Measuring;

namespace EenPlan.Load.Pacing;

/// <summary>
/// Starts what is due when it is due. At most so many are on their way at once; what finds no room waits in line, and its time goes on counting from the moment for which it
/// was planned, so that a product that stalls cannot hide it (coordinated omission).
/// </summary>
internal sealed class Pacer(int atOnce, TimeProvider clock)
{
    private readonly SemaphoreSlim _room = new(atOnce);
    private int _waiting;

    /// <summary>How much later than planned things were started.</summary>
    public Histogram Late { get; } = new();

    /// <summary>The most that ever waited for room.</summary>
    public int MostWaiting { get; private set; }

    /// <param name="arrivals">What is due, in order.</param>
    /// <param name="start">Timestamp of the beginning.</param>
    /// <param name="work">Does one thing; must not throw.</param>
    /// <param name="cancellationToken">Ends it: nothing more is started.</param>
    public async Task RunAsync(IEnumerable<Arrival> arrivals, long start, Func<Arrival, Task> work, CancellationToken cancellationToken)
    {
        foreach (var arrival in arrivals)
        {
            var wait = arrival.At - clock.GetElapsedTime(start);
            if (wait > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(wait, clock, cancellationToken);
            }

            MostWaiting = Math.Max(MostWaiting, Interlocked.Increment(ref _waiting));
            _ = StartAsync(arrival, start, work, cancellationToken);
        }

        // Everything that was started has ended when all the room is free again.
        for (var place = 0; place < atOnce; place++)
        {
            await _room.WaitAsync(CancellationToken.None);
        }
    }

    private async Task StartAsync(Arrival arrival, long start, Func<Arrival, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await _room.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        try
        {
            Late.Add(clock.GetElapsedTime(start) - arrival.At);
            await work(arrival);
        }
        finally
        {
            _room.Release();
        }
    }
}
