using EenPlan.Contracts.Cases;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Identity;
using EenPlan.Kit.Journal;
using EenPlan.Network.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Network.Closed;

/// <summary>A case that is closed now: its network can be seen and is not drawn any further.</summary>
internal sealed class ClosedCase
{
    public Guid CaseId { get; set; }
}

/// <summary>What this service knows of cases being closed. It hears of it through the journal, so a moment later than cases itself refuses.</summary>
internal static class ClosedCases
{
    public static JournalHandlers<NetworkDb> KeepClosedCases(this JournalHandlers<NetworkDb> handlers) => handlers
        .On<CaseClosed>(async (db, closed, _, cancellationToken) =>
        {
            if (await db.ClosedCases.FindAsync([closed.CaseId], cancellationToken) is null)
            {
                db.ClosedCases.Add(new ClosedCase { CaseId = closed.CaseId });
            }
        })
        .On<CaseReopened>(async (db, reopened, _, cancellationToken) =>
        {
            if (await db.ClosedCases.FindAsync([reopened.CaseId], cancellationToken) is { } closed)
            {
                db.ClosedCases.Remove(closed);
            }
        });

    /// <summary>Refuses every change of a closed case, in one place for all routes. To whoever has no access the route itself answers, as if there were nothing.</summary>
    public static async ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) && Guid.TryParse(http.Request.RouteValues["caseId"] as string, out var caseId) && await Caller.BindAsync(http) is { } caller)
        {
            var db = http.RequestServices.GetRequiredService<NetworkDb>();
            if (await db.ClosedCases.AnyAsync(row => row.CaseId == caseId, http.RequestAborted)
                && await CaseLevel<NetworkDb>.OfAsync(db, caseId, caller, http.RequestAborted) is { } level and not AccessLevel.InformationOnly)
            {
                http.RequestServices.GetRequiredService<AuditNote>().Purpose = $"involved:{level}";
                throw Problem.Conflict("case-closed", "This case was closed. It can be read; to change something in it, its coordinator or intake worker first opens it again.");
            }
        }

        return await next(context);
    }
}
