namespace EenPlan.Kit.Operations;

/// <summary>How many live streams a service or the gateway has open in this process.</summary>
/// <param name="Service">Who has them.</param>
/// <param name="Count">Counts them now.</param>
public sealed record OpenConnections(string Service, Func<int> Count);
