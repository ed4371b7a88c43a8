using System.Diagnostics;
using System.Text.Json;
using EenPlan.Contracts;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Identity;
using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Kit.Data;

/// <summary>
/// The database of one service: its own tables plus what makes a change safe to publish (journal), to receive (watermarks), to repeat
/// (idempotency keys), to filter (access copy) and to account for (audit rows).
/// </summary>
public abstract class ServiceDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Events of this service, written in the transaction of the change.</summary>
    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    /// <summary>One row: epoch, head and lease of the relay.</summary>
    public DbSet<JournalHead> JournalHeads => Set<JournalHead>();

    /// <summary>How far each source has been read.</summary>
    public DbSet<Watermark> Watermarks => Set<Watermark>();

    /// <summary>Events that could not be handled, and those of the same case behind them.</summary>
    public DbSet<ParkedEvent> ParkedEvents => Set<ParkedEvent>();

    /// <summary>Requests that were carried out already.</summary>
    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();

    /// <summary>Audit lines of committed changes on their way to the audit store.</summary>
    public DbSet<AuditOutboxRow> AuditOutbox => Set<AuditOutboxRow>();

    /// <summary>Who may see which case: the truth in cases, a copy elsewhere.</summary>
    public DbSet<CaseAccess> CaseAccess => Set<CaseAccess>();

    /// <summary>
    /// One connection for all that is asked from here on: opened and closed around every query it takes as long as a small query. It closes with the scope,
    /// so not for whoever waits long in between.
    /// </summary>
    public Task StayOpenAsync(CancellationToken cancellationToken) => Database.OpenConnectionAsync(cancellationToken);

    private int _ordinal;

    /// <summary>Adds an event to the journal of this transaction.</summary>
    public void Record<TEvent>(TEvent occurred, DateTimeOffset at, Caller? actor = null, Guid? caseId = null, long caseVersion = 0, bool hiddenFromFamily = false)
        where TEvent : IEvent
    {
        Journal.Add(new JournalEntry
        {
            EventId = Guid.CreateVersion7(),
            Type = typeof(TEvent).FullName!,
            CaseId = caseId,
            CaseVersion = caseVersion,
            Ordinal = _ordinal++,
            At = at,
            ActorKind = actor?.KindCode ?? "system",
            ActorId = actor?.Id,
            HiddenFromFamily = hiddenFromFamily,
            Data = JsonSerializer.Serialize(occurred, Json.Options),
            TraceParent = Activity.Current?.Id,
        });
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.ApplyTypes(configurationBuilder);

    /// <inheritdoc/>
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ServiceDb).Assembly, type => type != typeof(StoredAuditLineConfiguration));
        Describe(modelBuilder);
        Conventions.ApplyCollation(modelBuilder, Database.ProviderName!.EndsWith("SqlServer", StringComparison.Ordinal));
    }

    /// <summary>Describes the tables of the service itself.</summary>
    protected abstract void Describe(ModelBuilder model);
}
