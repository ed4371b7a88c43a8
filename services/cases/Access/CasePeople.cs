using EenPlan.Cases.Involvements;
using EenPlan.Cases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Access;

/// <summary>A professional of the case by name; <paramref name="Hidden"/> when the card is hidden from the family today.</summary>
internal sealed record InvolvedPerson(Guid InvolvementId, Guid ProfessionalId, string? Name, bool Active, bool Hidden);

/// <summary>The names of everybody in one case, for one reader: a professional who is hidden from the family has no name there.</summary>
internal sealed class CasePeople(IReadOnlyList<InvolvedPerson> professionals, IReadOnlyDictionary<Guid, string> members, bool forFamily)
{
    public static async Task<CasePeople> LoadAsync(CasesDb db, Guid caseId, Viewer viewer, CancellationToken cancellationToken)
    {
        var today = viewer.Today;
        var professionals = await (
            from involvement in db.Involvements.AsNoTracking()
            where involvement.CaseId == caseId
            join professional in db.Professionals on involvement.ProfessionalId equals professional.Id into known
            from professional in known.DefaultIfEmpty()
            select new InvolvedPerson(involvement.Id, involvement.ProfessionalId, professional.Name, involvement.Status == InvolvementStatus.Active,
                involvement.HiddenUntil != null && involvement.HiddenUntil >= today)).ToListAsync(cancellationToken);
        var members = await db.Household.AsNoTracking().Where(row => row.CaseId == caseId).OrderBy(row => row.Rank).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        return new CasePeople(professionals, members, viewer.IsFamily);
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

    private bool Shown(InvolvedPerson person) => !(forFamily && person.Hidden);
}
