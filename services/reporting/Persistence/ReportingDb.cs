using EenPlan.Kit.Data;
using EenPlan.Reporting.Cases;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Reporting.Persistence;

/// <summary>Reporting's own database: counts, no names.</summary>
internal class ReportingDb : ServiceDb
{
    public ReportingDb(DbContextOptions<ReportingDb> options) : base(options)
    {
    }

    protected ReportingDb(DbContextOptions options) : base(options)
    {
    }

    public DbSet<CountedCase> Cases => Set<CountedCase>();

    public DbSet<CountedParty> Parties => Set<CountedParty>();

    public DbSet<MunicipalityCount> Counts => Set<MunicipalityCount>();

    protected override void Describe(ModelBuilder model)
    {
        model.Entity<CountedCase>(table =>
        {
            table.HasKey(row => row.CaseId);
            table.Property(row => row.Municipality).HasMaxLength(40);
            table.HasIndex(row => row.Municipality);
        });
        model.Entity<CountedParty>(table =>
        {
            table.HasKey(row => row.InvolvementId);
            table.HasIndex(row => row.CaseId);
        });
        model.Entity<MunicipalityCount>(table =>
        {
            table.HasKey(row => row.Municipality);
            table.Property(row => row.Municipality).HasMaxLength(40);
        });
    }
}

/// <summary>The same tables on SQL Server, with migrations of their own.</summary>
internal sealed class ReportingSqlServerDb(DbContextOptions<ReportingSqlServerDb> options) : ReportingDb(options);

internal sealed class ReportingDbFactory : SqliteDesignTimeFactory<ReportingDb>;

internal sealed class ReportingSqlServerDbFactory : SqlServerDesignTimeFactory<ReportingSqlServerDb>;
