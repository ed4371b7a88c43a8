namespace EenPlan.Subscriptions.Live;

/// <summary>What an open stream looks at: the last number of its person, and how often access of that person ended.</summary>
internal sealed record LiveState(long LastNumber, long AccessEnds)
{
    public static readonly LiveState Nothing = new(0, 0);
}

/// <summary>Whose stream it is.</summary>
internal readonly record struct Holder(string Kind, Guid Id);

/// <summary>One open stream, as the tail knows it. Holds no timer and no database, because thousands may be open.</summary>
internal sealed class LiveWatch(Holder holder)
{
    private TaskCompletionSource _moved = New();
    private LiveState? _state;

    public Holder Holder => holder;

    public LiveState State => Volatile.Read(ref _state) ?? LiveState.Nothing;

    /// <summary>When the stream wants to run again although nothing happened: a heartbeat, its end, another try.</summary>
    public DateTimeOffset WakeAt { get; set; } = DateTimeOffset.MaxValue;

    /// <summary>Completes when there is something to do. Take it before looking at <see cref="State"/>.</summary>
    public Task Moved => Volatile.Read(ref _moved).Task;

    /// <summary>The state to begin with, unless the tail has shown one already: that is not older.</summary>
    public void Begin(LiveState state) => Interlocked.CompareExchange(ref _state, state, null);

    public void Show(LiveState state)
    {
        if (state != State)
        {
            Volatile.Write(ref _state, state);
            Wake();
        }
    }

    public void WakeWhenDue(DateTimeOffset now)
    {
        if (now >= WakeAt)
        {
            Wake();
        }
    }

    private void Wake() => Interlocked.Exchange(ref _moved, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
