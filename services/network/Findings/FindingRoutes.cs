using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Identity;
using EenPlan.Network.People;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Network.Findings;

internal static class FindingRoutes
{
    public static void MapFindings(this RouteGroupBuilder routes) => routes.MapGet("/cases/{caseId:guid}/findings", ListAsync).WithTags("Findings").WithName("network-list-findings")
        .WithSummary("What stands out in the network. domains: the life domains of the plan, separated by commas; it is also told in which of these nobody helps.")
        .For(CallerKind.Professional, CallerKind.Family);

    private static async Task<Page<NetworkFinding>> ListAsync(Guid caseId, string? domains, Caller caller, PeopleAccess access, CancellationToken cancellationToken)
    {
        await access.RequireAsync(caseId, caller, cancellationToken);
        var chosen = (domains ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (chosen.Except(NetworkCodes.LifeDomains).FirstOrDefault() is not null)
        {
            throw Problem.Invalid("/domains", "unknown-code", "domains holds a life domain that is not in the list.");
        }

        var people = await access.Of(caseId, caller).AsNoTracking().InOrder().ToListAsync(cancellationToken);
        return new Page<NetworkFinding>(FindingRules.Of(people, chosen), null);
    }
}
