namespace EenPlan.Gateway.AwayFromHost;

/// <summary>Wakes the visits when a person kept something or wants it sent now.</summary>
internal sealed class OutboxSignal
{
    private TaskCompletionSource _next = New();

    public Task Next => Volatile.Read(ref _next).Task;

    public void Wake() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
