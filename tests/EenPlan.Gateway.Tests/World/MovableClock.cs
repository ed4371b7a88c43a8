namespace EenPlan.Gateway.Tests.World;

/// <summary>The real clock, plus what a test adds to it.</summary>
internal sealed class MovableClock : TimeProvider
{
    private TimeSpan _ahead;
    private DateTimeOffset? _stopped;

    /// <summary>From now on it only moves when a test says so.</summary>
    public void Stop() => _stopped = base.GetUtcNow();

    public void Advance(TimeSpan by) => _ahead += by;

    public override DateTimeOffset GetUtcNow() => (_stopped ?? base.GetUtcNow()) + _ahead;
}
