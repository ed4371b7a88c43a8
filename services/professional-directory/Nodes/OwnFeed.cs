using System.Text.Json;
using System.Text.Json.Nodes;
using EenPlan.Contracts.Directory;
using EenPlan.Directory.Persistence;
using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Nodes;

/// <summary>An event of this directory as another node hears it: what happened, not who did it.</summary>
internal sealed record FeedEvent(long Number, Guid EventId, string Type, DateTimeOffset At, JsonNode? Data);

/// <summary>A stretch of this directory's journal.</summary>
/// <param name="Epoch">Epoch of the journal.</param>
/// <param name="After">Where it begins.</param>
/// <param name="To">Up to where it covers the journal, also when the last events are not told.</param>
/// <param name="Head">How far the journal goes.</param>
/// <param name="Events">What is told.</param>
internal sealed record FeedPage(Guid Epoch, long After, long To, long Head, IReadOnlyList<FeedEvent> Events);

/// <summary>What this directory tells other nodes: of the organisations that it maintains itself, in the order of its journal.</summary>
internal sealed class OwnFeed(DirectoryDb db, RelaySignal<DirectoryDb> commits, TimeProvider clock)
{
    /// <summary>Most rows of the journal that one page covers.</summary>
    public const int MostEvents = NodePage.MostEvents;

    /// <summary>Longest time that a reader may wait for something new, in seconds.</summary>
    public const int LongestWait = 20;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Numbering = TimeSpan.FromMilliseconds(20);

    private static readonly Func<DirectoryDb, CancellationToken, Task<List<long>>> HeadOf = Hot.List((DirectoryDb db) => db.JournalHeads.Select(row => row.Head));
    private static readonly Func<DirectoryDb, CancellationToken, Task<List<bool>>> Unnumbered =
        Hot.List((DirectoryDb db) => db.Journal.Where(row => row.Number == null).Select(row => true).Take(1));

    public async Task<FeedPage> ReadAsync(long after, int limit, TimeSpan longest, CancellationToken cancellationToken)
    {
        await WaitAsync(after, longest, cancellationToken);
        var head = await db.JournalHeads.AsNoTracking().SingleAsync(cancellationToken);
        var rows = await db.Journal.AsNoTracking().Where(row => row.Number > after).OrderBy(row => row.Number).Take(limit)
            .Select(row => new { Number = row.Number!.Value, row.EventId, row.Type, row.At, row.Data }).ToListAsync(cancellationToken);
        var told = rows.ConvertAll(row => (Row: row, Data: JsonNode.Parse(row.Data)));
        var organisations = told.Select(item => OrganisationOf(item.Data)).Distinct().ToList();
        var own = (await db.Organisations.Where(row => organisations.Contains(row.Id) && row.Node == null).Select(row => row.Id).ToListAsync(cancellationToken)).ToHashSet();
        return new FeedPage(head.Epoch, after, rows.Count > 0 ? rows[^1].Number : after, Math.Max(head.Head, rows.Count > 0 ? rows[^1].Number : 0),
            [.. told.Where(item => own.Contains(OrganisationOf(item.Data)) && ToldByNode.IsKnown(item.Row.Type))
                .Select(item => new FeedEvent(item.Row.Number, item.Row.EventId, item.Row.Type, item.Row.At, item.Data))]);
    }

    private async Task WaitAsync(long after, TimeSpan longest, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + longest;
        while (clock.GetUtcNow() < until)
        {
            // Taken before looking, so that a commit between looking and waiting is not missed.
            var commit = commits.Next;
            // Less than that: this directory was restored, and who asks must hear of the new epoch.
            if ((await HeadOf(db, cancellationToken))[0] != after)
            {
                return;
            }

            // The commit wakes us, the number comes a moment later.
            var coming = (await Unnumbered(db, cancellationToken)).Count > 0;
            await (coming ? Task.Delay(Numbering, clock, cancellationToken) : Task.WhenAny(commit, Task.Delay(Poll, clock, cancellationToken)));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static Guid OrganisationOf(JsonNode? data) => (Guid?)data?[JsonNamingPolicy.CamelCase.ConvertName(nameof(OrganisationRegistered.OrganisationId))] ?? Guid.Empty;
}
