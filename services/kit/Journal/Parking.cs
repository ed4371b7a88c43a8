using System.Text.Json;
using EenPlan.Contracts.Journal;
using EenPlan.Kit.Data;

namespace EenPlan.Kit.Journal;

/// <summary>Puts events of one source aside that could not be handled, for an operator to settle.</summary>
internal sealed class Parking(string source, TimeProvider clock)
{
    private static readonly Func<ServiceDb, string, CancellationToken, Task<List<Guid>>> CasesOf = Hot.List((ServiceDb db, string source) =>
        db.ParkedEvents.Where(row => row.Source == source && row.CaseId != null).Select(row => row.CaseId!.Value).Distinct());

    /// <summary>Cases with an event that was put aside.</summary>
    public async Task<IReadOnlySet<Guid>> CasesAsync(ServiceDb db, CancellationToken cancellationToken) =>
        (await CasesOf(db, source, cancellationToken)).ToHashSet();

    /// <summary>Later events of such a case wait behind it, so that their order holds.</summary>
    public void ParkBehind(ServiceDb db, JournalEvent happened) => Park(db, happened, "waits behind an earlier event of its case");

    public void Park(ServiceDb db, JournalEvent happened, string reason) => db.ParkedEvents.Add(new ParkedEvent
    {
        Source = source,
        CaseId = happened.CaseId,
        Number = happened.Number,
        Reason = reason,
        Event = JsonSerializer.Serialize(happened, Json.Options),
        ParkedAt = clock.GetUtcNow(),
    });
}
