using EenPlan.Contracts.Cases;
using EenPlan.Kit.Api;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Kit.Access;

/// <summary>
/// Decides in a service that holds a copy of the access table. A yes from a copy that is at most two seconds behind counts;
/// otherwise, on a no, and while events of the case are parked, cases is asked once. Without an answer the request is refused (503), never allowed.
/// </summary>
public sealed class CaseGate<TDb>(TDb db, Change<TDb> change, SourceProgress progress, ServiceClient cases)
    where TDb : ServiceDb
{
    private static readonly Func<TDb, Guid, CancellationToken, Task<bool>> IsParked = Hot.One((TDb db, Guid caseId, CancellationToken _) => db.ParkedEvents.Any(row => row.CaseId == caseId));

    /// <summary>The caller's level on the case; throws 404 when there is none.</summary>
    public async Task<string> RequireAsync(Guid caseId, Caller caller, CancellationToken cancellationToken)
    {
        await db.StayOpenAsync(cancellationToken);
        if (progress.IsFresh && !await IsParked(db, caseId, cancellationToken)
            && await CaseLevel<TDb>.OfAsync(db, caseId, caller, cancellationToken) is { } known)
        {
            return known;
        }

        await AskAsync($"/internal/access?caseId={caseId}&holderKind={caller.KindCode}&holderId={caller.Id}", cancellationToken);
        return await CaseLevel<TDb>.OfAsync(db, caseId, caller, cancellationToken) ?? throw Problem.NotFound();
    }

    /// <summary>Makes sure that the copy may be used to filter a list for this caller.</summary>
    public async Task RefreshAsync(Caller caller, CancellationToken cancellationToken)
    {
        await db.StayOpenAsync(cancellationToken);
        if (!progress.IsFresh || await db.ParkedEvents.AnyAsync(cancellationToken))
        {
            await AskAsync($"/internal/access?holderKind={caller.KindCode}&holderId={caller.Id}", cancellationToken);
        }
    }

    /// <summary>Makes sure that the copy may be used for what an organisation may know.</summary>
    public async Task RefreshOrganisationAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        if (!progress.IsFresh || await db.ParkedEvents.AnyAsync(cancellationToken))
        {
            await AskAsync($"/internal/access?organisationId={organisationId}", cancellationToken);
        }
    }

    private async Task AskAsync(string question, CancellationToken cancellationToken)
    {
        IReadOnlyList<CaseAccessChanged> answers;
        try
        {
            answers = await cases.GetAsync<IReadOnlyList<CaseAccessChanged>>("cases", question, cancellationToken) ?? [];
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw Problem.Unavailable("Whether you may see this cannot be checked right now. Nothing was shown or changed; try again in a moment.");
        }

        if (await AnyNewAsync(answers, cancellationToken))
        {
            await change.RunAsync(async () =>
            {
                foreach (var answer in answers)
                {
                    await AccessCopy.ApplyAsync(db, answer, cancellationToken);
                }
            }, cancellationToken);
        }
    }

    private async Task<bool> AnyNewAsync(IReadOnlyList<CaseAccessChanged> answers, CancellationToken cancellationToken)
    {
        var cases = answers.Select(answer => answer.CaseId).Distinct().ToList();
        var known = await db.CaseAccess.AsNoTracking().Where(row => cases.Contains(row.CaseId))
            .ToDictionaryAsync(row => (row.CaseId, row.HolderKind, row.HolderId), row => row.Version, cancellationToken);
        return answers.Any(answer => !known.TryGetValue((answer.CaseId, answer.HolderKind, answer.HolderId), out var version) || version < answer.Version);
    }
}
