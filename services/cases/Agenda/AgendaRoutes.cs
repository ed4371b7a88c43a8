using EenPlan.Cases.Access;
using EenPlan.Cases.Expectations;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Agenda;

/// <summary>Something to talk about at the next round table.</summary>
/// <param name="Finding">The finding that it is about; when that is settled the item is gone.</param>
/// <param name="Subject">What to talk about: the words of who put it here, or the sentence of the finding.</param>
/// <param name="AddedBy">Who put it on the agenda; null when the reader may not know.</param>
/// <param name="DiscussedAt">When it was ticked as discussed; null as long as it was not.</param>
/// <param name="MayRemove">True when this caller may take it off.</param>
public sealed record AgendaItemView(Guid Id, string? Finding, Sentence Subject, string? AddedBy, DateTimeOffset AddedAt, DateTimeOffset? DiscussedAt, bool MayRemove, long Version);

/// <summary>A new item: a finding by its id, or a subject in own words.</summary>
public sealed record NewAgendaItem(string? Finding, string? Subject);

/// <summary>Ticks an item, or takes that back.</summary>
public sealed record AgendaChange(bool Discussed);

internal static class AgendaRoutes
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/cases/{caseId:guid}/agenda", ListAsync).WithName("read-agenda").WithSummary("What to talk about at the next round table").Produces<Page<AgendaItemView>>()
            .ProducesProblem(404).For(CallerKind.Professional, CallerKind.Family);
        v1.MapGet("/cases/{caseId:guid}/agenda/{id:guid}", ReadAsync).WithName("read-agenda-item").WithSummary("One item of the agenda").Produces<AgendaItemView>()
            .ProducesProblem(404).For(CallerKind.Professional, CallerKind.Family);
        v1.MapPost("/cases/{caseId:guid}/agenda", AddAsync).WithName("add-agenda-item").WithSummary("Put a finding or an own subject on the agenda").Accepts<NewAgendaItem>("application/json")
            .Produces<AgendaItemView>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).For(CallerKind.Professional, CallerKind.Family);
        v1.MapPatch("/cases/{caseId:guid}/agenda/{id:guid}", ChangeAsync).WithName("change-agenda-item").WithSummary("Tick an item as discussed").Accepts<AgendaChange>("application/json")
            .Produces<AgendaItemView>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428).For(CallerKind.Professional, CallerKind.Family);
        v1.MapDelete("/cases/{caseId:guid}/agenda/{id:guid}", RemoveAsync).WithName("remove-agenda-item").WithSummary("Take an item off the agenda")
            .Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428).For(CallerKind.Professional, CallerKind.Family);
    }

    private static async Task<IResult> ListAsync(Guid caseId, Caller caller, AgendaReading reading, CancellationToken cancellationToken) =>
        TypedResults.Json(new Page<AgendaItemView>(await reading.ReadAsync(caseId, caller, cancellationToken), null), Kit.Json.Options);

    private static async Task<IResult> ReadAsync(Guid caseId, Guid id, HttpContext http, Caller caller, AgendaReading reading, CancellationToken cancellationToken)
    {
        var view = await reading.ItemAsync(caseId, id, caller, cancellationToken);
        return Versions.Item(http, view, view.Version);
    }

    private static async Task<IResult> AddAsync(Guid caseId, HttpContext http, Input input, Caller caller, CaseWork work, FindingReading findings, AgendaReading reading, CancellationToken cancellationToken)
    {
        var id = await work.CreateAsync(http, caseId, caller, input, async open =>
        {
            await MakeRoomAsync(open, cancellationToken);
            var finding = input.Text("finding", max: FindingId.Length);
            var subject = input.Text("subject", max: AgendaItem.LongestSubject);
            if (finding is null == subject is null)
            {
                input.Fail("subject", "finding-or-subject", "Name a finding, or say in your own words what to talk about.");
            }

            input.Done();
            if (finding is not null)
            {
                await RequireNewAsync(open, finding, findings, cancellationToken);
            }

            var item = new AgendaItem { Id = Guid.CreateVersion7(), CaseId = caseId, Finding = finding, Subject = subject, AddedAt = open.Now, AddedByKind = caller.HolderKind, AddedById = caller.Id };
            open.Db.Agenda.Add(item);
            open.Record(new AgendaChanged(caseId, item.Id, "added"), hiddenFromFamily: finding is not null);
            return item.Id;
        }, cancellationToken);
        var view = await reading.ItemAsync(caseId, id, caller, cancellationToken);
        return Versions.Created(http, $"/cases/v1/cases/{caseId}/agenda/{id}", view, view.Version);
    }

    /// <summary>What was settled is on nobody's agenda any more, so it does not take up room either.</summary>
    private static async Task MakeRoomAsync(OpenCase open, CancellationToken cancellationToken)
    {
        var items = await open.Db.Agenda.Where(row => row.CaseId == open.Id).ToListAsync(cancellationToken);
        var there = ExpectationCheck.All(await FactsReading.ReadAsync(open.Db, open.Id, open.Today, cancellationToken)).Select(finding => finding.Id).ToHashSet();
        var settled = items.FindAll(item => item.Finding is { } finding && !there.Contains(finding));
        open.Db.Agenda.RemoveRange(settled);
        Room.Require(items.Count - settled.Count, Room.AgendaItems, "items on the agenda");
    }

    private static async Task RequireNewAsync(OpenCase open, string finding, FindingReading findings, CancellationToken cancellationToken)
    {
        if ((await findings.CheckAsync(open.Id, Viewer.Of(open), open.Caller, cancellationToken)).Find(finding) is null)
        {
            throw FindingReading.Gone();
        }

        if (await open.Db.Agenda.AnyAsync(row => row.CaseId == open.Id && row.Finding == finding && row.DiscussedAt == null, cancellationToken))
        {
            throw Problem.Conflict("on-agenda-already", "This is on the agenda already.");
        }
    }

    private static async Task<IResult> ChangeAsync(Guid caseId, Guid id, HttpContext http, Input input, Caller caller, CaseWork work, AgendaReading reading, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            var item = await RequireAsync(http, open, id, reading, cancellationToken);
            Permissions.Require(open.May.EditPlan, "The coordinator and the family tick what was discussed.");
            var discussed = input.Flag("discussed") ?? false;
            input.Done();
            if (discussed != item.DiscussedAt is not null)
            {
                item.DiscussedAt = discussed ? open.Now : null;
                item.Version++;
                open.Record(new AgendaChanged(caseId, id, discussed ? "discussed" : "added"), hiddenFromFamily: item.Finding is not null);
            }

            return 0;
        }, cancellationToken);
        return await ReadAsync(caseId, id, http, caller, reading, cancellationToken);
    }

    private static async Task<IResult> RemoveAsync(Guid caseId, Guid id, HttpContext http, Caller caller, CaseWork work, AgendaReading reading, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            var item = await RequireAsync(http, open, id, reading, cancellationToken);
            Permissions.Require(AgendaReading.MayRemove(item, open.May, caller), "Who put it on the agenda takes it off, or the coordinator.");
            open.Db.Agenda.Remove(item);
            open.Record(new AgendaChanged(caseId, id, "removed"), hiddenFromFamily: item.Finding is not null);
            return 0;
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<AgendaItem> RequireAsync(HttpContext http, OpenCase open, Guid id, AgendaReading reading, CancellationToken cancellationToken)
    {
        var seen = await reading.SeenAsync(open.Id, Viewer.Of(open), open.May, open.Caller, cancellationToken);
        var view = seen.SingleOrDefault(item => item.Id == id) ?? throw Problem.NotFound();
        Versions.RequireMatch(http, view.Version, () => view);
        return await open.Db.Agenda.SingleAsync(row => row.CaseId == open.Id && row.Id == id, cancellationToken);
    }
}
