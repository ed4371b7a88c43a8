namespace EenPlan.Subscriptions.Queues;

/// <summary>How much is not in the queues of organisations yet, and since when there has been anything.</summary>
internal sealed class QueueFigures(TimeProvider clock)
{
    private readonly Lock _turn = new();
    private long _waiting;
    private DateTimeOffset? _since;

    public long Waiting
    {
        get
        {
            lock (_turn)
            {
                return _waiting;
            }
        }
    }

    public TimeSpan Delay
    {
        get
        {
            lock (_turn)
            {
                return _since is { } since && clock.GetUtcNow() is var now && now > since ? now - since : TimeSpan.Zero;
            }
        }
    }

    public void Show(long waiting, DateTimeOffset now)
    {
        lock (_turn)
        {
            _waiting = waiting;
            _since = waiting == 0 ? null : _since ?? now;
        }
    }
}
