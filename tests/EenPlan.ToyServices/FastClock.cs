namespace EenPlan.ToyServices;

/// <summary>A clock that runs faster than real time, alike in every process that counts from the same instant: leases of seconds end in the course of a short test.</summary>
internal sealed class FastClock(DateTimeOffset from, int speed) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => from + ((base.GetUtcNow() - from) * speed);
}
