using EenPlan.Cases.Access;
using EenPlan.Cases.Households;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Nodes;
using EenPlan.Cases.Persistence;
using EenPlan.Kit;
using EenPlan.Kit.Access;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Cases;

/// <summary>Puts a case together for one caller: the same rule of what may be seen for the case, its lists and its counts.</summary>
internal sealed class CaseReading(CasesDb db, CaseWork work, People people)
{
    private static readonly Func<CasesDb, Guid, CancellationToken, Task<Case>> CaseOf = Hot.One((CasesDb db, Guid caseId, CancellationToken _) =>
        db.Cases.AsNoTracking().Single(row => row.Id == caseId));

    private static readonly Func<CasesDb, Guid, CancellationToken, Task<List<HouseholdMember>>> MembersOf = Hot.List((CasesDb db, Guid caseId) =>
        db.Household.AsNoTracking().Where(row => row.CaseId == caseId).OrderBy(row => row.Rank));

    private static readonly Func<CasesDb, Guid, string, DateOnly, CancellationToken, Task<List<Involvement>>> InvolvementsOf = Hot.List((CasesDb db, Guid caseId, string level, DateOnly today) =>
        db.Involvements.AsNoTracking().Where(row => row.CaseId == caseId && row.Status != InvolvementStatus.Refused).VisibleTo(level, today)
            .OrderBy(row => row.InvitedAt).ThenBy(row => row.Kind));

    private static readonly Func<CasesDb, Guid, CancellationToken, Task<List<Handover>>> PendingHandovers = Hot.List((CasesDb db, Guid caseId) =>
        db.Handovers.AsNoTracking().Where(row => row.CaseId == caseId && row.Status == HandoverStatus.Pending).OrderBy(row => row.ProposedAt));

    private static readonly Func<CasesDb, Guid, CancellationToken, Task<List<MeetingLine>>> MeetingsOf = Hot.List((CasesDb db, Guid caseId) =>
        db.Meetings.AsNoTracking().Where(row => row.CaseId == caseId).OrderBy(row => row.StartsAt)
            .Select(row => new MeetingLine(row.Id, row.StartsAt, row.Place, row.Purpose, row.Version)));

    private static readonly Func<CasesDb, Guid, CancellationToken, Task<Closing>> ClosingOf = Hot.One((CasesDb db, Guid id, CancellationToken _) =>
        db.Closings.AsNoTracking().Single(row => row.Id == id));

    public async Task<CaseView> ReadAsync(Guid caseId, Caller caller, CancellationToken cancellationToken)
    {
        var level = await work.RequireAsync(caseId, caller, cancellationToken);
        var opened = await CaseOf(db, caseId, cancellationToken);
        var members = await MembersOf(db, caseId, cancellationToken);
        var involved = await InvolvementsAsync(caseId, level, cancellationToken);
        var all = level == AccessLevel.Family ? await db.Involvements.AsNoTracking().Where(row => row.CaseId == caseId).ToListAsync(cancellationToken) : involved;
        var handovers = await PendingHandovers(db, caseId, cancellationToken);
        var meetings = await MeetingsOf(db, caseId, cancellationToken);
        var names = await people.LoadAsync(all.SelectMany(row => row.StandInId is { } standIn ? new[] { row.ProfessionalId, standIn } : [row.ProfessionalId]).Concat(handovers.Select(row => row.ToProfessionalId)), cancellationToken);
        var own = caller.Kind == CallerKind.Professional ? involved.SingleOrDefault(row => row.ProfessionalId == caller.Id && row.IsActive) : null;
        var coordinates = own is not null && own.Id == opened.CoordinatorInvolvementId;
        var may = new Permissions(level, coordinates, opened.CoordinatorInvolvementId is not null, involved.Exists(row => row is { Kind: InvolvementKind.Intake, IsActive: true }));
        var concealed = await HiddenItems.CardsAsync(db, caseId, level, work.Today, cancellationToken);
        var views = involved.ConvertAll(row => InvolvementView.Of(row, names, opened.CoordinatorInvolvementId, work.Today, level, own?.Id, concealed));
        // Who is informed only reads who helps with what, not why there is a case or why somebody leaves.
        var whole = level != AccessLevel.InformationOnly;
        return new CaseView(
            opened.Id, CaseReference.Of(opened.Id), opened.Alias, opened.Municipality, whole ? opened.Criteria : [], new LegalGroundView(opened.LegalGround, whole ? opened.LegalGroundMotivation : ""), opened.Method,
            opened.CoordinatorLabel, CaseStatus.Of(opened), opened.OpenedAt, await ClosingAsync(opened, whole, cancellationToken), opened.Version, coordinates ? "coordinator" : level, own?.Id,
            caller.Kind == CallerKind.Family ? caller.Id : null, may.Codes(opened.ClosedAt is not null, own is not null, own is not null && TreatmentRules.MaySay(own)),
            members.ConvertAll(row => MemberView.Of(row, level)), views,
            Coordinator(opened.CoordinatorInvolvementId, opened.CoordinatorSince), Coordinator(opened.ProposedCoordinatorInvolvementId, opened.CoordinatorProposedAt),
            meetings,
            [.. handovers.Select(row => (Handover: row, From: involved.Find(seen => seen.Id == row.FromInvolvementId))).Where(row => row.From is not null)
                .Select(row => HandoverView.Of(row.Handover, names, fromLeft: !row.From!.IsActive)).Select(view => whole ? view : view with { Reason = "" })]);

        CoordinatorView? Coordinator(Guid? id, DateTimeOffset? since) =>
            all.SingleOrDefault(row => row.Id == id) is { } who ? new CoordinatorView(who.Id, names.NameOf(who.ProfessionalId), since) : null;
    }

    private async Task<ClosingView?> ClosingAsync(Case opened, bool whole, CancellationToken cancellationToken)
    {
        if (opened.LastClosingId is not { } last)
        {
            return null;
        }

        var closing = await ClosingOf(db, last, cancellationToken);
        var view = new ClosingView(Calendar.DayOf(closing.ClosedAt), closing.EndReason, closing.Words, closing.ReopenedAt is { } at ? Calendar.DayOf(at) : null, closing.ReopeningWords);
        return whole ? view : view with { EndReason = null, Words = null, ReopeningWords = null };
    }

    /// <summary>Involvements that this level may see; refused ones are nobody's business.</summary>
    public Task<List<Involvement>> InvolvementsAsync(Guid caseId, string level, CancellationToken cancellationToken) =>
        InvolvementsOf(db, caseId, level, work.Today, cancellationToken);
}
