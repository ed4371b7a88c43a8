using System.Text.Json.Nodes;
using EenPlan.Cases.Access;
using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Timeline;

/// <summary>Something that happened in the case.</summary>
/// <param name="Kind">Kind of event, for instance goal-reached.</param>
/// <param name="ActorKind">"professional", "family" or "system".</param>
/// <param name="ActorName">Who did it, by the name of today; null when unknown or not for the caller.</param>
/// <param name="ItemId">The goal, action, agreement, meeting, involvement or member that it is about.</param>
/// <param name="Data">Codes, ids and dates of the event, with <c>memberName</c> and <c>professionalName</c> where it is about somebody.</param>
public sealed record TimelineEntry(Guid Id, DateTimeOffset At, string Kind, string ActorKind, string? ActorName, Guid? ItemId, JsonObject Data);

internal static class TimelineRoutes
{
    public static void Map(RouteGroupBuilder v1) =>
        v1.MapGet("/cases/{caseId:guid}/timeline", ReadAsync).WithName("read-timeline").WithSummary("What happened in the case, newest first").Produces<Page<TimelineEntry>>()
            .ProducesProblem(400).ProducesProblem(404).For(CallerKind.Professional, CallerKind.Family);

    private static async Task<IResult> ReadAsync(Guid caseId, string? after, int? limit, Caller caller, CaseWork work, CancellationToken cancellationToken)
    {
        var viewer = await Viewer.RequireAsync(work, caseId, caller, cancellationToken);
        var size = Paging.Limit(limit);
        var entries = TimelineRule.Apply(work.Db.Journal.AsNoTracking().Where(row => row.CaseId == caseId), caller, viewer);
        if (viewer.IsFamily)
        {
            entries = TimelineRule.Without(entries, await HiddenItems.OfAsync(work.Db, caseId, viewer.Today, cancellationToken));
        }

        if (TimelineCursor.Parse(after) is { } cursor)
        {
            entries = entries.Where(row => row.CaseVersion < cursor.CaseVersion || (row.CaseVersion == cursor.CaseVersion && row.Ordinal < cursor.Ordinal));
        }

        var page = await entries.OrderByDescending(row => row.CaseVersion).ThenByDescending(row => row.Ordinal).Take(size + 1).ToListAsync(cancellationToken);
        var people = await CasePeople.LoadAsync(work.Db, caseId, viewer, cancellationToken);
        var shown = page.Take(size).ToList();
        var next = page.Count > size ? TimelineCursor.Of(shown[^1]) : null;
        return TypedResults.Json(new Page<TimelineEntry>(shown.ConvertAll(row => Show(row, people, viewer)), next), Json.Options);
    }

    private static TimelineEntry Show(JournalEntry row, CasePeople people, Viewer viewer)
    {
        var data = JsonNode.Parse(row.Data)!.AsObject();
        var item = TimelineKinds.ItemFields.Select(field => IdIn(data, field)).FirstOrDefault(id => id is not null);
        var member = IdIn(data, "memberId") is { } memberId ? people.Members.GetValueOrDefault(memberId) : null;
        var involvement = IdIn(data, "toInvolvementId") ?? IdIn(data, "involvementId");
        var professional = involvement is { } id ? people.Involvement(id)?.Name : null;

        // Who was told about a treatment is between the professionals; the case is in the address.
        data.Remove("toldTo");
        data.Remove("caseId");
        if (viewer.SeesOnlyCore)
        {
            // That it was closed is for everybody; why is between the family and who takes part.
            data.Remove("endReason");
        }

        Add(data, "memberName", member);
        Add(data, "professionalName", professional);
        return new TimelineEntry(row.EventId, row.At, TimelineKinds.CodeOf(row.Type), row.ActorKind, people.NameOf(row.ActorKind, row.ActorId), item, data);
    }

    private static void Add(JsonObject data, string field, string? value)
    {
        if (value is not null)
        {
            data[field] = value;
        }
    }

    private static Guid? IdIn(JsonObject data, string field) => Guid.TryParse((string?)data[field], out var id) ? id : null;
}
