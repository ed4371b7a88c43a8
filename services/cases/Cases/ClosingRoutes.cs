using EenPlan.Cases.Access;
using EenPlan.Cases.Reference;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;

namespace EenPlan.Cases.Cases;

/// <summary>Why the case is closed.</summary>
/// <param name="EndReason">Code of the list of end reasons.</param>
/// <param name="Words">To the family and everybody who takes part in the plan.</param>
public sealed record CaseEnd(string EndReason, string? Words);

/// <summary>Why a closed case is opened again; the family reads it.</summary>
public sealed record CaseReopening(string Words);

/// <summary>The last time that a case was closed.</summary>
/// <param name="EndReason">Code of the list of end reasons; null for who is informed only.</param>
/// <param name="Words">To the family; null for who is informed only.</param>
/// <param name="ReopenedOn">When it was opened again; null while it is closed.</param>
/// <param name="ReopeningWords">Why it was opened again; null for who is informed only.</param>
public sealed record ClosingView(DateOnly ClosedOn, string? EndReason, string? Words, DateOnly? ReopenedOn, string? ReopeningWords);

internal static class ClosingRoutes
{
    private const int LongestWords = 1000;

    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapPost("/cases/{caseId:guid}/closing", CloseAsync).WithName("close-case").WithSummary("Close a case: it can be read and nothing in it changes any more").Accepts<CaseEnd>("application/json")
            .Produces<CaseView>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).OnState().For(CallerKind.Professional);
        v1.MapPost("/cases/{caseId:guid}/reopening", ReopenAsync).WithName("reopen-case").WithSummary("Open a closed case again; everybody goes on where they were")
            .Accepts<CaseReopening>("application/json").Produces<CaseView>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).OnState().For(CallerKind.Professional);
    }

    private static async Task<IResult> CloseAsync(
        Guid caseId, HttpContext http, Input input, Caller caller, CaseWork work, ReferenceLists lists, CaseReading reading, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            Permissions.Require(open.May.CloseCase, "The coordinator closes the case; while nobody coordinates, who leads instead.");
            await RequireMatchAsync(http, open, reading, cancellationToken);
            var reason = input.Code("endReason", lists.EndReasons, required: true);
            var words = input.Text("words", max: LongestWords);
            input.Done();
            await ClosingRules.CloseAsync(open, reason!, words, cancellationToken);
            return 0;
        }, cancellationToken);
        return await ReadAsync(caseId, http, caller, reading, cancellationToken);
    }

    private static async Task<IResult> ReopenAsync(Guid caseId, HttpContext http, Input input, Caller caller, CaseWork work, CaseReading reading, CancellationToken cancellationToken)
    {
        await work.ChangeClosedAsync(http, caseId, caller, async open =>
        {
            Permissions.Require(open.May.ReopenCase, "The coordinator or the intake worker opens the case again.");
            if (open.Case.ClosedAt is null)
            {
                throw Problem.Conflict("case-open", "This case is open already.");
            }

            await RequireMatchAsync(http, open, reading, cancellationToken);
            var words = input.Text("words", required: true, max: LongestWords);
            input.Done();
            await ClosingRules.ReopenAsync(open, words!, cancellationToken);
            return 0;
        }, cancellationToken);
        return await ReadAsync(caseId, http, caller, reading, cancellationToken);
    }

    private static async Task RequireMatchAsync(HttpContext http, OpenCase open, CaseReading reading, CancellationToken cancellationToken)
    {
        var current = await reading.ReadAsync(open.Id, open.Caller, cancellationToken);
        Versions.RequireMatch(http, open.Case.Version, () => current);
    }

    private static async Task<IResult> ReadAsync(Guid caseId, HttpContext http, Caller caller, CaseReading reading, CancellationToken cancellationToken)
    {
        var view = await reading.ReadAsync(caseId, caller, cancellationToken);
        return Versions.Item(http, view, view.Version);
    }
}
