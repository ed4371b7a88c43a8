using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Identity;
using EenPlan.Network.Persistence;

namespace EenPlan.Network.People;

/// <summary>
/// Who may see and draw the network of a case: the family and everybody who takes part in its plan. Somebody who is only kept informed
/// sees nothing of it, not even that there is one.
/// </summary>
internal sealed class PeopleAccess(CaseGate<NetworkDb> gate, NetworkDb db, AuditNote note)
{
    /// <summary>Lets the caller through or answers that there is nothing; call it outside a transaction.</summary>
    public async Task RequireAsync(Guid caseId, Caller caller, CancellationToken cancellationToken)
    {
        var level = await gate.RequireAsync(caseId, caller, cancellationToken);
        note.Purpose = $"involved:{level}";
        if (level == AccessLevel.InformationOnly)
        {
            throw Problem.NotFound();
        }
    }

    /// <summary>The people of one case, as far as this caller may see them: access is part of the query.</summary>
    public IQueryable<Person> Of(Guid caseId, Caller caller)
    {
        var access = Open(caseId, caller);
        return db.People.Where(person => person.CaseId == caseId && access.Any(row => row.CaseId == person.CaseId));
    }

    /// <summary>The caller's access rows that open the network of this case.</summary>
    public IQueryable<CaseAccess> Open(Guid caseId, Caller caller) =>
        db.CaseAccess.Of(caller).Where(row => row.CaseId == caseId && row.Level != AccessLevel.InformationOnly);
}

internal static class PeopleOrder
{
    /// <summary>In the order in which they were added, which is also their order in the picture.</summary>
    public static IQueryable<Person> InOrder(this IQueryable<Person> people) => people.OrderBy(person => person.AddedAt).ThenBy(person => person.Name);
}
