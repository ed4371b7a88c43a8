using EenPlan.Gateway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Sessions;

/// <summary>
/// The sessions of this node, as they are written; every request reads its own by <see cref="SessionReader"/>.
/// </summary>
internal sealed class SessionStore(GatewayDb db, GatewaySettings settings, TimeProvider clock)
{
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

    public Task ChooseAsync(Guid id, Identity identity, CancellationToken cancellationToken) => db.Sessions.Where(row => row.Id == id)
        .ExecuteUpdateAsync(row => row.SetProperty(column => column.IdentityId, identity.Id).SetProperty(column => column.IdentityKind, identity.Kind), cancellationToken);

    public Task EndAsync(Guid id)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return db.Sessions.Where(row => row.Id == id && row.EndedAt == null).ExecuteUpdateAsync(row => row.SetProperty(column => column.EndedAt, now), CancellationToken.None);
    }

    /// <summary>Which of these sessions live, and as whom.</summary>
    public async Task<Dictionary<Guid, Guid?>> LivingAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var living = new Dictionary<Guid, Guid?>();
        foreach (var part in ids.Chunk(500))
        {
            foreach (var session in await db.Sessions.AsNoTracking().Where(row => part.Contains(row.Id)).ToListAsync(cancellationToken))
            {
                if (session.LivesAt(now, settings.LongestIdle))
                {
                    living[session.Id] = session.IdentityId;
                }
            }
        }

        return living;
    }

    /// <summary>Forgets sessions that ended by themselves more than a day ago.</summary>
    public Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - TimeSpan.FromDays(1);
        return db.Sessions.Where(row => row.EndsAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
