using System.Collections.Concurrent;

namespace EenPlan.Gateway.Sessions;

/// <summary>The live streams that are open at this gateway, so that they can be cut when their session ends.</summary>
internal sealed class LiveStreams(GatewaySettings settings)
{
    private readonly ConcurrentDictionary<HttpContext, (Guid Session, Guid? Identity)> _open = new();
    private readonly Dictionary<Guid, int> _perSession = [];
    private readonly Lock _lock = new();

    /// <summary>Sessions with a stream, and as whom it was opened.</summary>
    public IReadOnlyCollection<(Guid Session, Guid? Identity)> Open => [.. _open.Values.Distinct()];

    /// <summary>Streams that are open at this gateway.</summary>
    public int Count => _open.Count;

    /// <summary>Notes a stream; false when the session has as many as it may have.</summary>
    public bool TryAdd(HttpContext http, Session session)
    {
        lock (_lock)
        {
            var has = _perSession.GetValueOrDefault(session.Id);
            if (settings.Limits.StreamsPerSession > 0 && has >= settings.Limits.StreamsPerSession)
            {
                return false;
            }

            _perSession[session.Id] = has + 1;
        }

        _open[http] = (session.Id, session.IdentityId);
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
        }
    }

    /// <summary>
    /// Cuts those of the streams that were asked about whose session no longer lives as it was. A stream that was opened meanwhile was not asked about: it is looked at next time.
    /// </summary>
    public void CutEnded(IEnumerable<(Guid Session, Guid? Identity)> asked, IReadOnlyDictionary<Guid, Guid?> living)
    {
        var ended = asked.Where(stream => !living.TryGetValue(stream.Session, out var identity) || identity != stream.Identity).ToHashSet();
        if (ended.Count > 0)
        {
            Cut(ended.Contains);
        }
    }

    /// <summary>Cuts the streams of sessions that ended or became somebody else.</summary>
    public void CutChanged(IReadOnlyDictionary<Guid, LivingAs> changed)
    {
        if (changed.Count > 0)
        {
            Cut(stream => changed.TryGetValue(stream.Session, out var now) && (!now.Lives || now.Identity != stream.Identity));
        }
    }

    /// <summary>Cuts all streams of a session.</summary>
    public void Cut(Guid session) => Cut(stream => stream.Session == session);

    /// <summary>Cuts the streams that this applies to.</summary>
    public void Cut(Func<(Guid Session, Guid? Identity), bool> which)
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

/// <summary>
/// Looks every second which sessions were signed out or became somebody else, perhaps at another gateway, and cuts their streams; and every half minute whether all sessions
/// with a stream still live, because a session also ends by itself. Also clears away what is old.
/// </summary>
internal sealed partial class SessionWatch(LiveStreams streams, Identities identities, Forwarding.SessionTokens tokens, IServiceScopeFactory scopes, TimeProvider clock,
    IHostApplicationLifetime lifetime, ILogger<SessionWatch> log) : BackgroundService
{
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AllEvery = TimeSpan.FromSeconds(30);

    // Another gateway may have a clock that is behind, and a change that was noted earlier may be seen later.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    private DateTimeOffset _forgotAt = DateTimeOffset.MinValue;
    private DateTimeOffset _allAt = DateTimeOffset.MinValue;
    private DateTimeOffset _changesAt = clock.GetUtcNow();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stopping = lifetime.ApplicationStopping.Register(() => streams.Cut(_ => true));
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Whether these sessions live is not known now; a stream that nobody vouches for ends.
                streams.Cut(_ => true);
                Failed(failure.GetType().Name);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<SessionStore>();
        var now = clock.GetUtcNow();
        if (streams.Count > 0)
        {
            streams.CutChanged(await store.ChangedSinceAsync(_changesAt - Overlap, cancellationToken));
        }

        _changesAt = now;
        if (now - _allAt >= AllEvery && streams.Open is { Count: > 0 } open)
        {
            _allAt = now;
            var living = await store.LivingAsync([.. open.Select(stream => stream.Session).Distinct()], cancellationToken);
            streams.CutEnded(open, living);
        }

        if (now - _forgotAt > ForgetEvery)
        {
            _forgotAt = now;
            identities.ForgetOld();
            tokens.ForgetOld();
            await store.ForgetOldAsync(cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The sessions could not be read ({Failure}); live streams were cut")]
    private partial void Failed(string failure);
}
