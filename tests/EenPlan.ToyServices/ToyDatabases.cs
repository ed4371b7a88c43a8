using EenPlan.Contracts;
using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.ToyServices;

/// <summary>Something that a toy source says.</summary>
public sealed record Said(Guid CaseId, int Word, bool Poison) : IEvent;

/// <summary>A case of the toy source: several writers give it its next version.</summary>
public sealed class ToyCase
{
    public Guid Id { get; set; }

    public long Version { get; set; }
}

/// <summary>What the reader did about one event; a second effect would be a second row.</summary>
public sealed class Effect
{
    public long Id { get; set; }

    public Guid CaseId { get; set; }

    public long CaseVersion { get; set; }

    public int Word { get; set; }

    public long Number { get; set; }
}

/// <summary>A service that only speaks.</summary>
public class SourceDb : ServiceDb
{
    public SourceDb(DbContextOptions<SourceDb> options)
        : base(options)
    {
    }

    protected SourceDb(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<ToyCase> Cases => Set<ToyCase>();

    protected override void Describe(ModelBuilder model) => model.Entity<ToyCase>().Property(row => row.Version).IsConcurrencyToken();
}

public sealed class SourceOnServerDb(DbContextOptions<SourceOnServerDb> options) : SourceDb(options);

/// <summary>A service that only listens.</summary>
public class ReaderDb : ServiceDb
{
    public ReaderDb(DbContextOptions<ReaderDb> options)
        : base(options)
    {
    }

    protected ReaderDb(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<Effect> Effects => Set<Effect>();

    protected override void Describe(ModelBuilder model) => model.Entity<Effect>();
}

public sealed class ReaderOnServerDb(DbContextOptions<ReaderOnServerDb> options) : ReaderDb(options);
