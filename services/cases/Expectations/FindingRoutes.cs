using System.Globalization;
using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Expectations;

/// <summary>The expectation check over the interface: what was never said aloud, settling it, and setting it aside.</summary>
internal static class FindingRoutes
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/cases/{caseId:guid}/findings", ListAsync).WithName("read-findings").WithSummary("What was never said aloud, found by comparing cards, plan and network")
            .Produces<Page<FindingView>>().ProducesProblem(404).For(CallerKind.Professional, CallerKind.Family);
        v1.MapGet("/cases/{caseId:guid}/findings/{id}", ReadAsync).WithName("read-finding").WithSummary("One finding with its facts")
            .Produces<FindingView>().ProducesProblem(404).For(CallerKind.Professional, CallerKind.Family);
        v1.MapPost("/cases/{caseId:guid}/findings/{id}/settling", SettleAsync).WithName("settle-finding")
            .WithSummary("Do what the finding proposes to the caller; 409 when it is not there any more, 412 when its facts are others than those of If-Match")
            .Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428).OnState().For(CallerKind.Professional, CallerKind.Family);
        v1.MapPut("/cases/{caseId:guid}/findings/{id}/setting-aside", SetAsideAsync).WithName("set-finding-aside")
            .WithSummary("Set a finding aside with a reason; it comes back when its facts change").Accepts<SettingAside>("application/json")
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428).For(CallerKind.Professional);
        v1.MapDelete("/cases/{caseId:guid}/findings/{id}/setting-aside", TakeBackAsync).WithName("take-back-finding").WithSummary("Show a finding again that was set aside")
            .Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428).For(CallerKind.Professional);
    }

    private static async Task<IResult> ListAsync(Guid caseId, Caller caller, FindingReading reading, CancellationToken cancellationToken) =>
        TypedResults.Json(new Page<FindingView>(await reading.ReadAsync(caseId, caller, cancellationToken), null), Kit.Json.Options);

    private static async Task<IResult> ReadAsync(Guid caseId, string id, HttpContext http, Caller caller, FindingReading reading, CancellationToken cancellationToken)
    {
        var view = (await reading.ReadAsync(caseId, caller, cancellationToken)).FirstOrDefault(finding => finding.Id == id) ?? throw Problem.NotFound();
        return Versions.Item(http, view, view.Version);
    }

    private static async Task<IResult> SettleAsync(Guid caseId, string id, HttpContext http, Caller caller, CaseWork work, FindingReading reading, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            var (found, finding) = await reading.RequireAsync(http, open, id, cancellationToken);
            await Settling.SettleAsync(open, found, finding, cancellationToken);
            return 0;
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> SetAsideAsync(Guid caseId, string id, HttpContext http, Input input, Caller caller, CaseWork work, FindingReading reading, CasesDb db, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            var finding = await RequireMayAsync(http, open, id, reading, cancellationToken);
            var reason = input.Text("reason", required: true, max: SetAsideFinding.LongestReason);
            input.Done();
            var row = await db.SetAside.FindAsync([caseId, id], cancellationToken)
                ?? db.SetAside.Add(new SetAsideFinding { CaseId = caseId, Finding = id, Facts = "", Reason = "", ByKind = "" }).Entity;
            (row.Facts, row.Reason, row.ByKind, row.ById, row.At) = (finding.Whole.ToString(CultureInfo.InvariantCulture), reason!, caller.HolderKind, caller.Id, open.Now);
            open.Record(new FindingSetAside(caseId, finding.Kind, Aside: true), hiddenFromFamily: true);
            return 0;
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> TakeBackAsync(Guid caseId, string id, HttpContext http, Caller caller, CaseWork work, FindingReading reading, CasesDb db, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            var finding = await RequireMayAsync(http, open, id, reading, cancellationToken);
            if (await db.SetAside.SingleOrDefaultAsync(row => row.CaseId == caseId && row.Finding == id, cancellationToken) is { } row)
            {
                db.SetAside.Remove(row);
                open.Record(new FindingSetAside(caseId, finding.Kind, Aside: false), hiddenFromFamily: true);
            }

            return 0;
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Finding> RequireMayAsync(HttpContext http, OpenCase open, string id, FindingReading reading, CancellationToken cancellationToken)
    {
        var (found, finding) = await reading.RequireAsync(http, open, id, cancellationToken);
        Permissions.Require(Deeds.MaySetAside(finding, found.Doer), "Whom the finding concerns sets it aside, or the coordinator.");
        return finding;
    }
}
