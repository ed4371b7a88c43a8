using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Kit.Journal;

/// <summary>
/// One relay at a time per database. The generation goes up at every take-over and every write of the relay checks it,
/// so a relay that slept through its lease changes nothing.
/// </summary>
internal sealed class RelayLease(TimeProvider clock)
{
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    private readonly Guid _me = Guid.NewGuid();
    private DateTimeOffset _renewedAt;

    /// <summary>Generation of the lease that we hold; null when another relay has it.</summary>
    public long? Generation { get; private set; }

    /// <summary>True when the lease must be taken or renewed; also when the clock was put back.</summary>
    public bool IsDue(DateTimeOffset now) => Generation is null || now >= _renewedAt + (Duration / 3) || now < _renewedAt;

    /// <summary>Takes or renews the lease when that is due. Call inside the write gate.</summary>
    public async Task<bool> HoldAsync<TDb>(TDb db, CancellationToken cancellationToken)
        where TDb : ServiceDb
    {
        var now = clock.GetUtcNow();
        if (!IsDue(now))
        {
            return true;
        }

        var until = now + Duration;
        if (Generation is { } held && await Mine(db, held).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, until), cancellationToken) == 1)
        {
            _renewedAt = now;
            return true;
        }

        Generation = null;
        // Nobody holds a lease for longer than its duration: an end further ahead is that of a process whose clock was wrong.
        var impossible = until + Duration;
        var taken = await db.JournalHeads.Where(row => row.LeaseUntil < now || row.LeaseUntil > impossible)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseOwner, _me).SetProperty(row => row.LeaseUntil, until)
                .SetProperty(row => row.LeaseGeneration, row => row.LeaseGeneration + 1), cancellationToken);
        if (taken == 1)
        {
            Generation = await db.JournalHeads.Where(row => row.LeaseOwner == _me).Select(row => row.LeaseGeneration).SingleAsync(cancellationToken);
            _renewedAt = now;
        }

        return Generation is not null;
    }

    /// <summary>Gives the lease back at a normal stop, so that a successor need not wait.</summary>
    public async Task ReleaseAsync<TDb>(TDb db, CancellationToken cancellationToken)
        where TDb : ServiceDb
    {
        if (Generation is { } held)
        {
            await Mine(db, held).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, DateTimeOffset.UnixEpoch), cancellationToken);
        }
    }

    /// <summary>The head row, only while we still hold this generation.</summary>
    public IQueryable<JournalHead> Mine<TDb>(TDb db, long generation)
        where TDb : ServiceDb =>
        db.JournalHeads.Where(row => row.LeaseOwner == _me && row.LeaseGeneration == generation);
}
