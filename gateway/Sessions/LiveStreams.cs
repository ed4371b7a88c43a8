using System.Collections.Concurrent;

namespace EenPlan.Gateway.Sessions;

/// <summary>Whose stream it is: of a session here, or of a session at a member's node, which is only named.</summary>
internal readonly record struct StreamOwner(Guid Session, Guid? Identity, string? Node = null)
{
    public static StreamOwner Of(Session session) => new(session.Id, session.IdentityId);
}

/// <summary>The live streams that are open at this gateway, so that they can be cut when their session ends.</summary>
internal sealed class LiveStreams(GatewaySettings settings)
{
    private readonly ConcurrentDictionary<HttpContext, StreamOwner> _open = new();
    private readonly Dictionary<Guid, int> _perSession = [];
    private readonly Dictionary<string, int> _perNode = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Sessions of this node with a stream.</summary>
    public IReadOnlyCollection<Guid> Sessions => [.. _open.Values.Where(stream => stream.Node is null).Select(stream => stream.Session).Distinct()];

    /// <summary>Members whose people have a stream.</summary>
    public IReadOnlyCollection<string> Nodes => [.. _open.Values.Select(stream => stream.Node).OfType<string>().Distinct()];

    /// <summary>Streams that are open at this gateway.</summary>
    public int Count => _open.Count;

    /// <summary>Notes a stream; false when the session has as many as it may have.</summary>
    public bool TryAdd(HttpContext http, StreamOwner owner)
    {
        lock (_lock)
        {
            var has = _perSession.GetValueOrDefault(owner.Session);
            if (settings.Limits.StreamsPerSession > 0 && has >= settings.Limits.StreamsPerSession)
            {
                return false;
            }

            // A member names the sessions of its people itself.
            if (owner.Node is { } node && !TryAddFor(node))
            {
                return false;
            }

            _perSession[owner.Session] = has + 1;
        }

        _open[http] = owner;
        return true;
    }

    private bool TryAddFor(string node)
    {
        var has = _perNode.GetValueOrDefault(node);
        if (settings.Limits.StreamsPerNode > 0 && has >= settings.Limits.StreamsPerNode)
        {
            return false;
        }

        _perNode[node] = has + 1;
        return true;
    }

    public void Remove(HttpContext http)
    {
        if (!_open.TryRemove(http, out var stream))
        {
            return;
        }

        lock (_lock)
        {
            if (--_perSession[stream.Session] == 0)
            {
                _perSession.Remove(stream.Session);
            }

            if (stream.Node is { } node && --_perNode[node] == 0)
            {
                _perNode.Remove(node);
            }
        }
    }

    /// <summary>Cuts the streams of those of these sessions that ended or became somebody else. About a session that is not among them nothing is known: its streams stay.</summary>
    public void CutEnded(IReadOnlyDictionary<Guid, LivingAs> sessions)
    {
        if (sessions.Count > 0)
        {
            Cut(stream => stream.Node is null && sessions.TryGetValue(stream.Session, out var now) && (!now.Lives || now.Identity != stream.Identity));
        }
    }

    /// <summary>Cuts all streams of a session.</summary>
    public void Cut(Guid session) => Cut(stream => stream.Session == session);

    /// <summary>Cuts the streams that this applies to.</summary>
    public void Cut(Func<StreamOwner, bool> which)
    {
        foreach (var (http, stream) in _open)
        {
            if (which(stream))
            {
                http.Abort();
            }
        }
    }
}
