using EenPlan.Cases.Access;
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
using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EenPlan.Cases.Persistence;

/// <summary>Lengths, keys and indexes. Item versions are concurrency tokens, so that two replicas cannot both win.</summary>
internal static class CasesTables
{
    private const int Code = 60;
    private const int Name = 200;
    private const int WholePlan = 4_000_000;

    public static void Describe(ModelBuilder model)
    {
        // The timeline of one case, newest first, out of the events of all cases.
        model.Entity<JournalEntry>().HasIndex(row => new { row.CaseId, row.CaseVersion, row.Ordinal });
        model.Entity<Case>(table =>
        {
            table.Property(row => row.Id).ValueGeneratedNever();
            table.Property(row => row.Alias).HasMaxLength(Name);
            table.Property(row => row.Municipality).HasMaxLength(Code);
            table.Property(row => row.LegalGround).HasMaxLength(Code);
            table.Property(row => row.Method).HasMaxLength(Code);
            table.Property(row => row.CoordinatorLabel).HasMaxLength(Code);
            table.Property(row => row.Criteria).HasJson();
            table.Property(row => row.CaseVersion).IsConcurrencyToken();
        });
        model.Entity<Closing>(table =>
        {
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => row.CaseId);
            table.Property(row => row.EndReason).HasMaxLength(Code);
        });
        model.Entity<HouseholdMember>(table =>
        {
            OfCase(table, row => row.Id, row => row.CaseId, row => row.Version);
            table.Property(row => row.Name).HasMaxLength(Name);
            Short(table.Property(row => row.Role), table.Property(row => row.AgeBand), table.Property(row => row.Language), table.Property(row => row.Interpreter));
            table.Property(row => row.Account).HasMaxLength(100);
            table.Property(row => row.InvitationHash).HasMaxLength(64);
            table.HasIndex(row => row.Account);
            table.HasIndex(row => row.InvitationHash);
        });
        model.Entity<Involvement>(Describe);
        model.Entity<Handover>(table =>
        {
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => row.CaseId);
            table.HasIndex(row => row.FromInvolvementId);
            table.HasIndex(row => row.ToProfessionalId);
        });
        model.Entity<Meeting>(table =>
        {
            OfCase(table, row => row.Id, row => row.CaseId, row => row.Version);
            table.Property(row => row.Place).HasMaxLength(Name);
        });
        DescribePlan(model);
        DescribeExpectations(model);
        model.Entity<Deletion>(table =>
        {
            table.HasKey(row => row.Hash);
            table.Property(row => row.Hash).HasMaxLength(64);
            table.HasIndex(row => row.CaseId);
            table.Property(row => row.Node).HasMaxLength(Code);
            table.Property(row => row.ProfessionalIds).HasJson();
            table.Property(row => row.Statement).HasMaxLength(Deletion.LongestStatement);
        });
        model.Entity<ProfessionalCopy>(table =>
        {
            table.Property(row => row.Id).ValueGeneratedNever();
            table.Property(row => row.Name).HasMaxLength(Name);
            table.Property(row => row.Function).HasMaxLength(Name);
        });
        model.Entity<OrganisationCopy>(table =>
        {
            table.Property(row => row.Id).ValueGeneratedNever();
            table.Property(row => row.Name).HasMaxLength(Name);
        });
    }

    private static void Describe(EntityTypeBuilder<Involvement> table)
    {
        OfCase(table, row => row.Id, row => row.CaseId, row => row.Version);
        table.HasIndex(row => new { row.ProfessionalId, row.Status });
        Short(table.Property(row => row.Kind), table.Property(row => row.ReplyNorm), table.Property(row => row.PreferredChannel));
        table.Property(row => row.LifeDomains).HasJson();
        table.Property(row => row.ForMembers).HasJson();
        table.Property(row => row.Tasks).HasJson();
        table.Property(row => row.LeadPractitionerOf).HasJson();
        table.Property(row => row.Gives).HasJson();
        table.Property(row => row.Wants).HasJson();
        table.Property(row => row.ContactFrequencies).HasJson();
        Hideable(table);
    }

    private static void DescribePlan(ModelBuilder model)
    {
        model.Entity<FamilyPlan>(table =>
        {
            table.HasKey(row => row.CaseId);
            table.Property(row => row.CaseId).ValueGeneratedNever();
            table.Property(row => row.LifeDomains).HasJson();
            table.Property(row => row.Version).IsConcurrencyToken();
        });
        model.Entity<Goal>(table =>
        {
            OfCase(table, row => row.Id, row => row.CaseId, row => row.Version);
            table.Property(row => row.Domain).HasMaxLength(Code);
            table.Property(row => row.ForMembers).HasJson();
            Hideable(table);
        });
        model.Entity<PlanAction>(table =>
        {
            OfCase(table, row => row.Id, row => row.CaseId, row => row.Version);
            table.HasIndex(row => row.GoalId);
            table.Property(row => row.Domain).HasMaxLength(Code);
            table.Property(row => row.Actor).HasJson();
            Hideable(table);
        });
        model.Entity<Agreement>(table =>
        {
            OfCase(table, row => row.Id, row => row.CaseId, row => row.Version);
            table.Property(row => row.Type).HasMaxLength(Code);
            table.Property(row => row.Parties).HasJson();
            table.Property(row => row.Finding).HasMaxLength(FindingId.Length);
            table.Property(row => row.Kept).HasMaxLength(Code);
            Hideable(table);
        });
        model.Entity<Evaluation>(table =>
        {
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => row.CaseId);
        });
        model.Entity<PlanVersion>(table =>
        {
            table.HasKey(row => new { row.CaseId, row.Number });
            // One snapshot holds a whole plan; it is read and written whole.
            table.Property(row => row.Snapshot).HasMaxLength(WholePlan);
        });
        model.Entity<PlanAnswer>().HasKey(row => new { row.CaseId, row.Number, row.MemberId });
    }

    private static void DescribeExpectations(ModelBuilder model)
    {
        model.Entity<AgendaItem>(table =>
        {
            OfCase(table, row => row.Id, row => row.CaseId, row => row.Version);
            table.Property(row => row.Finding).HasMaxLength(FindingId.Length);
            table.Property(row => row.Subject).HasMaxLength(AgendaItem.LongestSubject);
            table.Property(row => row.AddedByKind).HasMaxLength(Code);
        });
        model.Entity<SetAsideFinding>(table =>
        {
            table.HasKey(row => new { row.CaseId, row.Finding });
            table.Property(row => row.Finding).HasMaxLength(FindingId.Length);
            table.Property(row => row.Facts).HasMaxLength(Code);
            table.Property(row => row.Reason).HasMaxLength(SetAsideFinding.LongestReason);
            table.Property(row => row.ByKind).HasMaxLength(Code);
        });
        model.Entity<NetworkCopy>(table =>
        {
            table.HasKey(row => row.CaseId);
            table.Property(row => row.CaseId).ValueGeneratedNever();
            table.Property(row => row.Domains).HasJson();
        });
    }

    private static void OfCase<T>(EntityTypeBuilder<T> table, System.Linq.Expressions.Expression<Func<T, object?>> id,
        System.Linq.Expressions.Expression<Func<T, object?>> caseId, System.Linq.Expressions.Expression<Func<T, long>> version)
        where T : class
    {
        table.HasKey(id);
        table.HasIndex(caseId);
        table.Property(version).IsConcurrencyToken();
        table.Property<Guid>("Id").ValueGeneratedNever();
    }

    private static void Hideable<T>(EntityTypeBuilder<T> table)
        where T : class, IHideable
    {
        table.Property(row => row.HiddenGround).HasMaxLength(Code);
        table.Property(row => row.HiddenReason).HasMaxLength(1000);
    }

    private static void Short(params PropertyBuilder[] codes) => Array.ForEach(codes, code => code.HasMaxLength(Code));
}
