using System.Text.Json;
using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Kit;
using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Plans;

/// <summary>Reads the plan of a case for one reader; what the reader may not see is not read at all.</summary>
internal sealed class PlanReading(CasesDb db)
{
    private static readonly Func<CasesDb, Guid, CancellationToken, Task<FamilyPlan>> PlanOf = Hot.One((CasesDb db, Guid caseId, CancellationToken _) =>
        db.Plans.AsNoTracking().Single(row => row.CaseId == caseId));

    private static readonly Func<CasesDb, Guid, string, DateOnly, CancellationToken, Task<List<Goal>>> GoalsOf = Hot.List((CasesDb db, Guid caseId, string level, DateOnly today) =>
        db.Goals.AsNoTracking().Where(row => row.CaseId == caseId).VisibleTo(level, today).OrderBy(row => row.Rank));

    private static readonly Func<CasesDb, Guid, string, DateOnly, CancellationToken, Task<List<PlanAction>>> ActionsOf = Hot.List((CasesDb db, Guid caseId, string level, DateOnly today) =>
        db.Actions.AsNoTracking().Where(row => row.CaseId == caseId && db.Goals.Where(goal => goal.CaseId == caseId).VisibleTo(level, today).Any(goal => goal.Id == row.GoalId))
            .VisibleTo(level, today));

    private static readonly Func<CasesDb, Guid, string, DateOnly, CancellationToken, Task<List<Agreement>>> AgreementsOf = Hot.List((CasesDb db, Guid caseId, string level, DateOnly today) =>
        db.Agreements.AsNoTracking().Where(row => row.CaseId == caseId).VisibleTo(level, today).OrderBy(row => row.MadeAt));

    private static readonly Func<CasesDb, Guid, int, CancellationToken, Task<List<PlanAnswer>>> AnswersTo = Hot.List((CasesDb db, Guid caseId, int number) =>
        db.PlanAnswers.AsNoTracking().Where(row => row.CaseId == caseId && row.Number == number));

    private static readonly Func<CasesDb, Guid, CancellationToken, Task<List<Guid>>> MembersWithAccess = Hot.List((CasesDb db, Guid caseId) =>
        db.Household.AsNoTracking().Where(row => row.CaseId == caseId && row.Account != null).Select(row => row.Id));

    public async Task<PlanView> ReadAsync(Guid caseId, Viewer viewer, CasePeople people, CancellationToken cancellationToken)
    {
        var plan = await PlanOf(db, caseId, cancellationToken);
        var whole = await WholeAsync(plan, viewer, people, cancellationToken);
        var status = await StatusAsync(plan, cancellationToken);
        var changed = await ChangedAsync(plan, whole, viewer, people, cancellationToken);
        var view = whole with { Status = status, ChangedSinceVersion = changed };
        return viewer.SeesOnlyCore ? PlanAudience.Core(view, viewer.InvolvementId) : view;
    }

    /// <summary>Goals, actions and agreements as this reader sees them: one item is picked from these, so that it never shows more than the plan does.</summary>
    public async Task<PlanView> ItemsAsync(Guid caseId, Viewer viewer, CasePeople people, CancellationToken cancellationToken)
    {
        var plan = await PlanOf(db, caseId, cancellationToken);
        var whole = await WholeAsync(plan, viewer, people, cancellationToken);
        return viewer.SeesOnlyCore ? PlanAudience.Core(whole, viewer.InvolvementId) : whole;
    }

    /// <summary>The content of the plan, without its place among the versions.</summary>
    public async Task<PlanView> WholeAsync(FamilyPlan plan, Viewer viewer, CasePeople people, CancellationToken cancellationToken)
    {
        var goals = await GoalsOf(db, plan.CaseId, viewer.Level, viewer.Today, cancellationToken);
        var actions = (await ActionsOf(db, plan.CaseId, viewer.Level, viewer.Today, cancellationToken)).ToLookup(row => row.GoalId);
        var agreements = await AgreementsOf(db, plan.CaseId, viewer.Level, viewer.Today, cancellationToken);
        return PlanViewing.View(plan, PlanStatus.Draft, false,
            [.. goals.Select((goal, index) => PlanViewing.View(goal, index + 1, actions[goal.Id], people, viewer))],
            [.. agreements.Select(agreement => PlanViewing.View(agreement, people, viewer))]);
    }

    public async Task<PlanStatus> StatusAsync(FamilyPlan plan, CancellationToken cancellationToken)
    {
        if (plan.CurrentVersion is not { } number)
        {
            return PlanStatus.Draft;
        }

        var members = await MembersWithAccessAsync(plan.CaseId, cancellationToken);
        var answers = await AnswersTo(db, plan.CaseId, number, cancellationToken);
        return PlanVersioning.StatusOf(number, members, answers);
    }

    public Task<List<Guid>> MembersWithAccessAsync(Guid caseId, CancellationToken cancellationToken) =>
        MembersWithAccess(db, caseId, cancellationToken);

    public async Task<PlanSnapshot?> SnapshotAsync(Guid caseId, int number, CancellationToken cancellationToken)
    {
        var text = await db.PlanVersions.AsNoTracking().Where(row => row.CaseId == caseId && row.Number == number).Select(row => row.Snapshot).SingleOrDefaultAsync(cancellationToken);
        return text is null ? null : JsonSerializer.Deserialize<PlanSnapshot>(text, Json.Options);
    }

    /// <summary>Changed as this reader sees it: what is hidden from the family does not show in its "changed" either.</summary>
    private async Task<bool> ChangedAsync(FamilyPlan plan, PlanView whole, Viewer viewer, CasePeople people, CancellationToken cancellationToken)
    {
        if (!plan.ChangedSinceVersion || plan.CurrentVersion is not { } number || await SnapshotAsync(plan.CaseId, number, cancellationToken) is not { } then)
        {
            return false;
        }

        var hidden = viewer.IsFamily ? await HiddenItems.OfAsync(db, plan.CaseId, viewer.Today, cancellationToken) : [];
        return PlanVersioning.Differ(whole, viewer.IsFamily ? PlanAudience.For(then.Plan, viewer, hidden, people) : then.Plan);
    }
}
