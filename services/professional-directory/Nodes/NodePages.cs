using EenPlan.Directory.Persistence;
using EenPlan.Directory.Professionals;
using EenPlan.Kit.Api;
using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Nodes;

/// <summary>How far the directory of another node was read.</summary>
internal sealed record NodeProgress(Guid? Epoch, long Number);

/// <summary>What came of a page: how far that node was read now, and how many of its events were not believed.</summary>
internal sealed record AppliedPage(Guid Epoch, long Number, int Refused);

/// <summary>A page of the journal of another node's directory.</summary>
/// <param name="Node">The node, as the gateway knows it by its signature.</param>
/// <param name="Epoch">Epoch of that journal.</param>
/// <param name="After">The page begins after this number.</param>
/// <param name="To">And ends with this one.</param>
/// <param name="Head">How far that journal went when the page was made.</param>
/// <param name="Events">Its events, each for itself.</param>
internal sealed record NodePage(string Node, Guid Epoch, long After, long To, long Head, IReadOnlyList<Input?> Events)
{
    public const int MostEvents = 500;

    public static NodePage Read(Input input)
    {
        var node = input.NodeName("node");
        var epoch = input.Id("epoch", required: true) ?? Guid.Empty;
        var (after, to) = (input.Long("after", 0, long.MaxValue) ?? 0, input.Long("to", 0, long.MaxValue) ?? 0);
        var head = input.Long("head", 0, long.MaxValue) ?? to;
        if (to < after)
        {
            input.Fail("to", "out-of-range", "A page ends where it begins, or later.");
        }

        var page = new NodePage(node, epoch, after, to, head, input.Apart("events", MostEvents));
        input.Done();
        return page;
    }
}

/// <summary>
/// Takes over what another node tells of its own organisations and people. A page is one transaction with how far was read, so that it is applied once;
/// a journal that is read from its start (a new one, or after a restore) counts when its end is reached, and then only what is different from what is here.
/// </summary>
internal sealed class NodePages(Change<DirectoryDb> change, IConfiguration configuration, TimeProvider clock)
{
    private const int MostPeople = 20_000;
    private const int KeptRefusals = 100;

    private DirectoryDb Db => change.Db;

    public Task<AppliedPage> ApplyAsync(NodePage page, CancellationToken cancellationToken) => change.RunAsync(async () =>
    {
        var feed = await PlaceAsync(page, cancellationToken);
        var judgement = new Judgement(Db, page.Node, page.After, page.To, configuration.GetValue("Nodes:MostPeople", MostPeople));
        var (told, refused) = await JudgeAsync(page, judgement, cancellationToken);
        if (feed.PastUntil is { } end && page.To < end)
        {
            await StageAsync(page.Node, told, cancellationToken);
        }
        else
        {
            await CarryOutAsync(page.Node, feed.PastUntil is not null, told, judgement, cancellationToken);
            feed.PastUntil = null;
        }

        feed.Number = page.To;
        return new AppliedPage(feed.Epoch, feed.Number, refused);
    }, cancellationToken);

    /// <summary>A page must begin where the last one ended; another epoch begins at the start.</summary>
    private async Task<NodeFeed> PlaceAsync(NodePage page, CancellationToken cancellationToken)
    {
        var feed = await Db.NodeFeeds.FindAsync([page.Node], cancellationToken);
        if (feed is not null && feed.Epoch == page.Epoch ? feed.Number != page.After : page.After != 0)
        {
            throw Problem.Conflict("feed-moved", "This node was read up to another place. Ask how far, and go on from there.");
        }

        if (feed is null || feed.Epoch != page.Epoch)
        {
            feed ??= Db.NodeFeeds.Add(new NodeFeed { Node = page.Node }).Entity;
            (feed.Epoch, feed.PastUntil) = (page.Epoch, page.Head);
            await Db.StagedNodeEvents.Where(row => row.Node == page.Node).ExecuteDeleteAsync(cancellationToken);
        }

        return feed;
    }

    private async Task<(List<(long Number, ToldByNode Told)> Told, int Refused)> JudgeAsync(NodePage page, Judgement judgement, CancellationToken cancellationToken)
    {
        var believed = new List<(long, ToldByNode)>();
        var refused = 0;
        foreach (var sent in page.Events)
        {
            var (told, number, reason) = await judgement.OfAsync(sent, cancellationToken);
            if (reason.Length == 0)
            {
                believed.Add((number, told!));
            }
            else if (++refused <= KeptRefusals)
            {
                Db.RefusedNodeEvents.Add(new RefusedNodeEvent { Node = page.Node, Number = number, Reason = reason, At = clock.GetUtcNow() });
            }
        }

        if (refused > 0)
        {
            await Db.SaveChangesAsync(cancellationToken);
            var old = await Db.RefusedNodeEvents.Where(row => row.Node == page.Node).OrderByDescending(row => row.Id).Skip(KeptRefusals).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);
            await Db.RefusedNodeEvents.Where(row => row.Node == page.Node && row.Id <= old).ExecuteDeleteAsync(cancellationToken);
        }

        return (believed, refused);
    }

    private async Task StageAsync(string node, List<(long Number, ToldByNode Told)> told, CancellationToken cancellationToken)
    {
        foreach (var (number, last) in told)
        {
            var row = await Db.StagedNodeEvents.FindAsync([node, last.SubjectId], cancellationToken);
            if (row is null)
            {
                Db.StagedNodeEvents.Add(new StagedNodeEvent { Node = node, SubjectId = last.SubjectId, Number = number, Told = last });
            }
            else
            {
                (row.Number, row.Told) = (number, last);
            }
        }
    }

    /// <summary>In the order in which it was told; what was told of the past about one person, only the last.</summary>
    private async Task CarryOutAsync(string node, bool past, List<(long Number, ToldByNode Told)> told, Judgement judgement, CancellationToken cancellationToken)
    {
        if (past)
        {
            var staged = await Db.StagedNodeEvents.AsNoTracking().Where(row => row.Node == node).ToListAsync(cancellationToken);
            told = [.. staged.Select(row => (row.Number, row.Told)).Concat(told).GroupBy(item => item.Told.SubjectId).Select(group => group.MaxBy(item => item.Number)).OrderBy(item => item.Number)];
            await Db.StagedNodeEvents.Where(row => row.Node == node).ExecuteDeleteAsync(cancellationToken);
        }

        var register = new Register(Db, clock.GetUtcNow());
        foreach (var (_, item) in told)
        {
            if (await judgement.OrganisationAsync(item.OrganisationId, cancellationToken) is not { } organisation)
            {
                continue;
            }

            if (item.Organisation is { } facts)
            {
                await register.OrganisationAsync(organisation.Id, facts, node, cancellationToken);
            }
            else
            {
                await register.ProfessionalAsync(item.ProfessionalId!.Value, organisation, item.Professional!, item.Active, item.SuccessorId, cancellationToken);
            }
        }
    }
}
