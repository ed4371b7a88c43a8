using System.Text.Json;
using EenPlan.Contracts.Journal;
using EenPlan.Kit.Api;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using EenPlan.Kit.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EenPlan.Kit.Operations;

/// <summary>Settling parked events: list them, try them again in order, or drop one with a reason.</summary>
internal static partial class Parked
{
    public static void MapParked<TDb>(this RouteGroupBuilder system)
        where TDb : ServiceDb
    {
        system.MapGet("/parked", (TDb db, CancellationToken cancellationToken) => db.ParkedEvents.AsNoTracking().OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.Source, row.Number, row.CaseId, row.Reason, row.ParkedAt }).ToListAsync(cancellationToken)).ForServices("operator");
        system.MapPost("/parked/retry", RetryAsync<TDb>).ForServices("operator");
        system.MapPost("/parked/{parkedId:long}/drop", DropAsync<TDb>).ForServices("operator");
    }

    internal static async Task<IResult> RetryAsync<TDb>(Change<TDb> change, IEnumerable<JournalSubscription> subscriptions, CancellationToken cancellationToken)
        where TDb : ServiceDb
    {
        var settled = 0;
        var stuck = new HashSet<Guid>();
        foreach (var row in await change.Db.ParkedEvents.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken))
        {
            var reader = subscriptions.Select(subscription => subscription.Reader).OfType<JournalReader<TDb>>().First(candidate => candidate.Source == row.Source);
            // What belongs to no case waits for nobody.
            var waits = row.CaseId is { } id && stuck.Contains(id);
            if (!waits && await reader.RetryAsync(row, cancellationToken))
            {
                settled++;
            }
            else if (row.CaseId is { } caseId)
            {
                stuck.Add(caseId);
            }
        }

        return TypedResults.Ok(new { settled, stillParked = await change.Db.ParkedEvents.CountAsync(cancellationToken) });
    }

    private static async Task<IResult> DropAsync<TDb>(long parkedId, Input input, Change<TDb> change, ServiceName<TDb> service, ILogger<Relay<TDb>> log, CancellationToken cancellationToken)
        where TDb : ServiceDb
    {
        var reason = input.Text("reason", required: true, max: 200);
        input.Done();
        var dropped = await change.RunAsync(() => change.Db.ParkedEvents.Where(row => row.Id == parkedId).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        if (dropped == 0)
        {
            throw Problem.NotFound();
        }

        Dropped(log, parkedId, service.Name, reason!);
        return TypedResults.NoContent();
    }

    [LoggerMessage(LogLevel.Warning, "Parked event {Id} of {Service} was dropped by an operator: {Reason}")]
    private static partial void Dropped(ILogger log, long id, string service, string reason);
}
