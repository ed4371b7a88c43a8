using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EenPlan.Kit.Data;

/// <summary>Something that a service keeps for a while only.</summary>
/// <param name="What">What it is, for the log.</param>
/// <param name="After">How long it is kept.</param>
/// <param name="Step">Forgets at most some of what is older than an instant, and says how many; none means done.</param>
internal sealed record Forgetting<TDb>(string What, TimeSpan After, Func<TDb, DateTimeOffset, CancellationToken, Task<int>> Step)
    where TDb : ServiceDb;

/// <summary>How far one step of forgetting goes.</summary>
public static class ForgettingSteps
{
    private const int AtOnce = 500;

    /// <summary>The instant before which about as many rows lie as one step forgets, and never later than <paramref name="before"/>. The column needs an index.</summary>
    public static async Task<DateTimeOffset> FirstStepAsync(this IQueryable<DateTimeOffset> at, DateTimeOffset before, CancellationToken cancellationToken) =>
        await at.Where(instant => instant < before).OrderBy(instant => instant).Skip(AtOnce - 1).Select(instant => (DateTimeOffset?)instant).FirstOrDefaultAsync(cancellationToken) is { } last
            ? last.AddTicks(1) : before;
}

/// <summary>
/// Forgets what has a period, at the start and every hour. In small steps, each a transaction of its own, so that nobody waits long behind it;
/// it may stop anywhere, and two replicas may do it at once. The journal and the audit lines have no period here: they are kept.
/// </summary>
internal sealed partial class Forgetter<TDb>(IServiceScopeFactory scopes, WriteGate<TDb> gate, IEnumerable<Forgetting<TDb>> forgettings, TimeProvider clock, ILogger<Forgetter<TDb>> log)
    : BackgroundService
    where TDb : ServiceDb
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            foreach (var forgetting in forgettings)
            {
                await ForgetAsync(forgetting, stoppingToken);
            }

            await Task.Delay(Every, clock, stoppingToken);
        }
    }

    private async Task ForgetAsync(Forgetting<TDb> forgetting, CancellationToken cancellationToken)
    {
        var (before, forgotten) = (clock.GetUtcNow() - forgetting.After, 0);
        try
        {
            while (await StepAsync(forgetting, before, cancellationToken) is > 0 and var some)
            {
                forgotten += some;
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            NotForgotten(failure, forgetting.What);
        }

        if (forgotten > 0)
        {
            Forgot(forgotten, forgetting.What);
        }
    }

    private async Task<int> StepAsync(Forgetting<TDb> forgetting, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var forgotten = await forgetting.Step(db, before, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return forgotten;
    }

    [LoggerMessage(LogLevel.Information, "Forgot {Count} {What} that were older than they are kept")]
    private partial void Forgot(int count, string what);

    [LoggerMessage(LogLevel.Warning, "Old {What} could not be forgotten now; the next turn tries again")]
    private partial void NotForgotten(Exception failure, string what);
}
