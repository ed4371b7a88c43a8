using System.Text.Json;
using EenPlan.Cases.Expectations;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Persistence;
using EenPlan.Kit.Access;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Access;

/// <summary>
/// Ids of everything in a case that the family must not see today. Lists of what happened (timeline, access log, old plan versions) keep ids of items
/// as they once were; this is how the rule of today reaches them.
/// </summary>
internal static class HiddenItems
{
    private static readonly string[] Removed =
    [
        typeof(Contracts.Cases.GoalRemoved).FullName!, typeof(Contracts.Cases.ActionRemoved).FullName!, typeof(Contracts.Cases.AgreementRemoved).FullName!,
    ];

    public static async Task<HashSet<Guid>> OfAsync(CasesDb db, Guid caseId, DateOnly today, CancellationToken cancellationToken)
    {
        var goals = db.Goals.Where(row => row.CaseId == caseId && row.HiddenUntil >= today).Select(row => row.Id);
        var actions = db.Actions.Where(row => row.CaseId == caseId && (row.HiddenUntil >= today || goals.Contains(row.GoalId))).Select(row => row.Id);
        var agreements = db.Agreements.Where(row => row.CaseId == caseId && row.HiddenUntil >= today).Select(row => row.Id);
        var cards = Cards(db, caseId, today);
        var handovers = db.Handovers.Where(row => row.CaseId == caseId && cards.Contains(row.FromInvolvementId)).Select(row => row.Id);
        var hidden = await goals.Concat(actions).Concat(agreements).Concat(cards).Concat(handovers).ToListAsync(cancellationToken);

        // What was hidden when it was taken out has no end date any more and stays hidden.
        var removed = await db.Journal.AsNoTracking().Where(row => row.CaseId == caseId && row.HiddenFromFamily && Removed.Contains(row.Type))
            .Select(row => row.Data).ToListAsync(cancellationToken);
        return [.. hidden, .. removed.SelectMany(Ids).Where(id => id != caseId), .. await OnAgendaAsync(db, caseId, today, cancellationToken)];
    }

    /// <summary>The cards that this reader must not know of, and whose they are, also not by what points to them.</summary>
    public static async Task<HashSet<Guid>> CardsAsync(CasesDb db, Guid caseId, string level, DateOnly today, CancellationToken cancellationToken) =>
        level == AccessLevel.Family ? [.. (await Hidden(db, caseId, today).Select(row => new { row.Id, row.ProfessionalId }).ToListAsync(cancellationToken)).SelectMany(row => new[] { row.Id, row.ProfessionalId })] : [];

    /// <summary>Items of the agenda about a finding that is there and that the family is not told.</summary>
    private static async Task<IEnumerable<Guid>> OnAgendaAsync(CasesDb db, Guid caseId, DateOnly today, CancellationToken cancellationToken)
    {
        var items = await db.Agenda.AsNoTracking().Where(row => row.CaseId == caseId && row.Finding != null).Select(row => new { row.Id, row.Finding }).ToListAsync(cancellationToken);
        if (items.Count == 0)
        {
            return [];
        }

        var facts = await FactsReading.ReadAsync(db, caseId, today, cancellationToken);
        var told = ExpectationCheck.For(facts, new Viewer(AccessLevel.Family, today, null)).Select(finding => finding.Id).ToHashSet();
        var there = ExpectationCheck.All(facts).Select(finding => finding.Id).ToHashSet();
        return items.Where(item => there.Contains(item.Finding!) && !told.Contains(item.Finding!)).Select(item => item.Id);
    }

    private static IQueryable<Guid> Cards(CasesDb db, Guid caseId, DateOnly today) => Hidden(db, caseId, today).Select(row => row.Id);

    private static IQueryable<Involvement> Hidden(CasesDb db, Guid caseId, DateOnly today) => db.Involvements.Where(row => row.CaseId == caseId && row.HiddenUntil >= today);

    private static List<Guid> Ids(string data)
    {
        using var fields = JsonDocument.Parse(data);
        return [.. fields.RootElement.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.String && field.Value.TryGetGuid(out _)).Select(field => field.Value.GetGuid())];
    }
}
