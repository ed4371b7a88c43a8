namespace EenPlan.Kit.Operations;

/// <summary>How far a service is with what it puts into queues of others.</summary>
/// <param name="Service">Who fills them.</param>
/// <param name="Waiting">Messages that are not in a queue yet.</param>
/// <param name="Delay">For how long there have been any.</param>
public sealed record OutsideQueues(string Service, Func<long> Waiting, Func<TimeSpan> Delay);
