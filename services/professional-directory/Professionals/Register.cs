using EenPlan.Contracts.Directory;
using EenPlan.Directory.Organisations;
using EenPlan.Directory.Persistence;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Professionals;

/// <summary>Writes down who works where, and tells the other services when that really changed something: whoever brings the news, the rules are here.</summary>
internal sealed class Register(DirectoryDb db, DateTimeOffset now, Caller? actor = null)
{
    /// <summary>Adds an organisation or changes its facts; its people are then found by its new name.</summary>
    public async Task<Organisation> OrganisationAsync(Guid id, OrganisationFacts facts, string? node, CancellationToken cancellationToken)
    {
        var row = await db.Organisations.FindAsync([id], cancellationToken);
        if (row is null)
        {
            row = db.Organisations.Add(new Organisation { Id = id, Name = facts.Name, Kind = facts.Kind, Municipality = facts.Municipality, Phone = facts.Phone, Node = node, SortKey = $"{facts.Name} {id}" }).Entity;
            Tell(row);
        }
        else if (OrganisationFacts.Of(row) != facts)
        {
            var renamed = row.Name != facts.Name;
            (row.Name, row.Kind, row.Municipality, row.Phone, row.SortKey) = (facts.Name, facts.Kind, facts.Municipality, facts.Phone, $"{facts.Name} {id}");
            row.Version++;
            Tell(row);
            if (renamed)
            {
                await FindByAsync(row, cancellationToken);
            }
        }

        return row;
    }

    /// <summary>Adds somebody or changes the facts of somebody; false when all of it was so already.</summary>
    public async Task<bool> ProfessionalAsync(Guid id, Organisation organisation, ProfessionalFacts facts, bool active, Guid? successorId, CancellationToken cancellationToken)
    {
        var row = await db.Professionals.FindAsync([id], cancellationToken);
        if (row is null)
        {
            row = new Professional { Id = id, OrganisationId = organisation.Id, Name = facts.Name, Function = facts.Function, Active = active };
            db.Professionals.Add(row);
        }
        else if (IsSo(row, organisation.Id, facts, active))
        {
            return false;
        }
        else
        {
            row.Version++;
        }

        (row.OrganisationId, row.Name, row.Function, row.Phone, row.Email) = (organisation.Id, facts.Name, facts.Function, facts.Phone, facts.Email);
        (row.PreferredChannel, row.Roles, row.Active) = (facts.PreferredChannel, [.. facts.Roles], active);
        await FindByAsync(row, organisation.Name, cancellationToken);
        db.Record(new ProfessionalRegistered(row.Id, row.OrganisationId, row.Name, row.Function, row.Phone, row.Email, row.PreferredChannel, row.Roles, row.Active, active ? null : successorId), now, actor);
        return true;
    }

    private static bool IsSo(Professional row, Guid organisationId, ProfessionalFacts facts, bool active) =>
        row.OrganisationId == organisationId && row.Active == active && row.Roles.SequenceEqual(facts.Roles)
        && (row.Name, row.Function, row.Phone, row.Email, row.PreferredChannel) == (facts.Name, facts.Function, facts.Phone, facts.Email, facts.PreferredChannel);

    private void Tell(Organisation row) => db.Record(new OrganisationRegistered(row.Id, row.Name, row.Kind, row.Municipality, row.Phone), now, actor);

    private async Task FindByAsync(Organisation organisation, CancellationToken cancellationToken)
    {
        foreach (var person in await db.Professionals.Where(row => row.OrganisationId == organisation.Id).ToListAsync(cancellationToken))
        {
            await FindByAsync(person, organisation.Name, cancellationToken);
        }
    }

    /// <summary>Who left is found no more: their words would stand in the way of others.</summary>
    private async Task FindByAsync(Professional person, string organisationName, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var wanted = person.Active ? SearchWords.For(person, organisationName).ToList() : [];
        var known = await db.SearchWords.Where(row => row.ProfessionalId == person.Id).ToListAsync(cancellationToken);
        var kept = known.Where(row => wanted.Exists(word => word.Word == row.Word && word.Name == row.Name)).ToList();
        db.SearchWords.RemoveRange(known.Except(kept));
        db.SearchWords.AddRange(wanted.Where(word => !kept.Exists(row => row.Word == word.Word)));
    }
}
