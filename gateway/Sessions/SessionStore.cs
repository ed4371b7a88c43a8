using EenPlan.Gateway.Persistence;
using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Sessions;

/// <summary>Whether a session lives, and as whom.</summary>
internal readonly record struct LivingAs(bool Lives, Guid? Identity);

/// <summary>
/// The sessions of this node, as they are written; every request reads its own by <see cref="SessionReader"/>.
/// </summary>
internal sealed class SessionStore(GatewayDb db, GatewaySettings settings, TimeProvider clock)
{
    private static readonly Func<GatewayDb, DateTimeOffset, CancellationToken, Task<List<Session>>> ChangedSince = Hot.List((GatewayDb db, DateTimeOffset since) =>
        db.Sessions.AsNoTracking().Where(row => row.ChangedAt >= since));

    /// <summary>Starts a session; with one identity there is nothing to choose.</summary>
    public async Task<Session> StartAsync(string account, IReadOnlyList<Identity> identities, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var only = identities.Count == 1 ? identities[0] : null;
        var session = new Session
        {
            Id = Guid.CreateVersion7(),
            Account = account,
            IdentityId = only?.Id,
            IdentityKind = only?.Kind,
            Host = only?.Host,
            StartedAt = now,
            SeenAt = now,
            EndsAt = now + settings.LongestSession,
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        return session;
    }

    /// <summary>Notes that the person is at work.</summary>
    public Task SeenAsync(Session session)
    {
        var now = clock.GetUtcNow();
        return db.Sessions.Where(row => row.Id == session.Id && row.SeenAt < now).ExecuteUpdateAsync(row => row.SetProperty(column => column.SeenAt, now), CancellationToken.None);
    }

    public Task ChooseAsync(Guid id, Identity identity, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return db.Sessions.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(column => column.IdentityId, identity.Id)
            .SetProperty(column => column.IdentityKind, identity.Kind).SetProperty(column => column.Host, identity.Host).SetProperty(column => column.ChangedAt, now), cancellationToken);
    }

    public Task EndAsync(Guid id)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return db.Sessions.Where(row => row.Id == id && row.EndedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(column => column.EndedAt, now).SetProperty(column => column.ChangedAt, now), CancellationToken.None);
    }

    /// <summary>Sessions that were signed out or became somebody else since then, at any gateway; as whom those live that still do.</summary>
    public async Task<Dictionary<Guid, LivingAs>> ChangedSinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        (await ChangedSince(db, since, cancellationToken)).ToDictionary(row => row.Id, row => new LivingAs(row.EndedAt is null, row.IdentityId));

    /// <summary>Whether these sessions live, and as whom.</summary>
    public async Task<Dictionary<Guid, LivingAs>> LivingAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = ids.ToDictionary(id => id, _ => default(LivingAs));
        foreach (var part in ids.Chunk(500))
        {
            foreach (var session in await db.Sessions.AsNoTracking().Where(row => part.Contains(row.Id)).ToListAsync(cancellationToken))
            {
                found[session.Id] = new LivingAs(session.LivesAt(now, settings.LongestIdle), session.IdentityId);
            }
        }

        return found;
    }

    /// <summary>Forgets sessions that ended by themselves more than a day ago.</summary>
    public Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - TimeSpan.FromDays(1);
        return db.Sessions.Where(row => row.EndsAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
