using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using EenPlan.Network.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Network.Cooperation;

internal static class CooperationRoutes
{
    public static void MapCooperation(this RouteGroupBuilder routes)
    {
        var views = routes.MapGroup("/cases/{caseId:guid}/cooperation").WithTags("Cooperation");
        views.MapGet("", ListAsync).WithName("network-list-cooperation").WithSummary("How those who take part find working together with each other and with the family, each side for itself.")
            .For(CallerKind.Professional);
        views.MapPut("/{toKind}/{toId:guid}", SayAsync).WithName("network-say-cooperation")
            .WithSummary("Say how you find working together with a colleague, or with the family (its id is the case). The first time: If-Match \"0\".")
            .Accepts<CooperationFields>("application/json").Produces<CooperationLine>().For(CallerKind.Professional);
        views.MapDelete("/{toKind}/{toId:guid}", TakeBackAsync).WithName("network-take-back-cooperation").WithSummary("Take your own view back.")
            .Produces(StatusCodes.Status204NoContent).For(CallerKind.Professional);
    }

    private static async Task<Page<CooperationLine>> ListAsync(Guid caseId, Caller caller, CooperationAccess access, CancellationToken cancellationToken)
    {
        await access.RequireAsync(caseId, caller, cancellationToken);
        var views = await access.Of(caseId, caller).AsNoTracking().OrderBy(view => view.SaidAt).ToListAsync(cancellationToken);
        return new Page<CooperationLine>([.. views.Select(CooperationLine.Of)], null);
    }

    private static async Task<IResult> SayAsync(Guid caseId, string toKind, Guid toId, HttpContext http, Caller caller, Input input, CooperationAccess access, Change<NetworkDb> change,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        await access.RequireAsync(caseId, caller, cancellationToken);
        var quality = input.Code("quality", CooperationCodes.Qualities, required: true) ?? "";
        input.Done();
        var view = await change.RunAsync(async () =>
        {
            if (!await access.Open(caseId, caller).AnyAsync(cancellationToken) || !await IsPartyAsync(access, caseId, toKind, toId, caller, cancellationToken))
            {
                throw Problem.NotFound();
            }

            var found = await OwnAsync(change.Db, caseId, toKind, toId, caller, cancellationToken);
            var now = found ?? new CooperationView { CaseId = caseId, ByProfessionalId = caller.Id, ToKind = toKind, ToId = toId, Quality = quality };
            Versions.RequireMatch(http, now.Version, () => CooperationLine.Of(now));
            if (found is null)
            {
                change.Db.Cooperation.Add(now);
            }

            (now.Quality, now.SaidAt, now.Version) = (quality, clock.GetUtcNow(), now.Version + 1);
            change.Db.Account(http, caseId, null);
            return now;
        }, cancellationToken);
        return Versions.Item(http, CooperationLine.Of(view), view.Version);
    }

    private static async Task<IResult> TakeBackAsync(Guid caseId, string toKind, Guid toId, HttpContext http, Caller caller, CooperationAccess access, Change<NetworkDb> change,
        CancellationToken cancellationToken)
    {
        await access.RequireAsync(caseId, caller, cancellationToken);
        await change.RunAsync(async () =>
        {
            var open = await access.Open(caseId, caller).AnyAsync(cancellationToken);
            var found = open ? await OwnAsync(change.Db, caseId, toKind, toId, caller, cancellationToken) : null;
            if (found is null)
            {
                throw Problem.NotFound();
            }

            Versions.RequireMatch(http, found.Version, () => CooperationLine.Of(found));
            change.Db.Cooperation.Remove(found);
            change.Db.Account(http, caseId, null, StatusCodes.Status204NoContent);
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Only the own view can be written: there is no route that names another professional as the one whose view it is.</summary>
    private static Task<CooperationView?> OwnAsync(NetworkDb db, Guid caseId, string toKind, Guid toId, Caller caller, CancellationToken cancellationToken) =>
        db.Cooperation.SingleOrDefaultAsync(view => view.CaseId == caseId && view.ByProfessionalId == caller.Id && view.ToKind == toKind && view.ToId == toId, cancellationToken);

    private static async Task<bool> IsPartyAsync(CooperationAccess access, Guid caseId, string toKind, Guid toId, Caller caller, CancellationToken cancellationToken) => toKind switch
    {
        CooperationCodes.Family => toId == caseId,
        CooperationCodes.Professional => toId != caller.Id && await access.Team(caseId).AnyAsync(row => row.HolderId == toId, cancellationToken),
        _ => false,
    };
}
