using EenPlan.Directory.Organisations;
using EenPlan.Directory.Persistence;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Nodes;

/// <summary>
/// Whether another node may say what it says. A node is believed about the people of the organisations that were accepted from it, and about nothing else:
/// it can be wrong, broken or taken over.
/// </summary>
internal sealed class Judgement(DirectoryDb db, string node, long after, long to, int mostPeople)
{
    private long _last = after;
    private Dictionary<Guid, Organisation>? _organisations;
    private HashSet<Guid>? _new;
    private int _known;

    /// <summary>The event when it is believed, or the code of the reason why not.</summary>
    public async Task<(ToldByNode? Told, long Number, string Reason)> OfAsync(Input? sent, CancellationToken cancellationToken)
    {
        var number = sent?.Long("number", 1, long.MaxValue) ?? 0;
        if (number <= _last || number > to)
        {
            return (null, number, "wrong-number");
        }

        _last = number;
        var type = sent!.Text("type", required: true, max: 200);
        if (!ToldByNode.IsKnown(type))
        {
            return (null, number, "unknown-type");
        }

        var told = sent.Object("data", required: true) is { } data && sent.IsRight ? ToldByNode.Read(type!, data) : null;
        return (told, number, told is null ? "wrong-form" : await ReasonAsync(told, cancellationToken) ?? "");
    }

    /// <summary>The organisation when it is this node's to tell of.</summary>
    public async Task<Organisation?> OrganisationAsync(Guid id, CancellationToken cancellationToken)
    {
        _organisations ??= await db.Organisations.Where(row => row.Node == node && !row.NodeLeft).ToDictionaryAsync(row => row.Id, cancellationToken);
        return _organisations.GetValueOrDefault(id);
    }

    private async Task<string?> ReasonAsync(ToldByNode told, CancellationToken cancellationToken)
    {
        if (await OrganisationAsync(told.OrganisationId, cancellationToken) is not { } organisation)
        {
            return "not-its-organisation";
        }

        // What kind of organisation it is was agreed when it joined: it decides what its people may do here.
        if (told.Organisation is { } facts && facts.Kind != organisation.Kind)
        {
            return "other-kind";
        }

        if (told.Professional is not { } person)
        {
            return null;
        }

        if (person.Roles.Contains(Caller.IntakeRole) && organisation.Kind != OrganisationFacts.NeighbourhoodTeam)
        {
            return "role-not-here";
        }

        var employer = await db.Professionals.Where(row => row.Id == told.ProfessionalId).Select(row => (Guid?)row.OrganisationId).SingleOrDefaultAsync(cancellationToken);
        if (employer is { } known)
        {
            return await OrganisationAsync(known, cancellationToken) is null ? "not-its-person" : null;
        }

        return await IsRoomAsync(told.ProfessionalId!.Value, cancellationToken) ? null : "too-many-people";
    }

    /// <summary>A node that goes on naming people forever may not fill this one up.</summary>
    private async Task<bool> IsRoomAsync(Guid person, CancellationToken cancellationToken)
    {
        if (_new is null)
        {
            var ids = _organisations!.Keys.ToList();
            _known = await db.Professionals.CountAsync(row => ids.Contains(row.OrganisationId), cancellationToken);
            _new = [.. await db.StagedNodeEvents.Where(row => row.Node == node && !ids.Contains(row.SubjectId) && !db.Professionals.Any(known => known.Id == row.SubjectId))
                .Select(row => row.SubjectId).ToListAsync(cancellationToken)];
        }

        return _new.Contains(person) || (_known + _new.Count < mostPeople && _new.Add(person));
    }
}
