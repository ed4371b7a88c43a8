using System.Collections.Concurrent;
using EenPlan.Gateway.Sessions;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;

namespace EenPlan.Gateway.Forwarding;

/// <summary>
/// The internal token for a session and a service, used until a minute before it ends. Before every use the identity behind it is known to exist less than a minute ago.
/// </summary>
internal sealed class SessionTokens(TokenMint mint, Identities identities, TimeProvider clock)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(Guid Session, Guid Identity, string Service), (string Token, DateTimeOffset UseUntil)> _tokens = new();

    /// <summary>A token; null when the session has no identity, or no longer has it.</summary>
    public async ValueTask<string?> ForAsync(Session session, string service)
    {
        if (session.IdentityId is not { } identityId)
        {
            return null;
        }

        var key = (session.Id, identityId, service);
        var now = clock.GetUtcNow();
        var known = _tokens.TryGetValue(key, out var cached) && cached.UseUntil > now ? cached.Token : null;
        Identity? identity;
        try
        {
            identity = await identities.FindAsync(session.Account, identityId, session.IdentityKind);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or TimeoutException)
        {
            // The owner of the identity is away for a moment: what it said lasts as long as the token that was made with it.
            return known ?? throw Problem.Unavailable("It cannot be found out now whether you may. Try again in a moment.");
        }

        if (identity?.CallerKind is not { } kind)
        {
            _tokens.TryRemove(key, out _);
            return null;
        }

        if (known is null)
        {
            known = mint.For(service, kind, identity.Id.ToString(), identity.OrganisationId, identity.Roles, session.Id.ToString("N"));
            _tokens[key] = (known, now + TokenMint.MaximumLife - Margin);
        }

        return known;
    }

    public void ForgetOld()
    {
        var now = clock.GetUtcNow();
        foreach (var (key, value) in _tokens)
        {
            if (value.UseUntil <= now)
            {
                _tokens.TryRemove(key, out _);
            }
        }
    }
}
