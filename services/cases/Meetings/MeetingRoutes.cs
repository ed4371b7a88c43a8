using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Meetings;

/// <summary>A round table.</summary>
public sealed record MeetingView(Guid Id, DateTimeOffset StartsAt, string Place, string? Purpose, long Version)
{
    internal static MeetingView Of(Meeting row) => new(row.Id, row.StartsAt, row.Place, row.Purpose, row.Version);
}

/// <summary>A round table to plan or, with only the fields that change, to change.</summary>
/// <param name="StartsAt">In the future; needed for a new one.</param>
/// <param name="Place">At most 200 characters; needed for a new one.</param>
public sealed record MeetingFields(DateTimeOffset? StartsAt, string? Place, string? Purpose);

internal static class MeetingRoutes
{
    private const int LongestPlace = 200;

    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapPost("/cases/{caseId:guid}/meetings", AddAsync).WithName("schedule-meeting").WithSummary("Plan a round table").Accepts<MeetingFields>("application/json")
            .Produces<MeetingView>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).For(CallerKind.Professional, CallerKind.Family);
        v1.MapGet("/cases/{caseId:guid}/meetings/{id:guid}", ReadAsync).WithName("read-meeting").WithSummary("One round table").Produces<MeetingView>().ProducesProblem(404)
            .For(CallerKind.Professional, CallerKind.Family);
        v1.MapPatch("/cases/{caseId:guid}/meetings/{id:guid}", ChangeAsync).WithName("change-meeting").WithSummary("Move or change a round table").Accepts<MeetingFields>("application/json")
            .Produces<MeetingView>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428)
            .For(CallerKind.Professional, CallerKind.Family);
    }

    private static async Task<IResult> ReadAsync(Guid caseId, Guid id, HttpContext http, Caller caller, CaseWork work, CancellationToken cancellationToken)
    {
        await work.RequireAsync(caseId, caller, cancellationToken);
        var view = MeetingView.Of(await FindAsync(work.Db.Meetings.AsNoTracking(), caseId, id, cancellationToken));
        return Versions.Item(http, view, view.Version);
    }

    private static async Task<IResult> AddAsync(Guid caseId, HttpContext http, Input input, Caller caller, CaseWork work, CancellationToken cancellationToken)
    {
        var id = await work.CreateAsync(http, caseId, caller, input, async open =>
        {
            RequireMay(open);
            await Room.RequireAsync(open.Db.Meetings.Where(row => row.CaseId == caseId), Room.Meetings, "round tables", cancellationToken);
            var meeting = new Meeting { Id = Guid.CreateVersion7(), CaseId = caseId, Place = "" };
            Read(input, meeting, isNew: true, open.Now);
            input.Done();
            open.Db.Meetings.Add(meeting);
            open.Record(new MeetingScheduled(caseId, meeting.Id, meeting.StartsAt));
            return meeting.Id;
        }, cancellationToken);
        var view = MeetingView.Of(await FindAsync(work.Db.Meetings.AsNoTracking(), caseId, id, cancellationToken));
        return Versions.Created(http, $"/cases/v1/cases/{caseId}/meetings/{id}", view, view.Version);
    }

    private static async Task<IResult> ChangeAsync(Guid caseId, Guid id, HttpContext http, Input input, Caller caller, CaseWork work, CancellationToken cancellationToken)
    {
        var view = await work.ChangeAsync(http, caseId, caller, async open =>
        {
            var meeting = await FindAsync(open.Db.Meetings, caseId, id, cancellationToken);
            RequireMay(open);
            var people = await CasePeople.LoadAsync(open.Db, caseId, Viewer.Of(open), cancellationToken);
            await open.RequireMatchAsync(http, meeting.Version, id.ToString(), people, () => MeetingView.Of(meeting), cancellationToken);
            Read(input, meeting, isNew: false, open.Now);
            input.Done();
            if (ChangedFields.Of(open.Db, meeting).Count > 0)
            {
                meeting.Version++;
                open.Record(new MeetingChanged(caseId, id, meeting.StartsAt));
            }

            return MeetingView.Of(meeting);
        }, cancellationToken);
        return Versions.Item(http, view, view.Version);
    }

    private static void RequireMay(OpenCase open) => Permissions.Require(open.May.ScheduleMeeting, "The coordinator plans the round tables.");

    private static void Read(Input input, Meeting meeting, bool isNew, DateTimeOffset now)
    {
        if (isNew || input.Has("startsAt"))
        {
            meeting.StartsAt = input.Instant("startsAt", required: true) is { } startsAt ? InFuture(input, startsAt, now) : meeting.StartsAt;
        }

        if (isNew || input.Has("place"))
        {
            meeting.Place = input.Text("place", required: true, max: LongestPlace) ?? meeting.Place;
        }

        if (input.Has("purpose"))
        {
            meeting.Purpose = input.Text("purpose");
        }
    }

    private static DateTimeOffset InFuture(Input input, DateTimeOffset startsAt, DateTimeOffset now)
    {
        if (startsAt <= now)
        {
            input.Fail("startsAt", "in-the-past", "Choose a moment that is still to come.");
        }

        return startsAt;
    }

    private static async Task<Meeting> FindAsync(IQueryable<Meeting> meetings, Guid caseId, Guid id, CancellationToken cancellationToken) =>
        await meetings.SingleOrDefaultAsync(row => row.Id == id && row.CaseId == caseId, cancellationToken) ?? throw Problem.NotFound();
}
