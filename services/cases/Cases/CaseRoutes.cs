using EenPlan.Cases.Access;
using EenPlan.Cases.Reference;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Identity;
using EenPlan.Contracts.Cases;
using EenPlan.Cases.Persistence;
using EenPlan.Kit.Data;

namespace EenPlan.Cases.Cases;

/// <summary>A case as it is opened at intake.</summary>
/// <param name="Involved">Professionals who are already involved; they are invited.</param>
public sealed record NewCase(string Alias, string Municipality, IReadOnlyList<string> Criteria, LegalGroundView LegalGround, string Method, string CoordinatorLabel,
    IReadOnlyList<Households.NewMember> Household, IReadOnlyList<Involvements.NewInvolvement>? Involved);

/// <summary>Facts at the head of a case; only fields that change are sent.</summary>
public sealed record CaseChanges(string? Alias, string? Municipality, IReadOnlyList<string>? Criteria, LegalGroundView? LegalGround, string? Method, string? CoordinatorLabel);

/// <summary>Text to look for in one's own cases; in the body, because an address would be logged.</summary>
public sealed record CaseSearch(string Text);

internal static class CaseRoutes
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/reference", (ReferenceLists lists) => TypedResults.Json(lists, Kit.Json.Options)).WithName("read-reference")
            .WithSummary("Code lists that forms choose from").Produces<ReferenceLists>()
            .For(CallerKind.Professional, CallerKind.Family, CallerKind.Administrator, CallerKind.Region);
        v1.MapGet("/cases", async (Caller caller, CaseLists lists, AuditNote note, string? status, string? after, int? limit, CancellationToken cancellationToken) =>
        {
            note.Purpose = "own-cases";
            return Listed(await lists.ListAsync(caller, Known(status), after, Paging.Limit(limit), cancellationToken), note);
        }).WithName("list-cases").WithSummary("My cases, newest first: all, or with status only the open or the closed ones").Produces<Page<CaseLine>>().ProducesProblem(400).For(CallerKind.Professional, CallerKind.Family);
        v1.MapGet("/cases/count", async (Caller caller, CaseLists lists, AuditNote note, CancellationToken cancellationToken) =>
        {
            note.Purpose = "own-cases";
            return TypedResults.Json(new CaseCount(await lists.CountAsync(caller, cancellationToken)), Kit.Json.Options);
        }).WithName("count-cases").WithSummary("Number of my open cases").Produces<CaseCount>().For(CallerKind.Professional, CallerKind.Family);
        v1.MapPost("/cases/_search", async (Input input, Caller caller, CaseLists lists, AuditNote note, CancellationToken cancellationToken) =>
        {
            note.Purpose = "own-cases";
            var text = input.Text("text", required: true, max: 100);
            input.Done();
            return Listed(await lists.SearchAsync(caller, text!, cancellationToken), note);
        }).WithName("search-cases").WithSummary("Search in my cases").Accepts<CaseSearch>("application/json").Produces<Page<CaseLine>>().ProducesProblem(400)
            .For(CallerKind.Professional, CallerKind.Family);
        v1.MapGet("/cases/{caseId:guid}", async (Guid caseId, HttpContext http, Caller caller, CaseReading reading, CancellationToken cancellationToken) =>
        {
            var view = await reading.ReadAsync(caseId, caller, cancellationToken);
            return Versions.Item(http, view, view.Version);
        }).WithName("read-case").WithSummary("One case with household and people involved").Produces<CaseView>().ProducesProblem(404)
            .For(CallerKind.Professional, CallerKind.Family);
        v1.MapPost("/cases", OpenAsync).WithName("open-case").WithSummary("Open a case at intake").Accepts<NewCase>("application/json")
            .Produces<CaseView>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409).For(CallerKind.Professional);
        v1.MapPatch("/cases/{caseId:guid}", ChangeAsync).WithName("change-case").WithSummary("Change facts at the head of a case").Accepts<CaseChanges>("application/json")
            .Produces<CaseView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428).For(CallerKind.Professional);
    }

    private static string? Known(string? status) => status is null or CaseStatus.Open or CaseStatus.Closed ? status
        : throw Problem.Invalid("/status", "unknown-code", "The status of a case is open or closed.");

    private static IResult Listed(Page<CaseLine> page, AuditNote note)
    {
        note.Show(page.Items.Select(line => line.Id));
        return TypedResults.Json(page, Kit.Json.Options);
    }

    private static async Task<IResult> OpenAsync(
        HttpContext http, Input input, Caller caller, Change<CasesDb> change, Intake intake, CaseReading reading, AuditNote note, CancellationToken cancellationToken)
    {
        Permissions.Require(caller.Roles.Contains(Caller.IntakeRole), "Only intake workers of a wijkteam open cases.");
        note.Purpose = "intake";
        var id = await change.CreateOnceAsync(http, caller, input, async () =>
        {
            var opened = await intake.OpenAsync(input, caller, cancellationToken);
            change.Db.Account(http, opened, null, StatusCodes.Status201Created);
            return opened;
        }, cancellationToken);
        var view = await reading.ReadAsync(id, caller, cancellationToken);
        return Versions.Created(http, $"/cases/v1/cases/{id}", view, view.Version);
    }

    private static async Task<IResult> ChangeAsync(
        Guid caseId, HttpContext http, Input input, Caller caller, CaseWork work, ReferenceLists lists, CaseReading reading, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            Permissions.Require(open.May.EditHead, "The coordinator and the intake worker change this.");
            var current = await reading.ReadAsync(caseId, caller, cancellationToken);
            Versions.RequireMatch(http, open.Case.Version, () => current);
            CaseHead.Read(input, open.Case, lists, required: false);
            input.Done();
            var fields = ChangedFields.Of(open.Db, open.Case);
            if (fields.Count > 0)
            {
                open.Case.Version++;
                open.Record(new CaseChanged(caseId, open.Case.Municipality, fields));
            }

            return 0;
        }, cancellationToken);
        var view = await reading.ReadAsync(caseId, caller, cancellationToken);
        return Versions.Item(http, view, view.Version);
    }
}
