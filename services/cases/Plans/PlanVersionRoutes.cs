using System.Text.Json;
using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Cases;
using EenPlan.Kit;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Plans;

internal static class PlanVersionRoutes
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapPost("/cases/{caseId:guid}/plan-versions", PutForwardAsync).WithName("put-plan-forward").WithSummary("Put the plan forward as a version for the family to agree with")
            .Accepts<PutForward>("application/json").Produces<PlanVersionView>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409)
            .For(CallerKind.Professional);
        v1.MapGet("/cases/{caseId:guid}/plan-versions", ListAsync).WithName("list-plan-versions").WithSummary("Versions of the plan, newest first").Produces<Page<PlanVersionLine>>()
            .ProducesProblem(404).For(CallerKind.Professional, CallerKind.Family);
        v1.MapGet("/cases/{caseId:guid}/plan-versions/{number:int}", ReadAsync).WithName("read-plan-version").WithSummary("One version with the plan as it was and the answers")
            .Produces<PlanVersionView>().ProducesProblem(404).For(CallerKind.Professional, CallerKind.Family);
        v1.MapPost("/cases/{caseId:guid}/plan-versions/{number:int}/approvals", AnswerAsync).WithName("answer-plan-version").WithSummary("Agree or disagree with the latest version")
            .Accepts<AnswerFields>("application/json").Produces<PlanVersionView>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409)
            .For(CallerKind.Professional, CallerKind.Family);
    }

    private static async Task<IResult> ListAsync(Guid caseId, Caller caller, CaseWork work, PlanVersionReading versions, CancellationToken cancellationToken)
    {
        var viewer = await Viewer.RequireAsync(work, caseId, caller, cancellationToken);
        return TypedResults.Json(new Page<PlanVersionLine>(await versions.ListAsync(caseId, viewer, cancellationToken), null), Json.Options);
    }

    private static async Task<IResult> ReadAsync(Guid caseId, int number, HttpContext http, Caller caller, CaseWork work, PlanVersionReading versions, CancellationToken cancellationToken)
    {
        var viewer = await Viewer.RequireAsync(work, caseId, caller, cancellationToken);
        return Versions.Item(http, await versions.OneAsync(caseId, number, viewer, cancellationToken), number);
    }

    private static async Task<IResult> PutForwardAsync(
        Guid caseId, HttpContext http, Input input, Caller caller, CaseWork work, PlanReading reading, PlanVersionReading versions, CancellationToken cancellationToken)
    {
        var id = await work.CreateAsync(http, caseId, caller, input, async open =>
        {
            Permissions.Require(open.May.PutForward, "The coordinator puts the plan forward.");
            input.Done();
            return await MakeVersionAsync(open, reading, cancellationToken);
        }, cancellationToken);
        var number = await work.Db.PlanVersions.AsNoTracking().Where(row => row.CaseId == caseId && row.Id == id).Select(row => row.Number).SingleAsync(cancellationToken);
        return await CreatedAsync(caseId, number, http, caller, work, versions, cancellationToken);
    }

    private static async Task<Guid> MakeVersionAsync(OpenCase open, PlanReading reading, CancellationToken cancellationToken)
    {
        var viewer = Viewer.Of(open) with { Level = AccessLevel.Professional };
        var people = await CasePeople.LoadAsync(open.Db, open.Id, viewer, cancellationToken);
        var view = await reading.ReadAsync(open.Id, viewer, people, cancellationToken);
        var plan = await open.Db.Plans.SingleAsync(row => row.CaseId == open.Id, cancellationToken);
        if (view is { CurrentVersion: not null, ChangedSinceVersion: false })
        {
            throw Problem.Conflict("nothing-changed", "Nothing changed since the last version, so there is nothing new to agree with.");
        }

        PlanVersioning.RequireReady(plan, view.Goals.Count, open.Today);
        var number = (plan.CurrentVersion ?? 0) + 1;
        (plan.CurrentVersion, plan.ChangedSinceVersion, plan.Version) = (number, false, plan.Version + 1);
        var snapshot = new PlanSnapshot(
            view with { Version = plan.Version, Status = PlanStatus.PutForward, CurrentVersion = number, ChangedSinceVersion = false },
            [.. people.Members.Select(member => new NamedMember(member.Key, member.Value))]);
        var version = new PlanVersion
        {
            Id = Guid.CreateVersion7(), CaseId = open.Id, Number = number, PutForwardAt = open.Now, PutForwardBy = open.Caller.Id, Snapshot = JsonSerializer.Serialize(snapshot, Json.Options),
        };
        open.Db.PlanVersions.Add(version);
        open.Record(new PlanPutForward(open.Id, number));
        return version.Id;
    }

    private static async Task<IResult> AnswerAsync(
        Guid caseId, int number, HttpContext http, Input input, Caller caller, CaseWork work, PlanReading reading, PlanVersionReading versions, CancellationToken cancellationToken)
    {
        await work.CreateAsync(http, caseId, caller, input, async open =>
        {
            Permissions.Require(open.May.Answer, "The family answers whether it agrees with the plan.");
            var current = await open.Db.Plans.Where(row => row.CaseId == caseId).Select(row => row.CurrentVersion).SingleAsync(cancellationToken);
            if (number < 1 || number > (current ?? 0))
            {
                throw Problem.NotFound();
            }

            if (number != current)
            {
                throw Problem.Conflict("not-latest", $"There is a newer version now: version {current}. Read that one and answer it.");
            }

            var answer = PlanCodes.Parse<PlanAnswerKind>(input.Code("answer", PlanCodes.All<PlanAnswerKind>(), required: true));
            var ownView = input.Text("ownView");
            input.Done();
            await StoreAsync(open, number, answer!.Value, ownView, cancellationToken);
            await PlanAgreement.TellAsync(open, reading, cancellationToken);
            return caller.Id;
        }, cancellationToken);
        return await CreatedAsync(caseId, number, http, caller, work, versions, cancellationToken);
    }

    private static async Task StoreAsync(OpenCase open, int number, PlanAnswerKind answer, string? ownView, CancellationToken cancellationToken)
    {
        var row = await open.Db.PlanAnswers.FindAsync([open.Id, number, open.Caller.Id], cancellationToken);
        if (row is not null && row.Answer == answer && row.OwnView == ownView)
        {
            return;
        }

        row ??= open.Db.PlanAnswers.Add(new PlanAnswer { CaseId = open.Id, Number = number, MemberId = open.Caller.Id }).Entity;
        (row.Answer, row.OwnView, row.AnsweredAt) = (answer, ownView, open.Now);
        open.Record(new PlanAnswered(open.Id, number, open.Caller.Id, PlanCodes.Of(answer)));
    }

    private static async Task<IResult> CreatedAsync(
        Guid caseId, int number, HttpContext http, Caller caller, CaseWork work, PlanVersionReading versions, CancellationToken cancellationToken)
    {
        var viewer = await Viewer.RequireAsync(work, caseId, caller, cancellationToken);
        return Versions.Created(http, $"/cases/v1/cases/{caseId}/plan-versions/{number}", await versions.OneAsync(caseId, number, viewer, cancellationToken), number);
    }
}
