using System.Globalization;
using EenPlan.Cases.Access;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Persistence;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Cases;

/// <summary>The caller's own cases: list, count and search obey the one access filter in their queries.</summary>
internal sealed class CaseLists(CasesDb db, CaseWork work, People people)
{
    public Task<int> CountAsync(Caller caller, CancellationToken cancellationToken) => db.CaseAccess.Of(caller).CountAsync(cancellationToken);

    public async Task<Page<CaseLine>> ListAsync(Caller caller, string? after, int limit, CancellationToken cancellationToken)
    {
        await db.StayOpenAsync(cancellationToken);
        var before = new DateTimeOffset(Math.Min(Paging.Below(after), DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
        var rows = await Mine(caller).Where(row => row.OpenedAt < before).OrderByDescending(row => row.OpenedAt).Take(limit + 1).ToListAsync(cancellationToken);
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
        var levels = await db.CaseAccess.AsNoTracking().Of(caller).Where(row => ids.Contains(row.CaseId)).ToDictionaryAsync(row => row.CaseId, row => row.Level!, cancellationToken);
        var involved = (await db.Involvements.AsNoTracking().Where(row => ids.Contains(row.CaseId) && row.Status == InvolvementStatus.Active).ToListAsync(cancellationToken)).ToLookup(row => row.CaseId);
        var dates = await db.Plans.AsNoTracking().Where(row => ids.Contains(row.CaseId)).ToDictionaryAsync(row => row.CaseId, row => row.EvaluationDate, cancellationToken);
        var names = await people.LoadAsync(involved.SelectMany(group => group).Select(row => row.ProfessionalId), cancellationToken);
        return cases.ConvertAll(row =>
        {
            var level = levels[row.Id];
            var cards = involved[row.Id].Where(card => card.Kind != InvolvementKind.Intake && (level != AccessLevel.Family || !card.IsHidden(work.Today))).ToList();
            var coordinator = involved[row.Id].SingleOrDefault(who => who.Id == row.CoordinatorInvolvementId);
            return new CaseLine(row.Id, row.Alias, row.Municipality, "open", caller.Kind == CallerKind.Professional && coordinator?.ProfessionalId == caller.Id ? "coordinator" : level,
                coordinator is null ? null : new CoordinatorName(names.NameOf(coordinator.ProfessionalId)), dates.GetValueOrDefault(row.Id), row.OpenedAt,
                cards.Count(card => card.CardComplete), cards.Count);
        });
    }
}
