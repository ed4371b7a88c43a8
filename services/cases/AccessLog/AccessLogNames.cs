using EenPlan.Cases.Persistence;
using EenPlan.Kit.Audit;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.AccessLog;

/// <summary>Names beside audit lines, which hold ids only. A member of another family who tried keeps the name to themselves.</summary>
internal sealed class AccessLogNames(IReadOnlyDictionary<Guid, string> professionals, IReadOnlyDictionary<Guid, string> organisations, IReadOnlyDictionary<Guid, string> members)
{
    public static async Task<AccessLogNames> LoadAsync(CasesDb db, Guid caseId, IReadOnlyCollection<AuditEntry> lines, CancellationToken cancellationToken)
    {
        var actors = lines.Select(line => line.ActorId).OfType<Guid>().Distinct().ToList();
        var organisationIds = lines.Select(line => line.OrganisationId).OfType<Guid>().Distinct().ToList();
        return new AccessLogNames(
            await db.Professionals.AsNoTracking().Where(row => actors.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken),
            await db.Organisations.AsNoTracking().Where(row => organisationIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken),
            await db.Household.AsNoTracking().Where(row => row.CaseId == caseId).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken));
    }

    public AccessLogEntry Show(AuditEntry line) => new(
        line.Id, line.At, line.ActorKind, NameOf(line), line.OrganisationId is { } id ? organisations.GetValueOrDefault(id) : null, line.Action, line.Purpose, Outcome(line.Outcome));

    private string? NameOf(AuditEntry line) => (line.ActorKind, line.ActorId) switch
    {
        ("professional", { } id) => professionals.GetValueOrDefault(id),
        ("family", { } id) => members.GetValueOrDefault(id),
        _ => null,
    };

    private static string Outcome(int status) => status switch
    {
        < StatusCodes.Status400BadRequest => "allowed",
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound => "refused",
        _ => "not-done",
    };
}
