using System.Text.Json.Nodes;
using EenPlan.Gateway.Persistence;
using EenPlan.Kit.Api;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>Whose entries: one professional of ours at one host.</summary>
internal sealed record OutboxOwner(string Host, Guid ProfessionalId, Guid OrganisationId, string Account);

/// <summary>Something that a browser asks to keep.</summary>
internal sealed record Keeping(string Method, string Path, long? Version, string? IdempotencyKey, Typed Typed, Guid CaseId, string Kind, bool Begun);

/// <summary>What people typed while the host was away: kept, shown to themselves, chosen about, dropped.</summary>
internal sealed class Outbox(GatewayDb db, KeptText text, Wiping wiping, TimeProvider clock)
{
    public const int MostEntries = 100;

    /// <summary>How long it is shown that something was sent.</summary>
    public static readonly TimeSpan SentShown = TimeSpan.FromDays(1);

    public Task<List<OutboxEntry>> ListAsync(OutboxOwner owner, CancellationToken cancellationToken) =>
        Mine(owner).AsNoTracking().OrderBy(row => row.Number).ToListAsync(cancellationToken);

    /// <summary>Keeps something; the same deed kept twice, by a second press or a lost answer, is kept once.</summary>
    public async Task<OutboxEntry> KeepAsync(OutboxOwner owner, Keeping keeping, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Of a case that is not on the list nobody would tell us that it ended, and what was typed would stay for ever.
        if (!await db.HeldCases.AnyAsync(row => row.ProfessionalId == owner.ProfessionalId && row.CaseId == keeping.CaseId && row.Host == owner.Host, cancellationToken))
        {
            throw Problem.NotFound();
        }

        if (keeping.IdempotencyKey is { } key && await Mine(owner).FirstOrDefaultAsync(row => row.IdempotencyKey == key, cancellationToken) is { } known)
        {
            return known;
        }

        if (await Mine(owner).CountAsync(row => row.State != OutboxState.Sent, cancellationToken) >= MostEntries)
        {
            throw Problem.Conflict("outbox-full", $"{MostEntries} things wait already. Send or drop some first.");
        }

        var entry = new OutboxEntry
        {
            Id = Guid.CreateVersion7(), Host = owner.Host, OrganisationId = owner.OrganisationId, ProfessionalId = owner.ProfessionalId, Account = owner.Account,
            CaseId = keeping.CaseId, Kind = keeping.Kind, Method = keeping.Method, Path = keeping.Path, Version = keeping.Version, IdempotencyKey = keeping.IdempotencyKey,
            Body = text.Close(keeping.Typed), State = OutboxState.Waiting, KeptAt = now, BegunAt = keeping.Begun ? now : null, ChangedAt = now,
        };
        db.Outbox.Add(entry);
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return entry;
    }

    public async Task DropAsync(OutboxOwner owner, Guid id, CancellationToken cancellationToken)
    {
        if (await Mine(owner).Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            throw Problem.NotFound();
        }

        wiping.Need();
    }

    /// <summary>
    /// The person looked and wants it sent: on the version that the host has now, perhaps with other words. Not while it waits already, and not what was sent or ended.
    /// </summary>
    public async Task<OutboxEntry> SendAgainAsync(OutboxOwner owner, Guid id, JsonObject? body, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var entry = await Mine(owner).SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw Problem.NotFound();
        if (entry.State is OutboxState.Sent or OutboxState.Ended)
        {
            throw Problem.Conflict("nothing-to-send", "This was sent already, or it can no longer be sent.");
        }

        if (entry.Answer is { } answer && SendingRules.CurrentOf(text.Open(answer)) is { } current && SendingRules.VersionOf(current) is { } version)
        {
            entry.Version = version;
        }

        if (entry.State != OutboxState.Waiting)
        {
            // Whoever says so after seeing that it may have arrived takes that on: from here on it is a new deed.
            entry.IdempotencyKey = entry.IdempotencyKey is null ? null : Guid.NewGuid().ToString();
            (entry.BegunAt, entry.Answer) = (null, null);
        }

        entry.Body = body is null ? entry.Body : text.Close(new Typed(body, null));
        (entry.State, entry.ChangedAt) = (OutboxState.Waiting, clock.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return entry;
    }

    /// <summary>Forgets what was sent more than a day ago, and notes about what ended after ninety.</summary>
    public async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        var (sent, ended) = (clock.GetUtcNow() - SentShown, clock.GetUtcNow() - TimeSpan.FromDays(90));
        if (await db.Outbox.Where(row => row.State == OutboxState.Sent && row.ChangedAt < sent).ExecuteDeleteAsync(cancellationToken)
            + await db.Outbox.Where(row => row.State == OutboxState.Ended && row.ChangedAt < ended).ExecuteDeleteAsync(cancellationToken) > 0)
        {
            wiping.Need();
        }
    }

    private IQueryable<OutboxEntry> Mine(OutboxOwner owner) => db.Outbox.Where(row => row.ProfessionalId == owner.ProfessionalId && row.Host == owner.Host);
}
