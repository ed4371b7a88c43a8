using EenPlan.SqlServer.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace EenPlan.SqlServer.Tests.Contexts;

/// <summary>The rules say no to models that a server would refuse, and yes to a decent one.</summary>
public class ModelRulesTests
{
    [Fact]
    public void A_decent_model_breaks_no_rule()
    {
        using var db = SqlServerContexts.Create(typeof(FamiliesSqlServerDb));

        ModelRules.MultipleCascadePaths(db).ShouldBeEmpty();
        ModelRules.WideKeys(db).ShouldBeEmpty();
        ModelRules.UnboundedText(db).ShouldBeEmpty();
        ModelRules.UncollatedText(db).ShouldBeEmpty();
    }

    [Fact]
    public void Two_ways_for_a_delete_to_reach_a_table_are_found()
    {
        using var db = Make<TwoWaysSqlServerDb>();

        ModelRules.MultipleCascadePaths(db).ShouldBe(["Top -> Bottom"]);
    }

    [Fact]
    public void A_delete_that_comes_back_to_its_own_table_is_found()
    {
        using var db = Make<CircleSqlServerDb>();

        ModelRules.MultipleCascadePaths(db).ShouldBe(["Node -> Node"]);
    }

    [Fact]
    public void Keys_and_indexes_that_are_too_wide_are_found()
    {
        using var db = Make<WideSqlServerDb>();

        ModelRules.WideKeys(db).ShouldBe(["PK_Wide: 902 > 900 bytes", "IX_Wide_A_B: 1702 > 1700 bytes"]);
    }

    [Fact]
    public void Text_without_a_length_or_a_collation_is_found()
    {
        using var db = Make<WideSqlServerDb>();

        ModelRules.UnboundedText(db).ShouldBe(["Wide.Endless"]);
        ModelRules.UncollatedText(db).ShouldBe(["Wide.A", "Wide.B", "Wide.Endless", "Wide.Id"], ignoreOrder: true);
    }

    private static DbContext Make<T>() => SqlServerContexts.Create(typeof(T));

    internal sealed class TwoWaysSqlServerDb(DbContextOptions options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Top>();
            modelBuilder.Entity<Left>().HasOne<Top>().WithMany().HasForeignKey(left => left.TopId).OnDelete(DeleteBehavior.Cascade);
            modelBuilder.Entity<Bottom>().HasOne<Left>().WithMany().HasForeignKey(bottom => bottom.LeftId).OnDelete(DeleteBehavior.Cascade);
            modelBuilder.Entity<Bottom>().HasOne<Top>().WithMany().HasForeignKey(bottom => bottom.TopId).OnDelete(DeleteBehavior.SetNull);
        }
    }

    internal sealed class CircleSqlServerDb(DbContextOptions options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<Node>().HasOne<Node>().WithMany().HasForeignKey(node => node.ParentId).OnDelete(DeleteBehavior.Cascade);
    }

    internal sealed class WideSqlServerDb(DbContextOptions options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Wide>(wide =>
        {
            wide.Property(row => row.Id).HasMaxLength(451);
            wide.Property(row => row.A).HasMaxLength(850);
            wide.Property(row => row.B).HasMaxLength(1);
            wide.HasIndex(row => new { row.A, row.B });
        });
    }

    internal sealed class Top
    {
        public int Id { get; set; }
    }

    internal sealed class Left
    {
        public int Id { get; set; }

        public int TopId { get; set; }
    }

    internal sealed class Bottom
    {
        public int Id { get; set; }

        public int LeftId { get; set; }

        public int? TopId { get; set; }
    }

    internal sealed class Node
    {
        public int Id { get; set; }

        public int? ParentId { get; set; }
    }

    internal sealed class Wide
    {
        public required string Id { get; set; }

        public required string A { get; set; }

        public required string B { get; set; }

        public required string Endless { get; set; }
    }
}
