using EenPlan.Directory.Accounts;
using EenPlan.Directory.Persistence;
using EenPlan.Directory.Professionals;
using EenPlan.Kit.Api;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Organisations;

/// <summary>How a node begins: its operator adds the first organisation with its administrator, who then adds the people.</summary>
internal static class OrganisationAdding
{
    public static void MapOrganisationAdding(this RouteGroupBuilder system) => system.MapPost("/organisations/_add", AddAsync).ForServices("operator");

    private static async Task<IResult> AddAsync(Input input, Change<DirectoryDb> change, TimeProvider clock, CancellationToken cancellationToken)
    {
        var facts = OrganisationFacts.Read(input);
        var administrator = input.Line("administrator", required: true, max: 200);
        var account = input.Line("account", required: true, max: AccountWriting.LongestName)?.Trim();
        var roles = input.Flag("nodeAdministrator") == true ? new List<string> { Caller.NodeAdministratorRole } : [];
        input.Done();
        var id = await change.RunAsync(async () =>
        {
            await RequireNewAsync(change.Db, facts.Name, cancellationToken);
            var organisation = await new Register(change.Db, clock.GetUtcNow()).OrganisationAsync(Guid.CreateVersion7(), facts, node: null, cancellationToken);
            var row = new Administrator { Id = Guid.CreateVersion7(), OrganisationId = organisation.Id, Name = administrator!, Roles = roles };
            change.Db.Administrators.Add(row);
            await change.Db.SignsInWithAsync(row.Id, IdentityKind.Administrator, account!, administrator!, cancellationToken);
            return organisation.Id;
        }, cancellationToken);
        return TypedResults.Ok(new { id });
    }

    /// <summary>Typed twice, it is made once: names of organisations stand in order, so that this one is found without reading all.</summary>
    private static async Task RequireNewAsync(DirectoryDb db, string name, CancellationToken cancellationToken)
    {
        var (from, to) = ($"{name} ", $"{name} g");
        if (await db.Organisations.AnyAsync(row => string.Compare(row.SortKey, from) > 0 && string.Compare(row.SortKey, to) < 0 && row.Name == name, cancellationToken))
        {
            throw Problem.Conflict("organisation-known", "There is an organisation with this name already. Nothing was added.");
        }
    }
}
