using EenPlan.Kit.Data;
using EenPlan.Reporting.Cases;
using EenPlan.Reporting.Counting;
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

    public DbSet<MonthSum> Sums => Set<MonthSum>();

    protected override void Describe(ModelBuilder model)
    {
        model.Entity<CountedCase>(table =>
        {
            table.HasKey(row => row.CaseId);
            table.Property(row => row.Facts).HasMaxLength(90_000);
        });
        model.Entity<MonthSum>(table =>
        {
            table.HasKey(row => new { row.Month, row.Municipality, row.Measure });
            table.Property(row => row.Municipality).HasMaxLength(40);
            table.Property(row => row.Measure).HasMaxLength(60);
        });
    }
}

/// <summary>The same tables on SQL Server, with migrations of their own.</summary>
internal sealed class ReportingSqlServerDb(DbContextOptions<ReportingSqlServerDb> options) : ReportingDb(options);

internal sealed class ReportingDbFactory : SqliteDesignTimeFactory<ReportingDb>;

internal sealed class ReportingSqlServerDbFactory : SqlServerDesignTimeFactory<ReportingSqlServerDb>;
