using EenPlan.Cases.Involvements;
using EenPlan.Cases.Persistence;
using EenPlan.Kit.Access;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Access;

/// <summary>Who reads, as far as it decides which items of a case are shown.</summary>
/// <param name="Level">Level of access.</param>
/// <param name="Today">The day that hiding is judged on.</param>
/// <param name="InvolvementId">The caller's own active involvement; null for family.</param>
internal sealed record Viewer(string Level, DateOnly Today, Guid? InvolvementId)
{
    public bool IsFamily => Level == AccessLevel.Family;

    /// <summary>Sees the core of the plan and the own line only.</summary>
    public bool SeesOnlyCore => Level == AccessLevel.InformationOnly;

    public static Viewer Of(OpenCase open) => new(open.Level, open.Today, open.InvolvementId);

    /// <summary>The caller as reader of a case, or 404.</summary>
    public static async Task<Viewer> RequireAsync(CaseWork work, Guid caseId, Caller caller, CancellationToken cancellationToken)
    {
        var level = await work.RequireAsync(caseId, caller, cancellationToken);
        return new Viewer(level, work.Today, await work.OwnInvolvementAsync(caseId, caller, cancellationToken));
    }
}
