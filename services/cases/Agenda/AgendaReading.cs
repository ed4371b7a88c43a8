using EenPlan.Cases.Access;
using EenPlan.Cases.Expectations;
using EenPlan.Cases.Persistence;
using EenPlan.Kit.Api;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Agenda;

/// <summary>
/// The agenda for one reader. An item about a finding is there for who sees the finding, and as long as it is there: what is settled needs no time at the table.
/// Who is informed only sees no subjects of others.
/// </summary>
internal sealed class AgendaReading(CasesDb db, CaseWork work, FindingReading findings)
{
    private static readonly Func<CasesDb, Guid, CancellationToken, Task<List<AgendaItem>>> ItemsOf = Hot.List((CasesDb db, Guid caseId) =>
        db.Agenda.AsNoTracking().Where(row => row.CaseId == caseId).OrderBy(row => row.AddedAt));

    public static bool MayRemove(AgendaItem item, Permissions may, Caller caller) => may.EditPlan || (item.AddedByKind == caller.HolderKind && item.AddedById == caller.Id);

    public async Task<IReadOnlyList<AgendaItemView>> ReadAsync(Guid caseId, Caller caller, CancellationToken cancellationToken) =>
        await SeenAsync(caseId, await Viewer.RequireAsync(work, caseId, caller, cancellationToken), null, caller, cancellationToken);

    public async Task<AgendaItemView> ItemAsync(Guid caseId, Guid id, Caller caller, CancellationToken cancellationToken) =>
        (await ReadAsync(caseId, caller, cancellationToken)).SingleOrDefault(item => item.Id == id) ?? throw Problem.NotFound();

    public async Task<IReadOnlyList<AgendaItemView>> SeenAsync(Guid caseId, Viewer viewer, Permissions? known, Caller caller, CancellationToken cancellationToken)
    {
        var found = await findings.CheckAsync(caseId, viewer, caller, cancellationToken);
        var may = known ?? found.Doer.May;
        return
        [
            .. from item in await ItemsOf(db, caseId, cancellationToken)
               let subject = item.Finding is { } id ? found.Find(id) is { } finding ? Wording.Says(finding, found.Called) : null : Own(item, viewer, caller)
               where subject is not null && !(viewer.IsFamily && found.People.NameOf(item.AddedByKind, item.AddedById) is null)
               select new AgendaItemView(item.Id, item.Finding, subject, found.People.NameOf(item.AddedByKind, item.AddedById), item.AddedAt, item.DiscussedAt, MayRemove(item, may, caller), item.Version),
        ];
    }

    private static Sentence? Own(AgendaItem item, Viewer viewer, Caller caller) =>
        viewer.SeesOnlyCore && (item.AddedByKind != caller.HolderKind || item.AddedById != caller.Id) ? null : new Sentence(item.Subject!, item.Subject!);
}
