using System.Globalization;
using EenPlan.Cases.Access;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Persistence;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Cases;

/// <summary>The caller's own cases: list, count and search obey the one access filter in their queries.</summary>
internal sealed class CaseLists(CasesDb db, CaseWork work, People people)
{
    private static readonly Func<CasesDb, string, Guid, List<Guid>, CancellationToken, Task<List<CaseAccess>>> LevelsOf = Hot.List((CasesDb db, string kind, Guid id, List<Guid> cases) =>
        db.CaseAccess.AsNoTracking().HeldBy(kind, id).Where(row => cases.Contains(row.CaseId)));

    private static readonly Func<CasesDb, List<Guid>, CancellationToken, Task<List<Part>>> ActiveIn = Hot.List((CasesDb db, List<Guid> cases) =>
        db.Involvements.AsNoTracking().Where(row => cases.Contains(row.CaseId) && row.Status == InvolvementStatus.Active)
            .Select(row => new Part(row.Id, row.CaseId, row.ProfessionalId, row.Kind, row.HiddenUntil, row.CardComplete)));

    private static readonly Func<CasesDb, List<Guid>, CancellationToken, Task<List<Evaluation>>> EvaluationDatesOf = Hot.List((CasesDb db, List<Guid> cases) =>
        db.Plans.AsNoTracking().Where(row => cases.Contains(row.CaseId)).Select(row => new Evaluation(row.CaseId, row.EvaluationDate)));

    /// <summary>Of somebody's part in a case, what the list needs: whole cards are large.</summary>
    private sealed record Part(Guid Id, Guid CaseId, Guid ProfessionalId, string Kind, DateOnly? HiddenUntil, bool CardComplete);

    private sealed record Evaluation(Guid CaseId, DateOnly? Date);

    public Task<int> CountAsync(Caller caller, CancellationToken cancellationToken) => Mine(caller).CountAsync(row => row.ClosedAt == null, cancellationToken);

    /// <param name="status">Only these; null for all.</param>
    public async Task<Page<CaseLine>> ListAsync(Caller caller, string? status, string? after, int limit, CancellationToken cancellationToken)
    {
        await db.StayOpenAsync(cancellationToken);
        var mine = status switch
        {
            CaseStatus.Open => Mine(caller).Where(row => row.ClosedAt == null),
            CaseStatus.Closed => Mine(caller).Where(row => row.ClosedAt != null),
            _ => Mine(caller),
        };
        var before = new DateTimeOffset(Math.Min(Paging.Below(after), DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
        var rows = await mine.Where(row => row.OpenedAt < before).OrderByDescending(row => row.OpenedAt).Take(limit + 1).ToListAsync(cancellationToken);
        var next = rows.Count > limit ? rows[limit - 1].OpenedAt.UtcTicks.ToString(CultureInfo.InvariantCulture) : null;
        return new Page<CaseLine>(await LinesAsync([.. rows.Take(limit)], caller, cancellationToken), next);
    }

    /// <summary>Cases whose alias or household names hold the text; capitals and accents do not matter. One's own cases are few, so memory does the comparing.</summary>
    public async Task<Page<CaseLine>> SearchAsync(Caller caller, string text, CancellationToken cancellationToken)
    {
        var mine = await Mine(caller).OrderByDescending(row => row.OpenedAt).ToListAsync(cancellationToken);
        var ids = mine.ConvertAll(row => row.Id);
        var names = (await db.Household.AsNoTracking().Where(row => ids.Contains(row.CaseId)).Select(row => new { row.CaseId, row.Name }).ToListAsync(cancellationToken))
            .ToLookup(row => row.CaseId, row => row.Name);
        var found = mine.Where(row => Holds(row.Alias, text) || names[row.Id].Any(name => Holds(name, text))).Take(50).ToList();
        return new Page<CaseLine>(await LinesAsync(found, caller, cancellationToken), null);
    }

    // From the caller's access to the cases, never the other way round: a person has a few cases, the region has very many.
    private IQueryable<Case> Mine(Caller caller)
    {
        var mine = db.CaseAccess.Of(caller).Select(access => access.CaseId);
        return db.Cases.AsNoTracking().Where(row => mine.Contains(row.Id));
    }

    private static bool Holds(string where, string text) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(where, text, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    private async Task<List<CaseLine>> LinesAsync(List<Case> cases, Caller caller, CancellationToken cancellationToken)
    {
        var ids = cases.ConvertAll(row => row.Id);
        var levels = (await LevelsOf(db, caller.HolderKind, caller.Id, ids, cancellationToken)).ToDictionary(row => row.CaseId, row => row.Level!);
        var involved = (await ActiveIn(db, ids, cancellationToken)).ToLookup(row => row.CaseId);
        var dates = (await EvaluationDatesOf(db, ids, cancellationToken)).ToDictionary(row => row.CaseId, row => row.Date);
        var coordinators = cases.Select(row => involved[row.Id].SingleOrDefault(who => who.Id == row.CoordinatorInvolvementId)).OfType<Part>().ToDictionary(who => who.CaseId);
        var names = await people.NamesAsync(coordinators.Values.Select(who => who.ProfessionalId), cancellationToken);
        return cases.ConvertAll(row =>
        {
            var level = levels[row.Id];
            var cards = involved[row.Id].Where(card => card.Kind != InvolvementKind.Intake && (level != AccessLevel.Family || !Audience.IsHidden(card.HiddenUntil, work.Today))).ToList();
            var coordinator = coordinators.GetValueOrDefault(row.Id);
            return new CaseLine(row.Id, row.Alias, row.Municipality, CaseStatus.Of(row), caller.Kind == CallerKind.Professional && coordinator?.ProfessionalId == caller.Id ? "coordinator" : level,
                coordinator is null ? null : new CoordinatorName(names.GetValueOrDefault(coordinator.ProfessionalId, KnownPeople.Nobody)), dates.GetValueOrDefault(row.Id), row.OpenedAt,
                row.ClosedAt is { } at ? Kit.Calendar.DayOf(at) : null, cards.Count(card => card.CardComplete), cards.Count);
        });
    }
}
