using System.Text.Json;
using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Kit;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Plans;

/// <summary>Reads the plan of a case for one reader; what the reader may not see is not read at all.</summary>
internal sealed class PlanReading(CasesDb db)
{
    public async Task<PlanView> ReadAsync(Guid caseId, Viewer viewer, CasePeople people, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleAsync(row => row.CaseId == caseId, cancellationToken);
        var whole = await WholeAsync(plan, viewer, people, cancellationToken);
        var status = await StatusAsync(plan, cancellationToken);
        var changed = await ChangedAsync(plan, whole, viewer, people, cancellationToken);
        var view = whole with { Status = status, ChangedSinceVersion = changed };
        return viewer.SeesOnlyCore ? PlanAudience.Core(view, viewer.InvolvementId) : view;
    }

    /// <summary>Goals, actions and agreements as this reader sees them: one item is picked from these, so that it never shows more than the plan does.</summary>
    public async Task<PlanView> ItemsAsync(Guid caseId, Viewer viewer, CasePeople people, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleAsync(row => row.CaseId == caseId, cancellationToken);
        var whole = await WholeAsync(plan, viewer, people, cancellationToken);
        return viewer.SeesOnlyCore ? PlanAudience.Core(whole, viewer.InvolvementId) : whole;
    }

    /// <summary>The content of the plan, without its place among the versions.</summary>
    public async Task<PlanView> WholeAsync(FamilyPlan plan, Viewer viewer, CasePeople people, CancellationToken cancellationToken)
    {
        var goals = await db.Goals.AsNoTracking().Where(row => row.CaseId == plan.CaseId).VisibleTo(viewer.Level, viewer.Today).OrderBy(row => row.Rank).ToListAsync(cancellationToken);
        var visible = db.Goals.Where(row => row.CaseId == plan.CaseId).VisibleTo(viewer.Level, viewer.Today).Select(row => row.Id);
        var actions = (await db.Actions.AsNoTracking().Where(row => row.CaseId == plan.CaseId && visible.Contains(row.GoalId)).VisibleTo(viewer.Level, viewer.Today)
            .ToListAsync(cancellationToken)).ToLookup(row => row.GoalId);
        var agreements = await db.Agreements.AsNoTracking().Where(row => row.CaseId == plan.CaseId).VisibleTo(viewer.Level, viewer.Today)
            .OrderBy(row => row.MadeAt).ToListAsync(cancellationToken);
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
        var answers = await db.PlanAnswers.AsNoTracking().Where(row => row.CaseId == plan.CaseId && row.Number == number).ToListAsync(cancellationToken);
        return PlanVersioning.StatusOf(number, members, answers);
    }

    public Task<List<Guid>> MembersWithAccessAsync(Guid caseId, CancellationToken cancellationToken) =>
        db.Household.AsNoTracking().Where(row => row.CaseId == caseId && row.Account != null).Select(row => row.Id).ToListAsync(cancellationToken);

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
