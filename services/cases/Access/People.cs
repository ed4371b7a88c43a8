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

    private static readonly Func<CasesDb, List<Guid>, CancellationToken, Task<List<Named>>> NamesOf = Hot.List((CasesDb db, List<Guid> ids) =>
        db.Professionals.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new Named(row.Id, row.Name)));

    private sealed record Named(Guid Id, string Name);

    /// <summary>Names only.</summary>
    public async Task<Dictionary<Guid, string>> NamesAsync(IEnumerable<Guid> professionalIds, CancellationToken cancellationToken) =>
        (await NamesOf(db, professionalIds.Distinct().ToList(), cancellationToken)).ToDictionary(row => row.Id, row => row.Name);

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
    /// <summary>Stands where a name is not known here.</summary>
    public const string Nobody = "?";

    public ProfessionalCopy? Find(Guid id) => Professionals.GetValueOrDefault(id);

    public string NameOf(Guid id) => Find(id)?.Name ?? Nobody;

    public string OrganisationOf(Guid id) => Find(id) is { } who ? Organisations.GetValueOrDefault(who.OrganisationId, Nobody) : Nobody;
}
