using System.Globalization;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using EenPlan.Subscriptions.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Updates;

/// <summary>One update: references only; what it is about is read where it lives, with the rights of that moment.</summary>
internal sealed record UpdateView(long Number, Guid CaseId, string Kind, Guid? ItemId, Guid? MemberId, DateTimeOffset At, bool Read);

/// <summary>A page of updates, newest first, and how many are unread in all.</summary>
internal sealed record UpdatePage(IReadOnlyList<UpdateView> Items, string? Next, int Unread);

/// <summary>Marks updates as read: all up to a number, or these numbers.</summary>
internal sealed record ReadInput(long? UpTo, IReadOnlyList<long>? Numbers);

internal static class UpdateRoutes
{
    public static void MapUpdates(this RouteGroupBuilder v1)
    {
        v1.MapGet("/updates", ListAsync).WithName("subscriptions-list-updates").WithSummary("What happened in my cases, newest first.")
            .Produces<UpdatePage>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(503)
            .For(CallerKind.Professional, CallerKind.Family);
        v1.MapPost("/updates/_read", ReadAsync).WithName("subscriptions-read-updates").WithSummary("Marks updates as read: all up to a number, or these numbers.")
            .Accepts<ReadInput>("application/json").Produces(204).ProducesProblem(400).ProducesProblem(401)
            .For(CallerKind.Professional, CallerKind.Family);
    }

    private static async Task<UpdatePage> ListAsync(
        string? after, int? limit, Caller caller, SubscriptionsDb db, CaseGate<SubscriptionsDb> gate, AuditNote note, TimeProvider clock, CancellationToken cancellationToken)
    {
        note.Purpose = "own-updates";
        var size = Paging.Limit(limit);
        var below = Paging.Below(after);
        await gate.RefreshAsync(caller, cancellationToken);
        var visible = db.NewsFor(caller, clock.GetUtcNow());
        var items = await visible.Where(row => row.Number < below).OrderByDescending(row => row.Number).Take(size + 1)
            .Select(row => new UpdateView(row.Number, row.CaseId, row.Kind, row.ItemId, row.MemberId, row.At, row.ReadAt != null))
            .ToListAsync(cancellationToken);
        var unread = await visible.CountAsync(row => row.ReadAt == null, cancellationToken);
        var page = items.Take(size).ToList();
        note.Show(page.Select(item => item.CaseId));
        return new UpdatePage(page, items.Count > size ? page[^1].Number.ToString(CultureInfo.InvariantCulture) : null, unread);
    }

    private static async Task<IResult> ReadAsync(
        Input input, Caller caller, Change<SubscriptionsDb> change, HttpContext http, AuditNote note, TimeProvider clock, CancellationToken cancellationToken)
    {
        note.Purpose = "own-updates";
        var upTo = input.Number("upTo", 1, int.MaxValue);
        var numbers = input.Numbers("numbers", 1, int.MaxValue).ConvertAll(number => (long)number);
        if (upTo is null && numbers.Count == 0)
        {
            input.Fail("upTo", "required", "Send upTo, or the numbers to mark.");
        }

        input.Done();
        var last = upTo ?? 0;
        var now = clock.GetUtcNow();
        await change.RunAsync(async () =>
        {
            await change.Db.Updates.Of(caller).Where(row => row.ReadAt == null && (row.Number <= last || numbers.Contains(row.Number)))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadAt, now), cancellationToken);
            change.Db.Account(http, null, null, StatusCodes.Status204NoContent);
        }, cancellationToken);
        return TypedResults.NoContent();
    }
}
