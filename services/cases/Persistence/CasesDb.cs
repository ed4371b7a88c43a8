using EenPlan.Cases.Agenda;
using EenPlan.Cases.Cases;
using EenPlan.Cases.Directory;
using EenPlan.Cases.Expectations;
using EenPlan.Cases.Households;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Meetings;
using EenPlan.Cases.Nodes;
using EenPlan.Cases.Plans;
using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Persistence;

/// <summary>Everything that the cases service owns.</summary>
internal class CasesDb : ServiceDb
{
    public CasesDb(DbContextOptions<CasesDb> options)
        : base(options)
    {
    }

    protected CasesDb(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<Closing> Closings => Set<Closing>();

    public DbSet<HouseholdMember> Household => Set<HouseholdMember>();

    public DbSet<Involvement> Involvements => Set<Involvement>();

    public DbSet<Handover> Handovers => Set<Handover>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<FamilyPlan> Plans => Set<FamilyPlan>();

    public DbSet<Goal> Goals => Set<Goal>();

    public DbSet<PlanAction> Actions => Set<PlanAction>();

    public DbSet<Agreement> Agreements => Set<Agreement>();

    public DbSet<Evaluation> Evaluations => Set<Evaluation>();

    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();

    public DbSet<PlanAnswer> PlanAnswers => Set<PlanAnswer>();

    public DbSet<AgendaItem> Agenda => Set<AgendaItem>();

    public DbSet<SetAsideFinding> SetAside => Set<SetAsideFinding>();

    public DbSet<NetworkCopy> Networks => Set<NetworkCopy>();

    public DbSet<Deletion> Deletions => Set<Deletion>();

    public DbSet<ProfessionalCopy> Professionals => Set<ProfessionalCopy>();

    public DbSet<OrganisationCopy> Organisations => Set<OrganisationCopy>();

    protected override void Describe(ModelBuilder model) => CasesTables.Describe(model);
}

/// <summary>The same tables on SQL Server, with their own migrations.</summary>
internal sealed class CasesSqlServerDb(DbContextOptions<CasesSqlServerDb> options) : CasesDb(options);

internal sealed class CasesDbFactory : SqliteDesignTimeFactory<CasesDb>;

internal sealed class CasesSqlServerDbFactory : SqlServerDesignTimeFactory<CasesSqlServerDb>;
