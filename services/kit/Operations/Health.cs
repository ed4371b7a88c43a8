using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.Kit.Operations;

/// <summary>How one service is doing, in numbers without personal data.</summary>
public sealed record HealthReport(string Service, string Status, long JournalHead, long RelayLag, long ParkedEvents, long AuditWaiting, IReadOnlyDictionary<string, double> SecondsBehind);

internal interface IServiceHealth
{
    Task<HealthReport> ReportAsync(IServiceProvider scope, CancellationToken cancellationToken);
}

internal sealed class ServiceHealth<TDb>(ServiceName<TDb> name, IEnumerable<JournalSubscription> subscriptions, TimeProvider clock) : IServiceHealth
    where TDb : ServiceDb
{
    public async Task<HealthReport> ReportAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var db = scope.GetRequiredService<TDb>();
        var head = await db.JournalHeads.AsNoTracking().SingleAsync(cancellationToken);
        var parked = await db.ParkedEvents.LongCountAsync(cancellationToken);
        var waiting = await db.AuditOutbox.LongCountAsync(cancellationToken);
        var behind = subscriptions.Where(subscription => subscription.Consumer == name.Name)
            .ToDictionary(subscription => subscription.Reader.Source, subscription => Math.Round((clock.GetUtcNow() - subscription.Reader.Progress.CompleteAt).TotalSeconds, 1));
        var degraded = parked > 0 || behind.Values.Any(seconds => seconds > 10);
        return new HealthReport(name.Name, degraded ? "degraded" : "ok", head.Head, head.Head - head.PublishedTo, parked, waiting, behind);
    }
}

internal static class Health
{
    /// <summary><c>/health/live</c>: the process runs. <c>/health/ready</c>: databases answer; 200 also when degraded, with what is wrong.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new { status = "ok" })).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/health/ready", async (IEnumerable<IServiceHealth> services, IServiceProvider scope, CancellationToken cancellationToken) =>
        {
            var reports = new List<HealthReport>();
            foreach (var service in services)
            {
                reports.Add(await service.ReportAsync(scope, cancellationToken));
            }

            return TypedResults.Ok(new { status = reports.Exists(report => report.Status != "ok") ? "degraded" : "ok", services = reports });
        }).AllowAnonymous().ExcludeFromDescription();
    }
}
