using EenPlan.Directory.Persistence;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Nodes;

/// <summary>An organisation that this node maintains, as it introduces itself to another node.</summary>
internal sealed record OwnOrganisation(Guid Id, string Name, string Kind, string? Municipality, string? Phone);

/// <summary>The name of an organisation.</summary>
internal sealed record OrganisationName(Guid Id, string Name);

/// <summary>What the gateway asks on behalf of other nodes, or in order to speak with them.</summary>
internal static class NodeRoutes
{
    public static void MapNodes(this RouteGroupBuilder system)
    {
        system.MapGet("/feed", FeedAsync).ForServices("gateway");
        system.MapGet("/own-organisations", OwnAsync).ForServices("gateway");
        var nodes = system.MapGroup("/nodes");
        nodes.MapGet("/{node}", ProgressAsync).ForServices("gateway");
        nodes.MapPost("/_join", Membership.JoinAsync).ForServices("gateway");
        nodes.MapPost("/_leave", Membership.LeaveAsync).ForServices("gateway");
        nodes.MapPost("/_person", Membership.PersonAsync).ForServices("gateway");
        nodes.MapPost("/_organisations", NamesAsync).ForServices("gateway");
        nodes.MapPost("/_apply", (Input input, NodePages pages, CancellationToken cancellationToken) => pages.ApplyAsync(NodePage.Read(input), cancellationToken)).ForServices("gateway");
    }

    private static Task<FeedPage> FeedAsync(long? after, int? limit, int? wait, OwnFeed feed, CancellationToken cancellationToken) => feed.ReadAsync(
        Math.Max(after ?? 0, 0), Math.Clamp(limit ?? OwnFeed.MostEvents, 1, OwnFeed.MostEvents), TimeSpan.FromSeconds(Math.Clamp(wait ?? 0, 0, OwnFeed.LongestWait)), cancellationToken);

    private static Task<List<OwnOrganisation>> OwnAsync(DirectoryDb db, CancellationToken cancellationToken) =>
        db.Organisations.AsNoTracking().Where(row => row.Node == null).OrderBy(row => row.SortKey)
            .Select(row => new OwnOrganisation(row.Id, row.Name, row.Kind, row.Municipality, row.Phone)).ToListAsync(cancellationToken);

    private static async Task<NodeProgress> ProgressAsync(string node, DirectoryDb db, CancellationToken cancellationToken) =>
        await db.NodeFeeds.AsNoTracking().Where(row => row.Node == node).Select(row => new NodeProgress(row.Epoch, row.Number)).SingleOrDefaultAsync(cancellationToken)
        ?? new NodeProgress(null, 0);

    private static async Task<List<OrganisationName>> NamesAsync(Input input, DirectoryDb db, CancellationToken cancellationToken)
    {
        var ids = input.Ids("ids");
        input.Done();
        return await db.Organisations.AsNoTracking().Where(row => ids.Contains(row.Id)).OrderBy(row => row.SortKey).Select(row => new OrganisationName(row.Id, row.Name)).ToListAsync(cancellationToken);
    }
}
