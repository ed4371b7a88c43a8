using System.Diagnostics;

namespace EenPlan.Gateway.Forwarding;

/// <summary>
/// Every trace begins here. A trace that somebody outside names is not believed: one browser could join its requests with another's, fill one trace without end,
/// or have all its requests collected. See docs/adr/0008.
/// </summary>
internal sealed class OwnTraces : DistributedContextPropagator
{
    public override IReadOnlyCollection<string> Fields => [];

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
        // What goes to the services is written by their client; nothing else goes anywhere.
    }

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) => (traceId, traceState) = (null, null);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
