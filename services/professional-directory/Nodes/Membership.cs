using EenPlan.Directory.Accounts;
using EenPlan.Directory.Organisations;
using EenPlan.Directory.Persistence;
using EenPlan.Directory.Professionals;
using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Nodes;

/// <summary>Which organisations another node speaks for. Who that node is, the gateway found out before it asks.</summary>
internal static class Membership
{
    /// <summary>The name of a node: lower case letters, digits and hyphens.</summary>
    public static string NodeName(this Input input, string name)
    {
        var node = input.Line(name, required: true, max: NodeTables.LongestName) ?? "";
        if (node.Length > 0 && !NodeNames.IsGood(node))
        {
            input.Fail(name, "not-a-node", "The name of a node has lower case letters, digits and hyphens between them only.");
        }

        return node;
    }

    public static async Task<IResult> JoinAsync(Input input, Change<DirectoryDb> change, ServiceName<DirectoryDb> service, TimeProvider clock, CancellationToken cancellationToken)
    {
        var node = input.NodeName("node");
        if (node == service.Node)
        {
            input.Fail("node", "own-node", "This is the name of this node itself.");
        }

        var sent = input.Object("organisation", required: true);
        var id = sent?.Id("id", required: true) ?? Guid.Empty;
        var facts = sent is null ? null : OrganisationFacts.Read(sent);
        if (facts?.Kind == OrganisationFacts.Region)
        {
            sent!.Fail("kind", "unknown-code", "Another node cannot be the region here.");
        }

        sent?.Close();
        var existing = input.Id("existing");
        input.Done();
        await change.RunAsync(async () =>
        {
            await RequireJoinableAsync(change.Db, node, id, facts!, existing, cancellationToken);
            var row = await new Register(change.Db, clock.GetUtcNow()).OrganisationAsync(id, facts!, node, cancellationToken);
            (row.Node, row.NodeLeft) = (node, false);
            // What that node told before its organisation was known here was refused: it is heard once more.
            await ForgetPlaceAsync(change.Db, node, cancellationToken);
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    public static async Task<IResult> LeaveAsync(Input input, Change<DirectoryDb> change, TimeProvider clock, CancellationToken cancellationToken)
    {
        var node = input.NodeName("node");
        input.Done();
        await change.RunAsync(async () =>
        {
            await ForgetPlaceAsync(change.Db, node, cancellationToken);
            var register = new Register(change.Db, clock.GetUtcNow());
            foreach (var organisation in await change.Db.Organisations.Where(row => row.Node == node).ToListAsync(cancellationToken))
            {
                organisation.NodeLeft = true;
                foreach (var person in await change.Db.Professionals.Where(row => row.OrganisationId == organisation.Id && row.Active).ToListAsync(cancellationToken))
                {
                    await register.ProfessionalAsync(person.Id, organisation, ProfessionalFacts.Of(person), active: false, successorId: null, cancellationToken);
                }
            }
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Somebody of that node, when that node may speak for them; roles and organisation as they are known here.</summary>
    public static async Task<IdentityView> PersonAsync(Input input, DirectoryDb db, CancellationToken cancellationToken)
    {
        var node = input.NodeName("node");
        var id = input.Id("id", required: true);
        input.Done();
        return await db.Professionals.AsNoTracking().Where(row => row.Id == id && row.Active && row.Organisation!.Node == node && !row.Organisation.NodeLeft)
            .Select(row => new IdentityView(row.Id, IdentityKind.Professional, row.Name, row.Function, row.OrganisationId, row.Organisation!.Name, row.Roles, row.Organisation.Municipality))
            .SingleOrDefaultAsync(cancellationToken) ?? throw Problem.NotFound();
    }

    private static async Task RequireJoinableAsync(DirectoryDb db, string node, Guid id, OrganisationFacts facts, Guid? existing, CancellationToken cancellationToken)
    {
        var known = await db.Organisations.FindAsync([id], cancellationToken);
        // The same node may ask again: its first try may have got no further than here.
        var again = known is { NodeLeft: false } && known.Node == node;
        if (existing is null && known is not null && !again)
        {
            throw Known("There is an organisation with this id here. Invite its node for that organisation, so that it is handed over, or join with another one.");
        }

        if (existing is not null && (existing != id || known is null))
        {
            throw Known($"This invitation is for the organisation {existing}. Join with that id, so that its people stay who they are, or ask for an invitation for a new organisation.");
        }

        if (known is { Node: { } other, NodeLeft: false } && other != node)
        {
            throw Known("Another node speaks for this organisation. It has to leave first.");
        }

        if (known is not null && known.Kind != facts.Kind)
        {
            throw Known($"This organisation is known here as '{known.Kind}'. Join with that kind: it decides what its people may do.");
        }

        static ProblemException Known(string detail) => Problem.Conflict("organisation-known", detail);
    }

    private static async Task ForgetPlaceAsync(DirectoryDb db, string node, CancellationToken cancellationToken)
    {
        await db.NodeFeeds.Where(row => row.Node == node).ExecuteDeleteAsync(cancellationToken);
        await db.StagedNodeEvents.Where(row => row.Node == node).ExecuteDeleteAsync(cancellationToken);
    }
}
