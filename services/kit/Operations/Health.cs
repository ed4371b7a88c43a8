using EenPlan.Kit.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EenPlan.Kit.Operations;

/// <summary>How one service is doing, in numbers without personal data: the same that its metrics tell.</summary>
public sealed record HealthReport(string Service, string Status, long JournalHead, long RelayLag, double RelayDelay, long ParkedEvents, long AuditWaiting, int LiveConnections,
    long QueueLag, double QueueDelay, IReadOnlyDictionary<string, long> EventsBehind, IReadOnlyDictionary<string, double> SecondsBehind, double ProjectionAge);

internal static class Health
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(10);

    /// <summary><c>/health/live</c>: the process runs. <c>/health/ready</c>: databases answer; 200 also when degraded, with what is wrong.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new { status = "ok" })).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/health/ready", async (IEnumerable<IServiceFigures> services, IEnumerable<OpenConnections> connections, IEnumerable<OutsideQueues> queues, TimeProvider clock, CancellationToken cancellationToken) =>
        {
            var reports = new List<HealthReport>();
            foreach (var service in services)
            {
                var figures = await service.ReadAsync(cancellationToken);
                reports.Add(Report(service, figures, connections.Where(open => open.Service == service.Service).Sum(open => open.Count()), [.. queues.Where(one => one.Service == service.Service)],
                    clock.GetUtcNow()));
            }

            return TypedResults.Ok(new { status = reports.Exists(report => report.Status != "ok") ? "degraded" : "ok", services = reports });
        }).AllowAnonymous().ExcludeFromDescription();
    }

    private static HealthReport Report(IServiceFigures service, Figures figures, int connections, IReadOnlyList<OutsideQueues> queues, DateTimeOffset now)
    {
        var degraded = figures.ParkedEvents > 0 || service.Sources.Any(source => source.Progress.Age > Late);
        return new HealthReport(service.Service, degraded ? "degraded" : "ok", figures.JournalHead, figures.RelayLag, Round(figures.RelayDelay(now)), figures.ParkedEvents,
            figures.AuditQueue, connections, queues.Sum(one => one.Waiting()), Round(queues.Select(one => one.Delay().TotalSeconds).DefaultIfEmpty().Max()),
            service.Sources.ToDictionary(source => source.Source, source => source.Progress.EventsBehind),
            service.Sources.ToDictionary(source => source.Source, source => Round(source.Progress.Behind.TotalSeconds)), Round(figures.ProjectionAge(service.Sources, now)));
    }

    private static double Round(double seconds) => Math.Round(seconds, 1);
}
