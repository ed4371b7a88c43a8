using EenPlan.Directory.Accounts;
using EenPlan.Directory.Nodes;
using EenPlan.Directory.Organisations;
using EenPlan.Directory.Professionals;
using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Persistence;

/// <summary>The directory's own database.</summary>
internal class DirectoryDb : ServiceDb
{
    public DirectoryDb(DbContextOptions<DirectoryDb> options) : base(options)
    {
    }

    protected DirectoryDb(DbContextOptions options) : base(options)
    {
    }

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Professional> Professionals => Set<Professional>();

    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    public DbSet<Administrator> Administrators => Set<Administrator>();

    public DbSet<RegionUser> RegionUsers => Set<RegionUser>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<AccountIdentity> AccountIdentities => Set<AccountIdentity>();

    public DbSet<NodeFeed> NodeFeeds => Set<NodeFeed>();

    public DbSet<StagedNodeEvent> StagedNodeEvents => Set<StagedNodeEvent>();

    public DbSet<RefusedNodeEvent> RefusedNodeEvents => Set<RefusedNodeEvent>();

    protected override void Describe(ModelBuilder model)
    {
        NodeTables.Describe(model);
        model.Entity<Organisation>(table =>
        {
            table.Property(row => row.Name).HasMaxLength(200);
            table.Property(row => row.Kind).HasMaxLength(40);
            table.Property(row => row.Municipality).HasMaxLength(40);
            table.Property(row => row.Phone).HasMaxLength(40);
            table.Property(row => row.SortKey).HasMaxLength(240);
            table.HasIndex(row => row.SortKey).IsUnique();
            table.Property(row => row.Node).HasMaxLength(NodeTables.LongestName);
            table.HasIndex(row => new { row.Node, row.SortKey });
            table.Property(row => row.Version).IsConcurrencyToken();
        });
        model.Entity<Professional>(table =>
        {
            table.HasOne(row => row.Organisation).WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            table.Property(row => row.Name).HasMaxLength(200);
            table.Property(row => row.Function).HasMaxLength(200);
            table.Property(row => row.Phone).HasMaxLength(40);
            table.Property(row => row.Email).HasMaxLength(254);
            table.Property(row => row.PreferredChannel).HasMaxLength(40);
            table.Property(row => row.Roles).HasJson();
            // The list of everybody, in its order.
            table.HasIndex(row => new { row.Active, row.Name, row.Function });
            table.Property(row => row.Version).IsConcurrencyToken();
        });
        model.Entity<SearchWord>(table =>
        {
            table.HasKey(row => new { row.Word, row.Name, row.ProfessionalId });
            table.Property(row => row.Word).HasMaxLength(SearchWord.Longest);
            table.Property(row => row.Name).HasMaxLength(200);
            table.HasIndex(row => new { row.ProfessionalId, row.Word });
            table.HasOne<Professional>().WithMany().HasForeignKey(row => row.ProfessionalId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Administrator>(table =>
        {
            table.HasOne(row => row.Organisation).WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            table.Property(row => row.Name).HasMaxLength(200);
            table.Property(row => row.Roles).HasJson();
        });
        model.Entity<RegionUser>(table =>
        {
            table.HasOne(row => row.Organisation).WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            table.Property(row => row.Name).HasMaxLength(200);
            table.Property(row => row.Function).HasMaxLength(200);
            table.Property(row => row.Roles).HasJson();
        });
        model.Entity<Account>(table =>
        {
            table.HasKey(row => row.Name);
            table.Property(row => row.Name).HasMaxLength(100);
            table.Property(row => row.DisplayName).HasMaxLength(200);
            table.Property(row => row.DescriptionNl).HasMaxLength(400);
            table.Property(row => row.DescriptionEn).HasMaxLength(400);
            table.HasMany(row => row.Identities).WithOne().HasForeignKey(row => row.AccountName).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AccountIdentity>(table =>
        {
            table.HasKey(row => row.IdentityId);
            table.Property(row => row.AccountName).HasMaxLength(100);
            table.Property(row => row.Kind).HasMaxLength(20);
        });
    }
}

/// <summary>The same tables on SQL Server, with migrations of their own.</summary>
internal sealed class DirectorySqlServerDb(DbContextOptions<DirectorySqlServerDb> options) : DirectoryDb(options);

internal sealed class DirectoryDbFactory : SqliteDesignTimeFactory<DirectoryDb>;

internal sealed class DirectorySqlServerDbFactory : SqlServerDesignTimeFactory<DirectorySqlServerDb>;
