namespace EenPlan.Kit.Journal;

/// <summary>How far behind a source this service's copy may be.</summary>
public sealed class SourceProgress(TimeProvider clock)
{
    /// <summary>A copy that is further behind does not count; see architecture, "Access".</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
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

    /// <summary>True when an answer from the copy counts.</summary>
    public bool IsFresh => clock.GetUtcNow() - CompleteAt <= Limit;

    internal void Reached(Guid epoch, long number, long head, DateTimeOffset completeAt)
    {
        lock (_lock)
        {
            (Epoch, Number, Head) = (epoch, number, head);
            if (number >= head && completeAt > _completeAt)
            {
                _completeAt = completeAt;
            }
        }
    }
}
