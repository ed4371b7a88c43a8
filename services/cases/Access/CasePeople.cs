using EenPlan.Cases.Involvements;
using EenPlan.Cases.Persistence;
using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Access;

/// <summary>A professional of the case by name; <paramref name="Hidden"/> when the card is hidden from the family today.</summary>
internal sealed record InvolvedPerson(Guid InvolvementId, Guid ProfessionalId, string? Name, bool Active, bool Hidden);

/// <summary>The names of everybody in one case, for one reader: a professional who is hidden from the family has no name there.</summary>
internal sealed class CasePeople(IReadOnlyList<InvolvedPerson> professionals, IReadOnlyDictionary<Guid, string> members, bool forFamily)
{
    private static readonly Func<CasesDb, Guid, DateOnly, CancellationToken, Task<List<InvolvedPerson>>> ProfessionalsOf = Hot.List((CasesDb db, Guid caseId, DateOnly today) =>
        from involvement in db.Involvements.AsNoTracking()
        where involvement.CaseId == caseId
        join professional in db.Professionals on involvement.ProfessionalId equals professional.Id into known
        from professional in known.DefaultIfEmpty()
        select new InvolvedPerson(involvement.Id, involvement.ProfessionalId, professional.Name, involvement.Status == InvolvementStatus.Active,
            involvement.HiddenUntil != null && involvement.HiddenUntil >= today));

    private static readonly Func<CasesDb, Guid, CancellationToken, Task<List<NamedMember>>> MembersOf = Hot.List((CasesDb db, Guid caseId) =>
        db.Household.AsNoTracking().Where(row => row.CaseId == caseId).OrderBy(row => row.Rank).Select(row => new NamedMember(row.Id, row.Name)));

    public static async Task<CasePeople> LoadAsync(CasesDb db, Guid caseId, Viewer viewer, CancellationToken cancellationToken)
    {
        var professionals = await ProfessionalsOf(db, caseId, viewer.Today, cancellationToken);
        var members = await MembersOf(db, caseId, cancellationToken);
        return new CasePeople(professionals, members.ToDictionary(member => member.Id, member => member.Name), viewer.IsFamily);
    }

    public IReadOnlyDictionary<Guid, string> Members => members;

    /// <summary>An involvement that this reader may know of.</summary>
    public InvolvedPerson? Involvement(Guid id) => professionals.FirstOrDefault(person => person.InvolvementId == id && Shown(person));

    /// <summary>True when this reader must not learn who the involvement is.</summary>
    public bool Conceals(Guid involvementId) => professionals.Any(person => person.InvolvementId == involvementId && !Shown(person));

    /// <summary>Name of who did something; null when it is unknown or not for this reader.</summary>
    public string? NameOf(string kind, Guid? id) => (kind, id) switch
    {
        ("professional", { } who) => professionals.Where(person => person.ProfessionalId == who && Shown(person)).Select(person => person.Name).FirstOrDefault(),
        ("family", { } who) => members.GetValueOrDefault(who),
        _ => null,
    };

    private sealed record NamedMember(Guid Id, string Name);

    private bool Shown(InvolvedPerson person) => !(forFamily && person.Hidden);
}
