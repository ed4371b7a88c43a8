using System.Security.Cryptography;
using System.Text;
using EenPlan.Gateway.Persistence;
using EenPlan.Kit.Api;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Nodes;

/// <summary>One-time codes with which a node may join on behalf of one organisation.</summary>
internal sealed class Invitations(GatewayDb db, TimeProvider clock)
{
    // Without letters that look alike; 20 of them are 98 bits.
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Length = 20;

    /// <summary>How long the same node may ask again with a code that it used: its answer may have been lost on the way.</summary>
    private static readonly TimeSpan AnswerMayBeRepeated = TimeSpan.FromHours(1);

    /// <summary>Makes an invitation; with the same request key the same one again, with a new code, because nobody knows whether the first was seen.</summary>
    public async Task<(Invitation Made, string Code)> MakeAsync(string organisationName, Guid? organisationId, TimeSpan life, string requestKey, CancellationToken cancellationToken)
    {
        var code = NewCode();
        var now = clock.GetUtcNow();
        var made = await db.Invitations.SingleOrDefaultAsync(row => row.RequestKey == requestKey, cancellationToken);
        if (made is null)
        {
            made = new Invitation
            {
                Id = Guid.CreateVersion7(), CodeHash = HashOf(code), OrganisationName = organisationName, OrganisationId = organisationId, CreatedAt = now, ExpiresAt = now + life, RequestKey = requestKey,
            };
            db.Invitations.Add(made);
        }
        else if (made.OrganisationName != organisationName || made.OrganisationId != organisationId || made.UsedAt is not null)
        {
            throw Problem.Conflict("idempotency-key-used", "This Idempotency-Key was used for another invitation. Take a new one.");
        }

        made.CodeHash = HashOf(code);
        await db.SaveChangesAsync(cancellationToken);
        return (made, code);
    }

    /// <summary>The invitation that a code belongs to, when this node may use it now; tracked.</summary>
    public async Task<Invitation> FindAsync(string code, string node, CancellationToken cancellationToken)
    {
        var hash = HashOf(code);
        var found = await db.Invitations.SingleOrDefaultAsync(row => row.CodeHash == hash, cancellationToken)
            ?? throw Problem.Conflict("invitation-unknown", "This code is not known here. Check what was typed, or ask for a new one.");
        var now = clock.GetUtcNow();
        return found switch
        {
            { UsedAt: { } used } when found.UsedBy != node || now - used > AnswerMayBeRepeated => throw Used(),
            { UsedAt: null } when now >= found.ExpiresAt => throw Problem.Conflict("invitation-expired", "This code is no longer valid. Ask for a new one."),
            _ => found,
        };
    }

    /// <summary>True when it was this caller who used it up, or had done so before.</summary>
    public async Task<bool> UseAsync(Invitation invitation, string node, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return invitation.UsedBy == node || await db.Invitations.Where(row => row.Id == invitation.Id && row.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now).SetProperty(row => row.UsedBy, node), cancellationToken) == 1;
    }

    public static ProblemException Used() => Problem.Conflict("invitation-used", "This code was used already. Ask for a new one.");

    private static string NewCode() =>
        string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(5).Select(part => new string(part)));

    /// <summary>As somebody types it: capitals, spaces and hyphens do not matter.</summary>
    private static string HashOf(string code)
    {
        var plain = new string([.. code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)));
    }
}
