using System.Text.Json;
using EenPlan.Contracts.Journal;
using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Kit.Journal;

/// <summary>Puts events of one source aside that could not be handled, for an operator to settle.</summary>
internal sealed class Parking(string source, TimeProvider clock)
{
    /// <summary>Later events of a case wait behind the parked one, so that their order holds.</summary>
    public async Task<bool> ParkBehindAsync(ServiceDb db, JournalEvent happened, CancellationToken cancellationToken)
    {
        if (happened.CaseId is null || !await db.ParkedEvents.AnyAsync(row => row.CaseId == happened.CaseId && row.Source == source, cancellationToken))
        {
            return false;
        }

        Park(db, happened, "waits behind an earlier event of its case");
        return true;
    }

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
