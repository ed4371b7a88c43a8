using EenPlan.Kit.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.Kit.Audit;

/// <summary>What cases asks an audit store: the lines of one case before a place, without what the reader must not learn of.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Before">Lines with a lower number than this.</param>
/// <param name="Limit">At most so many, the newest ones.</param>
/// <param name="WithoutItems">Nothing about these items.</param>
/// <param name="WithoutActors">Nothing that these people did.</param>
/// <param name="WithoutMachinesOf">Nothing that the systems of these organisations did.</param>
public sealed record AuditQuestion(Guid CaseId, long Before, int Limit, IReadOnlyList<Guid> WithoutItems, IReadOnlyList<Guid> WithoutActors, IReadOnlyList<Guid> WithoutMachinesOf);

/// <summary>A line as a store tells it; what the chain and the operator need stays in the store.</summary>
public sealed record AuditEntry(long Number, Guid Id, DateTimeOffset At, string ActorKind, Guid? ActorId, Guid? OrganisationId, string Action, string Purpose, int Outcome);

/// <summary>Reading audit stores. Only cases asks: it alone knows who may read who looked, and what stays hidden from the family.</summary>
public static class AuditReading
{
    /// <summary>Path of the system route.</summary>
    public const string Path = "/internal/audit-lines/_search";

    private const int Most = 201;

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> ReadAsync(this AuditStore store, AuditQuestion question, CancellationToken cancellationToken)
    {
        var machine = nameof(CallerKind.Machine).ToLowerInvariant();
        await using var db = store.Open();
        return await db.Lines.AsNoTracking().Where(line => line.CaseId == question.CaseId && line.Number < question.Before)
            .Where(line => line.ItemId == null || !question.WithoutItems.Contains(line.ItemId.Value))
            .Where(line => line.ActorId == null || !question.WithoutActors.Contains(line.ActorId.Value))
            .Where(line => line.ActorKind != machine || line.OrganisationId == null || !question.WithoutMachinesOf.Contains(line.OrganisationId.Value))
            .OrderByDescending(line => line.Number).Take(Math.Clamp(question.Limit, 1, Most))
            .Select(line => new AuditEntry(line.Number, line.Id, line.At, line.ActorKind, line.ActorId, line.OrganisationId, line.Action, line.Purpose, line.Outcome))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Lets cases read the lines of a service. Reading them is accounted for where the person reads, in cases.</summary>
    public static void MapAuditLines(this RouteGroupBuilder system, string service) =>
        system.MapPost(Path["/internal".Length..], async (AuditQuestion question, HttpContext http, CancellationToken cancellationToken) =>
            TypedResults.Json(await http.RequestServices.GetRequiredKeyedService<AuditStore>(service).ReadAsync(question, cancellationToken), Json.Options)).ForServices("cases");
}
