using EenPlan.Cases.Persistence;
using EenPlan.Kit.Access;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Nodes;

/// <summary>That a professional takes part in a case: what an organisation with its own node may keep for when this one is away.</summary>
internal sealed record MemberCase(Guid ProfessionalId, Guid CaseId, string Reference, string Level);

/// <summary>Who of an organisation takes part in what; ids and codes only, no name and nothing of the plan.</summary>
internal static class MemberCases
{
    private const string Action = "list-member-cases";

    public static void Map(RouteGroupBuilder system) => system.MapGet("/member-cases", ListAsync).ForServices("gateway");

    private static async Task<IResult> ListAsync(
        Guid organisationId, CasesDb db, [FromKeyedServices("cases")] AuditStore audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var professional = nameof(CallerKind.Professional).ToLowerInvariant();
        var rows = await db.CaseAccess.AsNoTracking().OfOrganisation(organisationId).Where(row => row.HolderKind == professional)
            .Select(row => new { row.HolderId, row.CaseId, row.Level }).ToListAsync(cancellationToken);
        // One line and not one for each case: the list says no more than that its own people take part, which the family reads with the plan, and it is asked every minute.
        await audit.AppendAsync(new AuditLine
        {
            Id = Guid.CreateVersion7(), At = clock.GetUtcNow(), ActorKind = nameof(CallerKind.Machine).ToLowerInvariant(), OrganisationId = organisationId,
            Action = Action, ActionCode = "R", Purpose = "member-node", Outcome = StatusCodes.Status200OK,
        });
        return TypedResults.Json(rows.ConvertAll(row => new MemberCase(row.HolderId, row.CaseId, CaseReference.Of(row.CaseId), row.Level!)), Kit.Json.Options);
    }
}
