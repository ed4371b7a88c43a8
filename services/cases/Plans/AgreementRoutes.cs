using EenPlan.Cases.Access;
using EenPlan.Cases.Expectations;
using EenPlan.Cases.Reference;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Plans;

internal static class AgreementRoutes
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapPost("/cases/{caseId:guid}/agreements", AddAsync).WithName("add-agreement").WithSummary("Add an agreement between parties").Accepts<AgreementFields>("application/json")
            .Produces<AgreementView>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).For(CallerKind.Professional, CallerKind.Family);
        v1.MapGet("/cases/{caseId:guid}/agreements/{id:guid}", ReadAsync).WithName("read-agreement").WithSummary("One agreement").Produces<AgreementView>().ProducesProblem(404)
            .For(CallerKind.Professional, CallerKind.Family);
        v1.MapPatch("/cases/{caseId:guid}/agreements/{id:guid}", ChangeAsync).WithName("change-agreement").WithSummary("Change an agreement, or say whether it is kept")
            .Accepts<AgreementFields>("application/json").Produces<AgreementView>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428)
            .For(CallerKind.Professional, CallerKind.Family);
        v1.MapDelete("/cases/{caseId:guid}/agreements/{id:guid}", RemoveAsync).WithName("remove-agreement").WithSummary("Take an agreement out of the plan")
            .Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428).For(CallerKind.Professional, CallerKind.Family);
    }

    private static async Task<IResult> ReadAsync(Guid caseId, Guid id, HttpContext http, Caller caller, PlanItems items, CancellationToken cancellationToken)
    {
        var view = await items.AgreementAsync(caseId, id, caller, cancellationToken);
        return Versions.Item(http, view, view.Version);
    }

    private static async Task<IResult> AddAsync(
        Guid caseId, HttpContext http, Input input, Caller caller, CaseWork work, PlanReading reading, PlanItems items, ReferenceLists lists, FindingReading findings,
        CancellationToken cancellationToken)
    {
        var id = await work.CreateAsync(http, caseId, caller, input, async open =>
        {
            PlanRoutes.RequireEditor(open);
            await Room.RequireAsync(open.Db.Agreements.Where(row => row.CaseId == caseId), Room.Agreements, "agreements", cancellationToken);
            var desk = await PlanDesk.OpenAsync(open, reading, cancellationToken);
            await open.DraftAsync(cancellationToken);
            var agreement = new Agreement { Id = Guid.CreateVersion7(), CaseId = caseId, Text = "", Type = "", MadeAt = open.Now };
            AgreementRules.Read(input, agreement, isNew: true, lists, desk.People);
            AgreementRules.ReadKept(input, agreement);
            Hiding.Read(input, agreement, open, lists.LegalGrounds);
            input.Done();
            if (agreement.Finding is { } about && (await findings.CheckAsync(caseId, desk.Viewer, caller, cancellationToken)).Find(about) is null)
            {
                throw FindingReading.Gone();
            }

            open.Db.Agreements.Add(agreement);
            open.Record(new AgreementAdded(caseId, agreement.Id), agreement.IsHidden(open.Today));
            if (agreement.Kept is not null)
            {
                open.Record(new AgreementKept(caseId, agreement.Id, agreement.Kept), agreement.IsHidden(open.Today));
            }

            return agreement.Id;
        }, cancellationToken);
        var view = await items.AgreementAsync(caseId, id, caller, cancellationToken);
        return Versions.Created(http, $"/cases/v1/cases/{caseId}/agreements/{id}", view, view.Version);
    }

    private static async Task<IResult> ChangeAsync(
        Guid caseId, Guid id, HttpContext http, Input input, Caller caller, CaseWork work, PlanReading reading, PlanItems items, ReferenceLists lists, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            var desk = await PlanDesk.OpenAsync(open, reading, cancellationToken);
            var current = desk.Seen.Agreement(id);
            var agreement = await open.Db.Agreements.SingleAsync(row => row.Id == id, cancellationToken);
            AgreementRules.RequireMay(open, input, agreement);
            await open.RequireMatchAsync(http, current.Version, id.ToString(), desk.People, () => current, cancellationToken);
            AgreementRules.Read(input, agreement, isNew: false, lists, desk.People);
            AgreementRules.ReadKept(input, agreement);
            Hiding.Read(input, agreement, open, lists.LegalGrounds);
            input.Done();
            await RecordChangeAsync(open, agreement, cancellationToken);
            return 0;
        }, cancellationToken);
        return await ReadAsync(caseId, id, http, caller, items, cancellationToken);
    }

    /// <summary>Gives an agreement its next version and tells what changed, if anything did.</summary>
    internal static async Task RecordChangeAsync(OpenCase open, Agreement agreement, CancellationToken cancellationToken)
    {
        var fields = ChangedFields.Of(open.Db, agreement);
        if (fields.Count == 0)
        {
            return;
        }

        agreement.Version++;
        var hidden = agreement.IsHidden(open.Today);
        if (fields.Remove(AgreementRules.Kept))
        {
            open.Record(new AgreementKept(open.Id, agreement.Id, agreement.Kept), hidden);
        }

        if (fields.Count > 0)
        {
            open.Record(new AgreementChanged(open.Id, agreement.Id, ChangedFields.Tellable(fields, hidden)), hidden);
        }

        if (fields.Contains(ChangedFields.Hiding))
        {
            Hiding.Tell(open, agreement.Id, agreement);
        }

        if (PlanVersioning.MakesNewVersion(fields))
        {
            await open.DraftAsync(cancellationToken);
        }
    }

    private static async Task<IResult> RemoveAsync(
        Guid caseId, Guid id, HttpContext http, Caller caller, CaseWork work, PlanReading reading, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            var desk = await PlanDesk.OpenAsync(open, reading, cancellationToken);
            var current = desk.Seen.Agreement(id);
            PlanRoutes.RequireEditor(open);
            await open.RequireMatchAsync(http, current.Version, id.ToString(), desk.People, () => current, cancellationToken);
            await open.DraftAsync(cancellationToken);
            var agreement = await open.Db.Agreements.SingleAsync(row => row.Id == id, cancellationToken);
            open.Db.Agreements.Remove(agreement);
            open.Record(new AgreementRemoved(caseId, id), agreement.IsHidden(open.Today));
            Hiding.TellTakenOut(open, id, agreement.IsHidden(open.Today));
            return 0;
        }, cancellationToken);
        return TypedResults.NoContent();
    }
}
