using EenPlan.Cases.Cases;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Persistence;
using EenPlan.Cases.Plans;
using EenPlan.Contracts;
using EenPlan.Contracts.Cases;
using EenPlan.Kit;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Access;

/// <summary>A case that the caller may see, inside the transaction of a change.</summary>
internal sealed class OpenCase(CasesDb db, Case opened, string level, Caller caller, Guid? involvementId, DateTimeOffset now, bool hasIntake = true)
{
    private bool _versioned;

    public CasesDb Db => db;

    public Case Case => opened;

    public Guid Id => opened.Id;

    public string Level => level;

    public Caller Caller => caller;

    public DateTimeOffset Now => now;

    public DateOnly Today => Calendar.DayOf(now);

    /// <summary>The caller's own active involvement; null for family.</summary>
    public Guid? InvolvementId => involvementId;

    public Permissions May => new(level, IsCoordinator, opened.CoordinatorInvolvementId is not null, hasIntake);

    public bool IsCoordinator => involvementId is { } own && own == opened.CoordinatorInvolvementId;

    /// <summary>Records an event of this commit; the first one gives the case its next version.</summary>
    public void Record<TEvent>(TEvent occurred, bool hiddenFromFamily = false)
        where TEvent : IEvent
    {
        if (!_versioned)
        {
            _versioned = true;
            opened.CaseVersion++;
        }

        db.Record(occurred, now, caller, opened.Id, opened.CaseVersion, hiddenFromFamily);
    }

    /// <summary>
    /// Changes who may see the case and tells the copies. Call it before recording what happened, so that readers apply the new access first.
    /// </summary>
    public async Task SetAccessAsync(string holderKind, Guid holderId, Guid? organisationId, string? newLevel, CancellationToken cancellationToken)
    {
        var changed = new CaseAccessChanged(opened.Id, holderKind, holderId, organisationId, newLevel, opened.CaseVersion + (_versioned ? 0 : 1));
        await AccessCopy.ApplyAsync(db, changed, cancellationToken);
        Record(changed);
    }

    /// <summary>Marks that something which belongs in a plan version changed.</summary>
    public async Task<FamilyPlan> DraftAsync(CancellationToken cancellationToken)
    {
        var plan = await db.Plans.SingleAsync(row => row.CaseId == opened.Id, cancellationToken);
        plan.ChangedSinceVersion = true;
        return plan;
    }
}

/// <summary>The way into a case: for reading and for changing. Who has no access gets the same 404 as for a case that does not exist.</summary>
internal sealed class CaseWork(Change<CasesDb> change, CasesDb db, TimeProvider clock, AuditNote note)
{
    private static readonly Func<CasesDb, Guid, Guid, CancellationToken, Task<Guid?>> OwnInvolvement = Hot.One((CasesDb db, Guid caseId, Guid professionalId, CancellationToken _) =>
        db.Involvements.Where(row => row.CaseId == caseId && row.ProfessionalId == professionalId && row.Status == InvolvementStatus.Active).Select(row => (Guid?)row.Id).SingleOrDefault());

    public CasesDb Db => db;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => Calendar.DayOf(Now);

    /// <summary>The caller's level on the case, or 404.</summary>
    public async Task<string> RequireAsync(Guid caseId, Caller caller, CancellationToken cancellationToken)
    {
        await db.StayOpenAsync(cancellationToken);
        var level = await CaseLevel<CasesDb>.OfAsync(db, caseId, caller, cancellationToken);
        note.Purpose = level is null ? "none" : $"involved:{level}";
        return level ?? throw Problem.NotFound();
    }

    /// <summary>The caller's own active involvement; null for family.</summary>
    public async Task<Guid?> OwnInvolvementAsync(Guid caseId, Caller caller, CancellationToken cancellationToken) =>
        caller.Kind == CallerKind.Professional ? await OwnInvolvement(db, caseId, caller.Id, cancellationToken) : null;

    /// <summary>Changes an existing item of a case in one transaction, with its audit row.</summary>
    public Task<T> ChangeAsync<T>(HttpContext http, Guid caseId, Caller caller, Func<OpenCase, Task<T>> work, CancellationToken cancellationToken) =>
        ChangeAsync(http, caseId, () => OpenAsync(caseId, caller, cancellationToken), work, cancellationToken);

    /// <summary>The same for the one change that a closed case allows: opening it again.</summary>
    public Task<T> ChangeClosedAsync<T>(HttpContext http, Guid caseId, Caller caller, Func<OpenCase, Task<T>> work, CancellationToken cancellationToken) =>
        ChangeAsync(http, caseId, () => FindAsync(caseId, caller, cancellationToken), work, cancellationToken);

    /// <summary>Creates an item of a case once per Idempotency-Key; returns its id.</summary>
    public async Task<Guid> CreateAsync(HttpContext http, Guid caseId, Caller caller, Input input, Func<OpenCase, Task<Guid>> work, CancellationToken cancellationToken)
    {
        // Also for a request that was carried out before: its answer shows the item of today.
        await RequireAsync(caseId, caller, cancellationToken);
        return await change.CreateOnceAsync(http, caller, input, async () =>
        {
            var id = await work(await OpenAsync(caseId, caller, cancellationToken));
            db.Account(http, caseId, id, StatusCodes.Status201Created);
            return id;
        }, cancellationToken);
    }

    /// <summary>Opens a case inside a transaction that is already there; a closed one stays as it is.</summary>
    public async Task<OpenCase> OpenAsync(Guid caseId, Caller caller, CancellationToken cancellationToken)
    {
        var open = await FindAsync(caseId, caller, cancellationToken);
        ClosingRules.RequireOpen(open.Case);
        return open;
    }

    private Task<T> ChangeAsync<T>(HttpContext http, Guid caseId, Func<Task<OpenCase>> find, Func<OpenCase, Task<T>> work, CancellationToken cancellationToken) =>
        change.RunAsync(async () =>
        {
            var result = await work(await find());
            db.Account(http, caseId, null);
            return result;
        }, cancellationToken);

    private async Task<OpenCase> FindAsync(Guid caseId, Caller caller, CancellationToken cancellationToken)
    {
        var level = await RequireAsync(caseId, caller, cancellationToken);
        var opened = await db.Cases.SingleAsync(row => row.Id == caseId, cancellationToken);
        var own = await OwnInvolvementAsync(caseId, caller, cancellationToken);
        var hasIntake = opened.CoordinatorInvolvementId is not null
            || await db.Involvements.AnyAsync(row => row.CaseId == caseId && row.Kind == InvolvementKind.Intake && row.Status == InvolvementStatus.Active, cancellationToken);
        return new OpenCase(db, opened, level, caller, own, Now, hasIntake);
    }
}
