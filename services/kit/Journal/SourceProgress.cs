namespace EenPlan.Kit.Journal;

/// <summary>How far behind a source this service's copy may be.</summary>
public sealed class SourceProgress(TimeProvider clock)
{
    /// <summary>A copy that is further behind does not count; see architecture, "Access".</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    // Clocks of two processes differ a little. A source that is further ahead is not believed about how old its news is.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(0.5);

    private readonly Lock _lock = new();
    private readonly DateTimeOffset _since = clock.GetUtcNow();
    private DateTimeOffset _completeAt = DateTimeOffset.UnixEpoch;

    /// <summary>Last number read.</summary>
    public long Number { get; private set; }

    /// <summary>Highest number of the source that we heard of.</summary>
    public long Head { get; private set; }

    /// <summary>Epoch of the source.</summary>
    public Guid Epoch { get; private set; }

    /// <summary>Everything that the source committed before this instant is in our copy.</summary>
    public DateTimeOffset CompleteAt
    {
        get
        {
            lock (_lock)
            {
                return _completeAt;
            }
        }
    }

    /// <summary>How far the copy is behind; without end when nothing is known, or when our own clock was put back since we knew.</summary>
    public TimeSpan Age
    {
        get
        {
            lock (_lock)
            {
                var now = clock.GetUtcNow();
                if (_completeAt > now + Tolerance)
                {
                    _completeAt = DateTimeOffset.UnixEpoch;
                }

                return _completeAt == DateTimeOffset.UnixEpoch ? TimeSpan.MaxValue : now - _completeAt;
            }
        }
    }

    /// <summary>For how long the copy has not been known to be complete; since we run, when nothing is known.</summary>
    public TimeSpan Behind
    {
        get
        {
            var age = Age;
            age = age == TimeSpan.MaxValue ? clock.GetUtcNow() - _since : age;
            return age > TimeSpan.Zero ? age : TimeSpan.Zero;
        }
    }

    /// <summary>Events that we heard of and did not handle yet.</summary>
    public long EventsBehind
    {
        get
        {
            lock (_lock)
            {
                return Math.Max(0, Head - Number);
            }
        }
    }

    /// <summary>True when an answer from the copy counts.</summary>
    public bool IsFresh => Age <= Limit;

    internal void Reached(Guid epoch, long number, long head, DateTimeOffset completeAt)
    {
        lock (_lock)
        {
            (Epoch, Number, Head) = (epoch, number, head);
            var now = clock.GetUtcNow();
            if (number >= head && completeAt <= now + Tolerance && (completeAt > _completeAt || _completeAt > now + Tolerance))
            {
                _completeAt = completeAt;
            }
        }
    }

    /// <summary>The copy is about to be emptied and built anew: it counts again once all of it is there.</summary>
    internal void Forget()
    {
        lock (_lock)
        {
            (Number, _completeAt) = (0, DateTimeOffset.UnixEpoch);
        }
    }
}
