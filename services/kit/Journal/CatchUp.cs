using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EenPlan.Kit.Journal;

/// <summary>
/// Compares watermarks with the sources at start, and pulls from a source whose heartbeat has been silent for a second:
/// the broker may be away, or may have lost its disk.
/// </summary>
internal sealed partial class CatchUp(IEnumerable<JournalSubscription> subscriptions, IHostApplicationLifetime life, ILogger<CatchUp> log) : BackgroundService
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(1);
    // With the broker away, ended access must be known well within two seconds: a second of silence, a quarter until that is seen, and the pull itself.
    private static readonly TimeSpan Look = Silence / 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // In standalone the sources are in this very process: before it listens, nobody can answer.
        var started = new TaskCompletionSource();
        using var registration = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await Task.WhenAll(subscriptions.Select(subscription => WatchAsync(subscription, stoppingToken)));
    }

    private async Task WatchAsync(JournalSubscription subscription, CancellationToken stopping)
    {
        var complained = false;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (subscription.Reader.Progress.Age > Silence)
                {
                    await subscription.Reader.CatchUpAsync(stopping);
                    complained = false;
                }

                await Task.Delay(Look, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                if (!complained)
                {
                    complained = true;
                    SourceAway(subscription.Consumer, subscription.Reader.Source, failure.GetType().Name);
                }

                await Task.Delay(Silence / 2, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Consumer} cannot reach {Source} ({Failure}); it keeps trying")]
    private partial void SourceAway(string consumer, string source, string failure);
}

/// <summary>One service's subscription to one source; the bus makes a queue for it.</summary>
internal sealed record JournalSubscription(string Consumer, IJournalReader Reader);
