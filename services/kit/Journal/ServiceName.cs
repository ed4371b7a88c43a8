namespace EenPlan.Kit.Journal;

/// <summary>Name of the service that owns <typeparamref name="TDb"/>, and the node it runs in. Generic, because in standalone all services share one container.</summary>
/// <param name="Node">The node.</param>
/// <param name="Name">The service; also its route prefix and token audience.</param>
public sealed record ServiceName<TDb>(string Node, string Name);
