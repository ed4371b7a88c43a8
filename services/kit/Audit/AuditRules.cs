using System.Diagnostics;
using EenPlan.Kit.Api;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.Kit.Audit;

/// <summary>What the endpoint learned about the request, for its audit line.</summary>
public sealed class AuditNote
{
    /// <summary>Why access was allowed; set by whoever decided.</summary>
    public string Purpose { get; set; } = "none";

    /// <summary>The case when the route does not name it.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>The item when the route does not name it.</summary>
    public Guid? ItemId { get; set; }

    /// <summary>The cases that a list showed something of. Each gets a line of its own, because each family reads who looked.</summary>
    public IReadOnlyCollection<Guid> Shown { get; private set; } = [];

    /// <summary>True when the transaction of the change already holds the line.</summary>
    public bool InTransaction { get; set; }

    /// <summary>Says of which cases a list shows something.</summary>
    public void Show(IEnumerable<Guid> cases) => Shown = cases.ToHashSet();
}

/// <summary>Audit of routes: every read, and every refused try to change.</summary>
public static class AuditRules
{
    /// <summary>Audits the routes of a group in the store of this service; the name of the route is the action.</summary>
    public static RouteGroupBuilder Audited(this RouteGroupBuilder routes, string service)
    {
        routes.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            object? result;
            try
            {
                result = await next(context);
            }
            catch (ProblemException problem)
            {
                await AppendAsync(http, service, problem.Status);
                throw;
            }

            if (!http.RequestServices.GetRequiredService<AuditNote>().InTransaction)
            {
                await AppendAsync(http, service, (result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK);
            }

            return result;
        });
        return routes;
    }

    /// <summary>Adds the line of this change to its transaction.</summary>
    public static void Account(this ServiceDb db, HttpContext http, Guid? caseId, Guid? itemId, int outcome = StatusCodes.Status200OK)
    {
        var note = http.RequestServices.GetRequiredService<AuditNote>();
        note.InTransaction = true;
        note.CaseId = caseId ?? note.CaseId;
        note.ItemId = itemId ?? note.ItemId;
        db.AuditOutbox.Add(Fill(new AuditOutboxRow { ActorKind = "", Action = "", ActionCode = "", Purpose = "", CaseId = note.CaseId }, http, note, outcome));
    }

    private static async Task AppendAsync(HttpContext http, string service, int outcome)
    {
        var note = http.RequestServices.GetRequiredService<AuditNote>();
        var store = http.RequestServices.GetRequiredKeyedService<AuditStore>(service);
        var cases = note.Shown.Count > 0 ? note.Shown.Select(id => (Guid?)id) : [note.CaseId];
        try
        {
            await Task.WhenAll(cases.Select(id => store.AppendAsync(Fill(new AuditLine { ActorKind = "", Action = "", ActionCode = "", Purpose = "", CaseId = id }, http, note, outcome))));
        }
        catch (Exception failure) when (failure is not ProblemException)
        {
            throw Problem.Unavailable("What you asked for cannot be accounted for right now, so nothing is shown. Try again in a moment.");
        }
    }

    private static T Fill<T>(T line, HttpContext http, AuditNote note, int outcome)
        where T : AuditLine
    {
        var caller = Caller.From(http.User);
        line.Id = Guid.CreateVersion7();
        line.At = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        line.ActorKind = caller?.KindCode ?? "nobody";
        line.ActorId = caller?.Id;
        line.OrganisationId = caller?.OrganisationId;
        line.Action = http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "unknown";
        line.ActionCode = http.Request.Method switch { "GET" => "R", "POST" => "C", "PATCH" or "PUT" => "U", "DELETE" => "D", _ => "E" };
        line.Purpose = note.Purpose;
        line.CaseId ??= RouteId(http, "caseId");
        line.ItemId = note.ItemId ?? RouteId(http, "id");
        line.Outcome = outcome;
        line.TraceId = Activity.Current?.TraceId.ToString();
        return line;
    }

    private static Guid? RouteId(HttpContext http, string name) => Guid.TryParse(http.GetRouteValue(name)?.ToString(), out var id) ? id : null;
}
