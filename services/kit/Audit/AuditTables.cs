using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EenPlan.Kit.Audit;

/// <summary>
/// One line: who did what to which object, why and with what outcome (the groups of NEN 7513). References only, never content.
/// </summary>
public class AuditLine
{
    /// <summary>Identity of the line; carrying it twice stores it once.</summary>
    public Guid Id { get; set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Kind of caller.</summary>
    public required string ActorKind { get; set; }

    /// <summary>Who; null when nobody was signed in.</summary>
    public Guid? ActorId { get; set; }

    /// <summary>For which organisation.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>What was done: name of the operation.</summary>
    public required string Action { get; set; }

    /// <summary>C, R, U, D or E, as in NEN 7513.</summary>
    public required string ActionCode { get; set; }

    /// <summary>Why it was allowed, for instance "involved:professional".</summary>
    public required string Purpose { get; set; }

    /// <summary>The case.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>The item inside the case.</summary>
    public Guid? ItemId { get; set; }

    /// <summary>HTTP status of the answer.</summary>
    public int Outcome { get; set; }

    /// <summary>Trace that joins this line with others.</summary>
    public string? TraceId { get; set; }
}

/// <summary>A line of a committed change, waiting to be carried to the audit store.</summary>
public sealed class AuditOutboxRow : AuditLine
{
    /// <summary>Order of writing.</summary>
    public long Seq { get; set; }
}

/// <summary>A line in the store, chained to the one before it, so that taking one out or changing one shows.</summary>
public sealed class StoredAuditLine : AuditLine
{
    /// <summary>Place in the chain.</summary>
    public long Number { get; set; }

    /// <summary>SHA-256 over the previous hash and this line.</summary>
    public required string Hash { get; set; }
}

/// <summary>The audit store of one service: its own database, only added to.</summary>
public class AuditDb : DbContext
{
    /// <summary>Used on SQLite.</summary>
    public AuditDb(DbContextOptions<AuditDb> options)
        : base(options)
    {
    }

    /// <summary>Used by the SQL Server subclass.</summary>
    protected AuditDb(DbContextOptions options)
        : base(options)
    {
    }

    /// <summary>The lines.</summary>
    public DbSet<StoredAuditLine> Lines => Set<StoredAuditLine>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.ApplyTypes(configurationBuilder);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new StoredAuditLineConfiguration());
        Conventions.ApplyCollation(modelBuilder, Database.ProviderName!.EndsWith("SqlServer", StringComparison.Ordinal));
    }
}

/// <summary>The audit store on SQL Server.</summary>
public sealed class AuditSqlServerDb(DbContextOptions<AuditSqlServerDb> options) : AuditDb(options);

internal sealed class AuditDbFactory : SqliteDesignTimeFactory<AuditDb>;

internal sealed class AuditSqlServerDbFactory : SqlServerDesignTimeFactory<AuditSqlServerDb>;

internal static class AuditColumns
{
    public static void Describe<T>(EntityTypeBuilder<T> table)
        where T : AuditLine
    {
        table.HasIndex(line => line.Id).IsUnique();
        table.Property(line => line.ActorKind).HasMaxLength(20);
        table.Property(line => line.Action).HasMaxLength(80);
        table.Property(line => line.ActionCode).HasMaxLength(1);
        table.Property(line => line.Purpose).HasMaxLength(80);
        table.Property(line => line.TraceId).HasMaxLength(40);
    }
}

internal sealed class AuditOutboxRowConfiguration : IEntityTypeConfiguration<AuditOutboxRow>
{
    public void Configure(EntityTypeBuilder<AuditOutboxRow> table)
    {
        table.ToTable("AuditOutbox");
        table.HasKey(line => line.Seq);
        AuditColumns.Describe(table);
    }
}

internal sealed class StoredAuditLineConfiguration : IEntityTypeConfiguration<StoredAuditLine>
{
    public void Configure(EntityTypeBuilder<StoredAuditLine> table)
    {
        table.ToTable("AuditLines");
        table.HasKey(line => line.Number);
        table.Property(line => line.Number).ValueGeneratedNever();
        table.Property(line => line.Hash).HasMaxLength(64);
        table.HasIndex(line => new { line.CaseId, line.Number });
        AuditColumns.Describe(table);
    }
}
