using System.Collections.Concurrent;

namespace EenPlan.Gateway.Nodes;

/// <summary>Whether a peer answers, as this gateway last saw it. While one does not, only one request in two seconds waits to find out.</summary>
internal sealed class PeerHealth(TimeProvider clock)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, Seen> _seen = new(StringComparer.Ordinal);

    /// <summary>True from a failure until the next answer.</summary>
    public bool IsAway(string node) => _seen.TryGetValue(node, out var seen) && seen.FailedAt is not null;

    /// <summary>Since when it does not answer.</summary>
    public DateTimeOffset? AwaySince(string node) => _seen.TryGetValue(node, out var seen) ? seen.AwaySince : null;

    /// <summary>True when it makes sense to ask now; takes the turn.</summary>
    public bool MayTry(string node)
    {
        while (true)
        {
            if (!_seen.TryGetValue(node, out var seen) || seen.FailedAt is not { } failed)
            {
                return true;
            }

            var now = clock.GetUtcNow();
            if (now - failed < BetweenTries)
            {
                return false;
            }

            if (_seen.TryUpdate(node, seen with { FailedAt = now }, seen))
            {
                return true;
            }
        }
    }

    public void Answered(string node) => _seen[node] = new Seen(null, null);

    public void Failed(string node)
    {
        var now = clock.GetUtcNow();
        _seen.AddOrUpdate(node, _ => new Seen(now, now), (_, seen) => new Seen(now, seen.AwaySince ?? now));
    }

    private sealed record Seen(DateTimeOffset? FailedAt, DateTimeOffset? AwaySince);
}
