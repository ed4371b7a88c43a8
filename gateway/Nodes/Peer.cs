using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EenPlan.Gateway.Nodes;

/// <summary>Another node that this one exchanges with, after it joined us or we joined it.</summary>
internal sealed class Peer
{
    /// <summary>Its name, as it stands in its tokens.</summary>
    public required string Node { get; init; }

    /// <summary>Where its gateway listens: <c>https://host</c>, or plain on this machine.</summary>
    public required string Url { get; set; }

    /// <summary>True when it holds the plans that our people work in; false when its people work in ours.</summary>
    public required bool Hosts { get; init; }

    /// <summary>One of <see cref="PeerState"/>.</summary>
    public required string State { get; set; }

    /// <summary>The key that it signs with, as <see cref="PublicKey"/> writes it.</summary>
    public required string Key { get; set; }

    /// <summary>The key before that one.</summary>
    public string? PreviousKey { get; set; }

    /// <summary>Until when the previous key is believed: what was signed before the change may still be under way.</summary>
    public DateTimeOffset? PreviousKeyUntil { get; set; }

    /// <summary>Which of our keys it knows; changes when it has confirmed a new one.</summary>
    public required string OurKid { get; set; }

    public required DateTimeOffset JoinedAt { get; set; }

    /// <summary>When it last answered us or asked something with a good signature; written at most every ten seconds.</summary>
    public DateTimeOffset? LastHeardAt { get; set; }

    /// <summary>How far its directory was read, of how much; empty for a node that hosts us.</summary>
    public long? DirectoryNumber { get; set; }

    public long? DirectoryHead { get; set; }

    /// <summary>How many of its directory's events were refused.</summary>
    public long Refused { get; set; }

    public List<PeerOrganisation> Organisations { get; set; } = [];
}

/// <summary>An organisation that a member speaks for. What is not on this list it cannot do, whatever it signs.</summary>
internal sealed class PeerOrganisation
{
    public required Guid OrganisationId { get; init; }

    public required string Node { get; init; }

    public required string Name { get; set; }
}

/// <summary>Whether a peer takes part.</summary>
internal static class PeerState
{
    public const string Active = "active";

    /// <summary>The host holds it back; its people see nothing until that ends.</summary>
    public const string Suspended = "suspended";

    /// <summary>It left, or the host ended it. Its key stays known, so that it can still ask how it stands.</summary>
    public const string Left = "left";

    /// <summary>Ended, and its people are still to be told; nothing of it is believed any more.</summary>
    public const string Leaving = "leaving";

    /// <summary>True when it takes no part any more.</summary>
    public static bool IsOver(string state) => state is Left or Leaving;

    /// <summary>As others hear it: that something of its end is under way is our own affair.</summary>
    public static string Told(string state) => state == Leaving ? Left : state;
}

/// <summary>A one-time permission to join on behalf of one organisation.</summary>
internal sealed class Invitation
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the code; the code itself is shown once and kept nowhere.</summary>
    public required string CodeHash { get; set; }

    public required string OrganisationName { get; init; }

    /// <summary>An organisation that is in the directory already and gets its own node; empty for a new one.</summary>
    public Guid? OrganisationId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Idempotency-Key with which it was made, so that a repeated request makes no second one.</summary>
    public required string RequestKey { get; init; }

    public string? UsedBy { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    public string StateAt(DateTimeOffset now) => UsedAt is not null ? "used" : now >= ExpiresAt ? "expired" : "open";
}

/// <summary>A token that was used once. Any gateway of this node must know, so it stands in the database until the token has ended.</summary>
internal sealed class UsedToken
{
    public required string Node { get; init; }

    public required string TokenId { get; init; }

    public required DateTimeOffset Until { get; init; }
}

/// <summary>A key that this node signs with towards others. Usually one; two while a new one is being told to all peers.</summary>
internal sealed class OwnKey
{
    /// <summary>Thumbprint of the public half.</summary>
    public required string Kid { get; init; }

    public required string PublicHalf { get; init; }

    /// <summary>The secret half, protected with the keys of this node's data protection.</summary>
    public required string Secret { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}

internal sealed class PeerConfiguration : IEntityTypeConfiguration<Peer>
{
    public void Configure(EntityTypeBuilder<Peer> table)
    {
        table.ToTable("Peers");
        table.HasKey(row => row.Node);
        table.Property(row => row.Node).HasMaxLength(NodeName.Longest);
        table.Property(row => row.Url).HasMaxLength(300);
        table.Property(row => row.State).HasMaxLength(20);
        table.Property(row => row.Key).HasMaxLength(PublicKey.Longest);
        table.Property(row => row.PreviousKey).HasMaxLength(PublicKey.Longest);
        table.Property(row => row.OurKid).HasMaxLength(PublicKey.KidLength);
        table.HasMany(row => row.Organisations).WithOne().HasForeignKey(row => row.Node);
    }
}

internal sealed class PeerOrganisationConfiguration : IEntityTypeConfiguration<PeerOrganisation>
{
    public void Configure(EntityTypeBuilder<PeerOrganisation> table)
    {
        table.ToTable("PeerOrganisations");
        // With the node: an organisation of ours may have joined several hosts.
        table.HasKey(row => new { row.OrganisationId, row.Node });
        table.Property(row => row.Node).HasMaxLength(NodeName.Longest);
        table.Property(row => row.Name).HasMaxLength(200);
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> table)
    {
        table.ToTable("Invitations");
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.CodeHash).HasMaxLength(64);
        table.Property(row => row.OrganisationName).HasMaxLength(200);
        table.Property(row => row.RequestKey).HasMaxLength(100);
        table.Property(row => row.UsedBy).HasMaxLength(NodeName.Longest);
        table.HasIndex(row => row.CodeHash).IsUnique();
        table.HasIndex(row => row.RequestKey).IsUnique();
    }
}

internal sealed class UsedTokenConfiguration : IEntityTypeConfiguration<UsedToken>
{
    public void Configure(EntityTypeBuilder<UsedToken> table)
    {
        table.ToTable("UsedTokens");
        table.HasKey(row => new { row.Node, row.TokenId });
        table.Property(row => row.Node).HasMaxLength(NodeName.Longest);
        table.Property(row => row.TokenId).HasMaxLength(NodeTokens.LongestId);
        table.HasIndex(row => row.Until);
    }
}

internal sealed class OwnKeyConfiguration : IEntityTypeConfiguration<OwnKey>
{
    public void Configure(EntityTypeBuilder<OwnKey> table)
    {
        table.ToTable("OwnKeys");
        table.HasKey(row => row.Kid);
        table.Property(row => row.Kid).HasMaxLength(PublicKey.KidLength);
        table.Property(row => row.PublicHalf).HasMaxLength(PublicKey.Longest);
        table.Property(row => row.Secret).HasMaxLength(1000);
    }
}
