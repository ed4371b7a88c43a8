using Microsoft.Extensions.Time.Testing;

namespace EenPlan.Gateway.Tests.World;

/// <summary>A clock that only a test moves, and that knows how many wait for it.</summary>
internal sealed class CountedClock : FakeTimeProvider
{
    private int _waiting;

    public int Waiting => Volatile.Read(ref _waiting);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _waiting);
        return new Counted(base.CreateTimer(callback, state, dueTime, period), this);
    }

    /// <summary>Moves on, and waits until as many wait again.</summary>
    public async Task PassAsync(TimeSpan time, int waiting)
    {
        Advance(time);
        await Eventually.ItIsAsync(() => Task.FromResult(Waiting == waiting));
    }

    private sealed class Counted(ITimer timer, CountedClock clock) : ITimer
    {
        private int _isOver;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                Interlocked.Decrement(ref clock._waiting);
            }

            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
