using System.Linq.Expressions;
using EenPlan.Kit.Identity;
using LinqKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EenPlan.Kit.Access;

/// <summary>What somebody may see of a case.</summary>
public static class AccessLevel
{
    /// <summary>Opened the case at intake; writes until a coordinator is appointed.</summary>
    public const string Intake = "intake";

    /// <summary>Takes part in the plan.</summary>
    public const string Professional = "professional";

    /// <summary>Sees the core of the plan and the own line, for instance school or GP.</summary>
    public const string InformationOnly = "information-only";

    /// <summary>A family member.</summary>
    public const string Family = "family";
}

/// <summary>One holder's access to one case; a row without a level is access that ended, kept so that an older message cannot revive it.</summary>
public sealed class CaseAccess
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>"professional" or "family".</summary>
    public required string HolderKind { get; set; }

    /// <summary>Professional or household member.</summary>
    public Guid HolderId { get; set; }

    /// <summary>Organisation of a professional.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>One of <see cref="AccessLevel"/>; null when access ended.</summary>
    public string? Level { get; set; }

    /// <summary>Case version of this state.</summary>
    public long Version { get; set; }
}

/// <summary>The one access rule, as part of a query: used by list, search, count, detail, feed and live alike.</summary>
public static class AccessFilter
{
    private static readonly Func<IQueryable<CaseAccess>, string, Guid, IQueryable<CaseAccess>> HeldNow = Held().Compile();

    /// <summary>Access rows that hold for this caller.</summary>
    public static IQueryable<CaseAccess> Of(this IQueryable<CaseAccess> access, Caller caller) => access.HeldBy(caller.HolderKind, caller.Id);

    /// <summary>The same by the two values that say who it is, for questions that are translated once.</summary>
    [Expandable(nameof(Held))]
    public static IQueryable<CaseAccess> HeldBy(this IQueryable<CaseAccess> access, string holderKind, Guid holderId) => HeldNow(access, holderKind, holderId);

    private static Expression<Func<IQueryable<CaseAccess>, string, Guid, IQueryable<CaseAccess>>> Held() =>
        (access, holderKind, holderId) => access.Where(row => row.HolderKind == holderKind && row.HolderId == holderId && row.Level != null);

    /// <summary>Access rows through which an organisation is involved.</summary>
    public static IQueryable<CaseAccess> OfOrganisation(this IQueryable<CaseAccess> access, Guid organisationId) =>
        access.Where(row => row.OrganisationId == organisationId && row.Level != null);
}

internal sealed class CaseAccessConfiguration : IEntityTypeConfiguration<CaseAccess>
{
    public void Configure(EntityTypeBuilder<CaseAccess> table)
    {
        table.ToTable("CaseAccess");
        table.HasKey(row => new { row.CaseId, row.HolderKind, row.HolderId });
        table.HasIndex(row => new { row.HolderKind, row.HolderId });
        table.HasIndex(row => row.OrganisationId);
        table.Property(row => row.HolderKind).HasMaxLength(20);
        table.Property(row => row.Level).HasMaxLength(20);
    }
}
