using System.Collections.Concurrent;
using System.Security.Cryptography;
using EenPlan.Gateway.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace EenPlan.Gateway.Nodes;

/// <summary>
/// The keys that this node signs with towards other nodes; never the one that its own services believe. In the database, so that all gateways of the node have the same.
/// </summary>
internal sealed class NodeKeys(IDataProtectionProvider protection, IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("node-keys");
    private readonly ConcurrentDictionary<string, SigningCredentials> _signing = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _making = new(1);

    /// <summary>The newest key; the first one is made when somebody needs it.</summary>
    public async Task<OwnKey> NewestAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await NewestAsync(scope.ServiceProvider.GetRequiredService<GatewayDb>(), cancellationToken) ?? await FirstAsync(cancellationToken);
    }

    /// <summary>Makes a key; peers do not know it yet.</summary>
    public OwnKey Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var half = PublicKey.Of(key);
        return new OwnKey
        {
            Kid = half.Kid, PublicHalf = half.ToString(), Secret = _protector.Protect(Convert.ToBase64String(key.ExportPkcs8PrivateKey())), MadeAt = clock.GetUtcNow(),
        };
    }

    /// <summary>What to sign with: the key with this id, which a peer knows.</summary>
    public async ValueTask<SigningCredentials> SigningAsync(string kid, CancellationToken cancellationToken)
    {
        if (_signing.TryGetValue(kid, out var known))
        {
            return known;
        }

        await using var scope = scopes.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<GatewayDb>().OwnKeys.AsNoTracking().SingleAsync(row => row.Kid == kid, cancellationToken);
        return Signing(stored);
    }

    public SigningCredentials Signing(OwnKey stored) => _signing.GetOrAdd(stored.Kid, _ =>
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(_protector.Unprotect(stored.Secret)), out var _);
        return new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = stored.Kid }, SecurityAlgorithms.EcdsaSha256);
    });

    private static Task<OwnKey?> NewestAsync(GatewayDb db, CancellationToken cancellationToken) =>
        db.OwnKeys.AsNoTracking().OrderByDescending(row => row.MadeAt).FirstOrDefaultAsync(cancellationToken);

    private async Task<OwnKey> FirstAsync(CancellationToken cancellationToken)
    {
        await _making.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();
            if (await NewestAsync(db, cancellationToken) is { } there)
            {
                return there;
            }

            db.OwnKeys.Add(Make());
            await db.SaveChangesAsync(cancellationToken);
            return (await NewestAsync(db, cancellationToken))!;
        }
        finally
        {
            _making.Release();
        }
    }
}
