using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.Kit.Operations;

/// <summary>How one service's database stood at an instant, for health and metrics alike.</summary>
internal sealed record Figures(DateTimeOffset At, long JournalHead, long RelayLag, DateTimeOffset? OldestUnpublished, long ParkedEvents, DateTimeOffset? OldestParked, long AuditQueue);

/// <summary>The figures of one service of this process.</summary>
internal interface IServiceFigures
{
    string Service { get; }

    /// <summary>What it reads from other services.</summary>
    IReadOnlyList<IJournalReader> Sources { get; }

    Task<Figures> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>Reads a handful of indexed values: cheap enough to be asked every few seconds.</summary>
internal sealed class ServiceFigures<TDb>(ServiceName<TDb> name, IServiceScopeFactory scopes, AuditStore audit, IEnumerable<JournalSubscription> subscriptions, TimeProvider clock)
    : IServiceFigures
    where TDb : ServiceDb
{
    public string Service => name.Name;

    public IReadOnlyList<IJournalReader> Sources { get; } = [.. subscriptions.Where(subscription => subscription.Consumer == name.Name).Select(subscription => subscription.Reader)];

    public async Task<Figures> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var at = clock.GetUtcNow();
        var head = await db.JournalHeads.AsNoTracking().SingleAsync(cancellationToken);
        var unnumbered = await db.Journal.LongCountAsync(row => row.Number == null, cancellationToken);
        var parked = await db.ParkedEvents.LongCountAsync(cancellationToken);
        var carried = await db.AuditOutbox.LongCountAsync(cancellationToken);
        return new Figures(at, head.Head, head.Head - head.PublishedTo + unnumbered, await OldestUnpublishedAsync(db, head, unnumbered > 0, cancellationToken),
            parked, parked > 0 ? await OldestParkedAsync(db, cancellationToken) : null, carried + audit.Waiting);
    }

    private static async Task<DateTimeOffset?> OldestUnpublishedAsync(TDb db, JournalHead head, bool anyUnnumbered, CancellationToken cancellationToken)
    {
        // What has a number was committed before what has none.
        if (head.Head > head.PublishedTo)
        {
            return await db.Journal.Where(row => row.Number == head.PublishedTo + 1).Select(row => (DateTimeOffset?)row.At).FirstOrDefaultAsync(cancellationToken);
        }

        return anyUnnumbered
            ? await db.Journal.Where(row => row.Number == null).OrderBy(row => row.Seq).Select(row => (DateTimeOffset?)row.At).FirstOrDefaultAsync(cancellationToken)
            : null;
    }

    private static Task<DateTimeOffset?> OldestParkedAsync(TDb db, CancellationToken cancellationToken) =>
        db.ParkedEvents.OrderBy(row => row.Id).Select(row => (DateTimeOffset?)row.ParkedAt).FirstOrDefaultAsync(cancellationToken);
}

/// <summary>What follows from the figures.</summary>
internal static class FiguresRules
{
    /// <summary>For how long the oldest change of this service has waited to be published.</summary>
    public static double RelayDelay(this Figures figures, DateTimeOffset now) => Seconds(now, figures.OldestUnpublished);

    /// <summary>How old what this service shows of others may be: as far as it is behind a source, or as long as an event is parked.</summary>
    public static double ProjectionAge(this Figures figures, IReadOnlyList<IJournalReader> sources, DateTimeOffset now) =>
        sources.Select(source => source.Progress.Behind.TotalSeconds).Append(Seconds(now, figures.OldestParked)).Max();

    private static double Seconds(DateTimeOffset now, DateTimeOffset? since) => since is { } from && from < now ? (now - from).TotalSeconds : 0;
}
