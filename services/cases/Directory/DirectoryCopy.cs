using EenPlan.Cases.Involvements;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Directory;
using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Directory;

/// <summary>Read copy of a professional's work contact data; the directory owns it.</summary>
internal sealed class ProfessionalCopy
{
    public Guid Id { get; set; }

    public Guid OrganisationId { get; set; }

    public required string Name { get; set; }

    public required string Function { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? PreferredChannel { get; set; }

    public bool Active { get; set; }
}

/// <summary>Read copy of an organisation.</summary>
internal sealed class OrganisationCopy
{
    public Guid Id { get; set; }

    public required string Name { get; set; }
}

internal static class DirectoryCopy
{
    public static void Keep(JournalHandlers<CasesDb> handlers) => handlers
        .On<OrganisationRegistered>(async (db, changed, _, cancellationToken) =>
        {
            var row = await db.Organisations.FindAsync([changed.OrganisationId], cancellationToken)
                ?? db.Organisations.Add(new OrganisationCopy { Id = changed.OrganisationId, Name = changed.Name }).Entity;
            row.Name = changed.Name;
        })
        .On<ProfessionalRegistered>(async (db, changed, header, now, cancellationToken) =>
        {
            var row = await db.Professionals.FindAsync([changed.ProfessionalId], cancellationToken);
            if (row is null)
            {
                row = db.Professionals.Add(new ProfessionalCopy { Id = changed.ProfessionalId, Name = changed.Name, Function = changed.Function }).Entity;
            }
            else
            {
                await Departures.FollowAsync(db, changed, header.At, now, cancellationToken);
                if (!changed.Active || row.OrganisationId != changed.OrganisationId)
                {
                    await Departures.RefuseRequestsAsync(db, changed.ProfessionalId, header.At, now, cancellationToken);
                }
            }

            (row.OrganisationId, row.Name, row.Function) = (changed.OrganisationId, changed.Name, changed.Function);
            (row.Phone, row.Email, row.PreferredChannel, row.Active) = (changed.Phone, changed.Email, changed.PreferredChannel, changed.Active);
        })
        // A restored directory tells everything again; names stay readable meanwhile.
        .Reset((_, _) => Task.CompletedTask);
}
