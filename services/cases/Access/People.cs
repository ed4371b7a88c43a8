using EenPlan.Cases.Directory;
using EenPlan.Cases.Persistence;
using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Access;

/// <summary>Names and work contact data of professionals, from the copy of the directory.</summary>
internal sealed class People(CasesDb db)
{
    private static readonly Func<CasesDb, List<Guid>, CancellationToken, Task<List<ProfessionalCopy>>> ProfessionalsOf = Hot.List((CasesDb db, List<Guid> ids) =>
        db.Professionals.AsNoTracking().Where(row => ids.Contains(row.Id)));

    private static readonly Func<CasesDb, List<Guid>, CancellationToken, Task<List<OrganisationCopy>>> OrganisationsOf = Hot.List((CasesDb db, List<Guid> ids) =>
        db.Organisations.AsNoTracking().Where(row => ids.Contains(row.Id)));

    public async Task<KnownPeople> LoadAsync(IEnumerable<Guid> professionalIds, CancellationToken cancellationToken)
    {
        var ids = professionalIds.Distinct().ToList();
        var professionals = await ProfessionalsOf(db, ids, cancellationToken);
        var organisations = await OrganisationsOf(db, professionals.Select(row => row.OrganisationId).Distinct().ToList(), cancellationToken);
        return new KnownPeople(professionals.ToDictionary(row => row.Id), organisations.ToDictionary(row => row.Id, row => row.Name));
    }

    /// <summary>An active professional of the directory copy; null when unknown or no longer working there.</summary>
    public Task<ProfessionalCopy?> FindAsync(Guid professionalId, CancellationToken cancellationToken) =>
        db.Professionals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == professionalId && row.Active, cancellationToken);
}

internal sealed record KnownPeople(IReadOnlyDictionary<Guid, ProfessionalCopy> Professionals, IReadOnlyDictionary<Guid, string> Organisations)
{
    public ProfessionalCopy? Find(Guid id) => Professionals.GetValueOrDefault(id);

    public string NameOf(Guid id) => Find(id)?.Name ?? "?";

    public string OrganisationOf(Guid id) => Find(id) is { } who ? Organisations.GetValueOrDefault(who.OrganisationId, "?") : "?";
}
