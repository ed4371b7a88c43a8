using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EenPlan.SqlServer.Tests.Contexts;

/// <summary>A small database in the manner of the product's: one context, and one derived from it for SQL Server.</summary>
internal class FamiliesDb(DbContextOptions options) : DbContext(options)
{
    public Guid Viewer { get; set; }

    public DbSet<Family> Families => Set<Family>();

    public DbSet<Goal> Goals => Set<Goal>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Ticks>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Family>().Property(family => family.Alias).HasMaxLength(100).UseCollation(Database.IsSqlServer() ? "Latin1_General_100_BIN2" : "BINARY");
        modelBuilder.Entity<Goal>().Property(goal => goal.Text).HasMaxLength(500).UseCollation(Database.IsSqlServer() ? "Latin1_General_100_BIN2" : "BINARY");
        modelBuilder.Entity<Goal>().Property(goal => goal.Status).HasConversion<string>().HasMaxLength(40).UseCollation(Database.IsSqlServer() ? "Latin1_General_100_BIN2" : "BINARY");
        modelBuilder.Entity<Goal>().HasQueryFilter(goal => goal.HiddenFrom != Viewer);
    }

    private sealed class Ticks() : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}

internal sealed class FamiliesSqlServerDb(DbContextOptions<FamiliesSqlServerDb> options) : FamiliesDb(options);

/// <summary>Configures the context in a way that a test can recognise.</summary>
internal sealed class FamiliesFactory : IDesignTimeDbContextFactory<FamiliesSqlServerDb>
{
    public FamiliesSqlServerDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<FamiliesSqlServerDb>().UseSqlServer("Server=here", server => server.CommandTimeout(77)).Options);
}

internal sealed class Family
{
    public Guid Id { get; set; }

    public required string Alias { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    public List<Goal> Goals { get; } = [];
}

internal sealed class Goal
{
    public Guid Id { get; set; }

    public Guid FamilyId { get; set; }

    public required string Text { get; set; }

    public GoalStatus Status { get; set; }

    public DateOnly? TargetDate { get; set; }

    public Guid? HiddenFrom { get; set; }
}

internal enum GoalStatus
{
    Open,
    Reached,
}
