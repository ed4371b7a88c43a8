using EenPlan.Cases.Households;
using EenPlan.Cases.Nodes;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Api;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Access;

/// <summary>What other services and the gateway ask: who may see what, and which family members an account stands for.</summary>
internal static class SystemRoutes
{
    private const int MostDemoAccounts = 200;

    public static void Map(RouteGroupBuilder system)
    {
        system.MapGet("/access", AccessAsync).ForServices("network", "subscriptions", "reporting");
        system.MapPost("/accounts/_identities", async (Input input, CasesDb db, CancellationToken cancellationToken) =>
        {
            var account = input.Text("account", required: true, max: 200);
            input.Done();
            return TypedResults.Json(await db.Household.AsNoTracking().Where(row => row.Account == account)
                .Select(row => new { row.Id, Kind = "family", row.Name, row.CaseId, Roles = Array.Empty<string>() }).ToListAsync(cancellationToken), Kit.Json.Options);
        }).ForServices("gateway");
        system.MapPost("/family-invitations/_redeem", async (Input input, Change<CasesDb> change, TimeProvider clock, CancellationToken cancellationToken) =>
        {
            var code = input.Text("code", required: true, max: 40);
            input.Done();
            return TypedResults.Json(new { account = await FamilyInvitations.RedeemAsync(code!, change, clock, cancellationToken) }, Kit.Json.Options);
        }).ForServices("gateway");
        system.MapGet("/demo-accounts", DemoAccountsAsync).ForServices("gateway");
        MemberCases.Map(system);
        Deletions.Map(system);
    }

    /// <summary>The state of one holder on one case, of everything one holder holds, or of an organisation; ended access is told too.</summary>
    private static async Task<IResult> AccessAsync(CasesDb db, Guid? caseId, string? holderKind, Guid? holderId, Guid? organisationId, CancellationToken cancellationToken)
    {
        if (organisationId is null && (holderKind is null || holderId is null))
        {
            throw Problem.Invalid("", "which-holder", "Ask for a holder or an organisation.");
        }

        var rows = db.CaseAccess.AsNoTracking();
        rows = organisationId is not null ? rows.Where(row => row.OrganisationId == organisationId) : rows.Where(row => row.HolderKind == holderKind && row.HolderId == holderId);
        rows = caseId is not null ? rows.Where(row => row.CaseId == caseId) : rows;
        return TypedResults.Json(await rows.Select(row => new CaseAccessChanged(row.CaseId, row.HolderKind, row.HolderId, row.OrganisationId, row.Level, row.Version)).ToListAsync(cancellationToken),
            Kit.Json.Options);
    }

    private static async Task<IResult> DemoAccountsAsync(CasesDb db, IConfiguration configuration, CancellationToken cancellationToken)
    {
        if (!configuration.GetValue("Demo:Enabled", false))
        {
            throw Problem.NotFound();
        }

        // A list to choose from: a whole region of families with access is no use to anybody. Those of a region that was made have accounts of another kind.
        var rows = await db.Household.AsNoTracking().Where(row => string.Compare(row.Account, "family-") >= 0 && string.Compare(row.Account, "family.") < 0).OrderBy(row => row.Account).Take(MostDemoAccounts)
            .Join(db.Cases, row => row.CaseId, row => row.Id, (row, opened) => new { row.Account, row.Name, opened.Alias, opened.OpenedAt, row.Rank }).ToListAsync(cancellationToken);
        return TypedResults.Json(rows.OrderBy(row => row.OpenedAt).ThenBy(row => row.Rank).Select(row => new
        {
            row.Account,
            row.Name,
            Description = new { Nl = $"{row.Alias}: ziet het eigen plan, wie er helpt en wie er keek", En = $"{row.Alias}: sees the own plan, who helps and who looked" },
            Kind = "family",
            OrganisationName = (string?)null,
        }).ToList(), Kit.Json.Options);
    }
}
