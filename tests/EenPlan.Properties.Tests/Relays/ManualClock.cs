namespace EenPlan.Properties.Tests.Relays;

/// <summary>A clock that a test moves. Whoever waits by it does not wait at all.</summary>
internal sealed class ManualClock : TimeProvider
{
    /// <summary>What this process takes for now: the true time and how far its clock is off.</summary>
    public DateTimeOffset True { get; set; } = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public TimeSpan Off { get; set; }

    public override DateTimeOffset GetUtcNow() => True + Off;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
}
