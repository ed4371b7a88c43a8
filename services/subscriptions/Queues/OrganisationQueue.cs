using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EenPlan.Subscriptions.Queues;

/// <summary>
/// The queue that an organisation asked for: what the broker should have, and how far it was filled. The broker is made to match; what it lost is made again.
/// </summary>
internal sealed class OrganisationQueue
{
    public Guid OrganisationId { get; set; }

    /// <summary>A new one with every new password, so that taking the old one away ends its connections.</summary>
    public required string UserName { get; set; }

    /// <summary>As the broker keeps it; the password itself is kept nowhere.</summary>
    public required string PasswordHash { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    /// <summary>Nothing of it may be left at the broker; then the row goes too.</summary>
    public bool GivenUp { get; set; }

    /// <summary>Nothing of it may be at the broker until it is lifted.</summary>
    public bool Suspended { get; set; }

    /// <summary>Another value with every change of what the broker should have.</summary>
    public Guid Wanted { get; set; }

    /// <summary>The change that the broker has.</summary>
    public Guid? Made { get; set; }

    /// <summary>Last number of the feed that the broker has confirmed.</summary>
    public long Published { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>The process that fills it now.</summary>
    public Guid? LeaseOwner { get; set; }

    public DateTimeOffset LeaseUntil { get; set; }

    public string Name => QueueNames.Of(OrganisationId);
}

/// <summary>Names at the broker.</summary>
internal static class QueueNames
{
    private const string Prefix = "feed.";

    public static string Of(Guid organisation) => Prefix + organisation;

    /// <summary>Where messages go that the organisation's system gave back too often, or left lying too long.</summary>
    public static string AsideOf(Guid organisation) => Of(organisation) + ".aside";

    /// <summary>Only this organisation's two queues.</summary>
    public static string Pattern(Guid organisation) => $@"^feed\.{organisation}(\.aside)?$";

    /// <summary>Users are the broker's, not of a virtual host; so its name is in theirs.</summary>
    public static string NewUser(string virtualHost, Guid organisation) => $"{UsersOf(virtualHost, organisation)}{Guid.NewGuid():N}"[..^24];

    public static string UsersOf(string virtualHost, Guid organisation) => $"{UsersOf(virtualHost)}{organisation}-";

    public static string UsersOf(string virtualHost) => virtualHost + "-";

    /// <summary>The organisation that a queue is for; null when it is none of ours.</summary>
    public static Guid? OrganisationOf(string queue) => queue.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParse(queue[Prefix.Length..].Split('.')[0], out var id) ? id : null;
}

internal sealed class OrganisationQueueConfiguration : IEntityTypeConfiguration<OrganisationQueue>
{
    public void Configure(EntityTypeBuilder<OrganisationQueue> table)
    {
        table.ToTable("OrganisationQueues");
        table.HasKey(row => row.OrganisationId);
        table.Property(row => row.OrganisationId).ValueGeneratedNever();
        table.Property(row => row.UserName).HasMaxLength(200);
        table.Property(row => row.PasswordHash).HasMaxLength(100);
        table.Ignore(row => row.Name);
    }
}
