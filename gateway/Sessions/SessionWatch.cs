namespace EenPlan.Gateway.Sessions;

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
            streams.CutEnded(await store.ChangedSinceAsync(_changesAt - Overlap, cancellationToken));
        }

        _changesAt = now;
        if (now - _allAt >= AllEvery && streams.Sessions is { Count: > 0 } sessions)
        {
            _allAt = now;
            streams.CutEnded(await store.LivingAsync(sessions, cancellationToken));
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
