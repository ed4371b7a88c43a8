using EenPlan.Gateway.Nodes;
using EenPlan.Gateway.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>How it is with something that was typed while the host was away.</summary>
internal static class OutboxState
{
    /// <summary>It will be sent.</summary>
    public const string Waiting = "waiting";

    /// <summary>The host has it; what was typed is no longer here.</summary>
    public const string Sent = "sent";

    /// <summary>Somebody changed the same at the host: the person chooses.</summary>
    public const string Conflict = "conflict";

    /// <summary>The host said no; a rule of the plan, or something that is wrong in it.</summary>
    public const string Refused = "refused";

    /// <summary>It may have arrived, and sending it again could make it twice: the person says.</summary>
    public const string Unsure = "unsure";

    /// <summary>The person does not take part any more; what was typed is deleted and this is a note.</summary>
    public const string Ended = "ended";
}

/// <summary>Something that somebody typed while the host was away, on its way there.</summary>
internal sealed class OutboxEntry
{
    public const int LongestPath = 200;
    public const int LongestKey = 100;

    /// <summary>Order of writing.</summary>
    public long Number { get; init; }

    public required Guid Id { get; init; }

    public required string Host { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid ProfessionalId { get; init; }

    /// <summary>The account with which it was typed: it is sent only while that one is still this professional here.</summary>
    public required string Account { get; init; }

    /// <summary>The case; empty in a note about what ended.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>What it is about, as a code that screens have words for.</summary>
    public required string Kind { get; init; }

    public required string Method { get; init; }

    public string? Path { get; set; }

    /// <summary>For If-Match.</summary>
    public long? Version { get; set; }

    public string? IdempotencyKey { get; set; }

    /// <summary>What was typed, protected with the keys of this node; empty as soon as it need not be kept.</summary>
    public byte[]? Body { get; set; }

    /// <summary>One of <see cref="OutboxState"/>.</summary>
    public required string State { get; set; }

    public required DateTimeOffset KeptAt { get; init; }

    /// <summary>When sending began for the first time without knowing how it ended; empty when it never did.</summary>
    public DateTimeOffset? BegunAt { get; set; }

    /// <summary>How often sending began; also what two gateways compare before either begins.</summary>
    public int Attempts { get; set; }

    /// <summary>The host's problem, with its state of now after a 412; protected as <see cref="Body"/> is.</summary>
    public byte[]? Answer { get; set; }

    /// <summary>When the state became what it is.</summary>
    public required DateTimeOffset ChangedAt { get; set; }
}

internal sealed class OutboxEntryConfiguration : IEntityTypeConfiguration<OutboxEntry>
{
    public void Configure(EntityTypeBuilder<OutboxEntry> table)
    {
        table.ToTable("Outbox");
        table.HasKey(row => row.Number);
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => new { row.ProfessionalId, row.Host });
        table.HasIndex(row => new { row.Host, row.OrganisationId, row.State });
        table.HasIndex(row => new { row.State, row.ChangedAt });
        table.Property(row => row.Host).HasMaxLength(NodeName.Longest);
        table.Property(row => row.Account).HasMaxLength(Session.LongestAccount);
        table.Property(row => row.Kind).HasMaxLength(40);
        table.Property(row => row.Method).HasMaxLength(10);
        table.Property(row => row.Path).HasMaxLength(OutboxEntry.LongestPath);
        table.Property(row => row.IdempotencyKey).HasMaxLength(OutboxEntry.LongestKey);
        table.Property(row => row.State).HasMaxLength(20);
    }
}
