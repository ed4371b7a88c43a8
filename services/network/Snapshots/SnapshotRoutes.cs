using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using EenPlan.Network.People;
using EenPlan.Network.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Network.Snapshots;

internal static class SnapshotRoutes
{
    /// <summary>One a week for a year; keeps the list readable.</summary>
    private const int MostSnapshots = 50;

    private const int LabelLength = 120;

    public static void MapSnapshots(this RouteGroupBuilder routes)
    {
        var snapshots = routes.MapGroup("/cases/{caseId:guid}/snapshots").WithTags("Snapshots");
        snapshots.MapGet("", ListAsync).WithName("network-list-snapshots").WithSummary("The moments of which the network was kept, newest first.")
            .For(CallerKind.Professional, CallerKind.Family);
        snapshots.MapGet("/{id:guid}", GetAsync).WithName("network-get-snapshot").WithSummary("The network as it was at one of those moments.")
            .For(CallerKind.Professional, CallerKind.Family);
        snapshots.MapPost("", TakeAsync).WithName("network-take-snapshot").WithSummary("Keep the network as it is now, to look back at later.")
            .Accepts<SnapshotFields>("application/json").Produces<SnapshotView>(StatusCodes.Status201Created).For(CallerKind.Professional, CallerKind.Family);
    }

    private static async Task<Page<SnapshotLine>> ListAsync(Guid caseId, Caller caller, PeopleAccess access, NetworkDb db, CancellationToken cancellationToken)
    {
        await access.RequireAsync(caseId, caller, cancellationToken);
        return new Page<SnapshotLine>(await Of(db, access, caseId, caller).OrderByDescending(row => row.TakenAt)
            .Select(row => new SnapshotLine(row.Id, row.Label, row.TakenAt, row.Count)).ToListAsync(cancellationToken), null);
    }

    private static async Task<SnapshotView> GetAsync(Guid caseId, Guid id, Caller caller, PeopleAccess access, NetworkDb db, CancellationToken cancellationToken)
    {
        await access.RequireAsync(caseId, caller, cancellationToken);
        return SnapshotView.Of(await FindAsync(db, access, caseId, id, caller, cancellationToken));
    }

    private static async Task<IResult> TakeAsync(Guid caseId, HttpContext http, Caller caller, Input input, PeopleAccess access, Change<NetworkDb> change, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        await access.RequireAsync(caseId, caller, cancellationToken);
        var label = input.Text("label", required: true, max: LabelLength) ?? "";
        input.Done();
        var id = await change.CreateOnceAsync(http, caller, input, async () =>
        {
            // Access may have ended while we waited for our turn.
            if (!await access.Open(caseId, caller).AnyAsync(cancellationToken))
            {
                throw Problem.NotFound();
            }

            if (await change.Db.Snapshots.CountAsync(row => row.CaseId == caseId, cancellationToken) >= MostSnapshots)
            {
                throw Problem.Conflict("snapshots-full", $"There are {MostSnapshots} moments of this network, and no more are kept.");
            }

            var people = await access.Of(caseId, caller).AsNoTracking().InOrder().ToListAsync(cancellationToken);
            var taken = new Snapshot { Id = Guid.CreateVersion7(), CaseId = caseId, Label = label, TakenAt = clock.GetUtcNow(), Count = people.Count, People = people.ConvertAll(PersonView.Of) };
            change.Db.Snapshots.Add(taken);
            change.Db.Account(http, caseId, taken.Id, StatusCodes.Status201Created);
            return taken.Id;
        }, cancellationToken);
        var snapshot = await FindAsync(change.Db, access, caseId, id, caller, cancellationToken);
        return Versions.Created(http, $"/network/v1/cases/{caseId}/snapshots/{id}", SnapshotView.Of(snapshot), 1);
    }

    private static async Task<Snapshot> FindAsync(NetworkDb db, PeopleAccess access, Guid caseId, Guid id, Caller caller, CancellationToken cancellationToken) =>
        await Of(db, access, caseId, caller).SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw Problem.NotFound();

    private static IQueryable<Snapshot> Of(NetworkDb db, PeopleAccess access, Guid caseId, Caller caller)
    {
        var open = access.Open(caseId, caller);
        return db.Snapshots.AsNoTracking().Where(row => row.CaseId == caseId && open.Any(holder => holder.CaseId == row.CaseId));
    }
}
