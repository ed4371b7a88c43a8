using System.Security.Cryptography;
using System.Text.Json;
using EenPlan.Kit.Data;
using Microsoft.IdentityModel.Tokens;

namespace EenPlan.Kit.Identity;

/// <summary>
/// Signing keys on disk, so that several processes of one service share them: <c>keys/NAME.private.json</c> for the owner's eyes only,
/// <c>keys/public/NAME.json</c> for everybody who must check a signature. Each public key says which issuer it may sign for.
/// </summary>
public sealed class KeyFolder(string dataFolder)
{
    private sealed record StoredKey(string Kid, string Issuer, string X, string Y, string? D);

    private readonly string _private = Path.Combine(dataFolder, "keys");
    private readonly string _public = Path.Combine(dataFolder, "keys", "public");
    private readonly Lock _lock = new();
    private Dictionary<string, (ECDsaSecurityKey Key, string Issuer)> _known = [];
    private DateTime _lookedAt = DateTime.MinValue;
    private DateTime _changedAt = DateTime.MinValue;

    /// <summary>True when the owner already has a key.</summary>
    public bool HasKey(string owner) => File.Exists(PrivatePath(owner));

    /// <summary>The owner's signing key; made at first use unless <paramref name="mayCreate"/> is false.</summary>
    public SigningCredentials SigningKey(string owner, string issuer, bool mayCreate)
    {
        if (!HasKey(owner))
        {
            if (!mayCreate)
            {
                throw new InvalidOperationException($"No signing key for '{owner}': {PrivatePath(owner)} does not exist.");
            }

            Create(owner, issuer);
        }

        var stored = ReadWhenComplete(PrivatePath(owner));
        WritePublic(owner, stored);
        return new SigningCredentials(ToKey(stored), SecurityAlgorithms.EcdsaSha256);
    }

    /// <summary>The public key with this id and the issuer it belongs to; null when nobody here knows it.</summary>
    public (ECDsaSecurityKey Key, string Issuer)? Find(string kid)
    {
        lock (_lock)
        {
            // A key that was added or taken away while we run is noticed, but a stranger's guesses cannot make us read the disk all the time.
            var now = DateTime.UtcNow;
            if (now - _lookedAt > TimeSpan.FromSeconds(1))
            {
                _lookedAt = now;
                var changedAt = Directory.Exists(_public) ? Directory.GetLastWriteTimeUtc(_public) : DateTime.MinValue;
                if (changedAt != _changedAt || !_known.ContainsKey(kid))
                {
                    (_changedAt, _known) = (changedAt, ReadPublic());
                }
            }

            return _known.TryGetValue(kid, out var found) ? found : null;
        }
    }

    private Dictionary<string, (ECDsaSecurityKey, string)> ReadPublic() =>
        !Directory.Exists(_public) ? [] : Directory.EnumerateFiles(_public, "*.json").Select(ReadWhenComplete)
            .ToDictionary(stored => stored.Kid, stored => (ToKey(stored), stored.Issuer));

    private void Create(string owner, string issuer)
    {
        PrivateFolder.Create(_private);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var secret = key.ExportParameters(includePrivateParameters: true);
        var stored = new StoredKey(Guid.NewGuid().ToString("N"), issuer, Base64UrlEncoder.Encode(secret.Q.X), Base64UrlEncoder.Encode(secret.Q.Y), Base64UrlEncoder.Encode(secret.D));
        var temporary = $"{PrivatePath(owner)}.{stored.Kid}";
        Write(temporary, stored, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        try
        {
            // Two processes may start at once: the first file stays, the other process uses it too.
            File.Move(temporary, PrivatePath(owner), overwrite: false);
        }
        catch (IOException) when (HasKey(owner))
        {
            File.Delete(temporary);
        }
    }

    private void WritePublic(string owner, StoredKey stored)
    {
        Directory.CreateDirectory(_public);
        var path = Path.Combine(_public, owner + ".json");
        if (!File.Exists(path))
        {
            var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
            Write(temporary, stored with { D = null }, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            File.Move(temporary, path, overwrite: true);
        }
    }

    private static void Write(string path, StoredKey stored, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, stored, Json.Options);
        file.Flush(flushToDisk: true);
    }

    private static StoredKey ReadWhenComplete(string path) => JsonSerializer.Deserialize<StoredKey>(File.ReadAllText(path), Json.Options)
        ?? throw new InvalidOperationException($"{path} is not a key.");

    private static ECDsaSecurityKey ToKey(StoredKey stored)
    {
        var parameters = new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64UrlEncoder.DecodeBytes(stored.X), Y = Base64UrlEncoder.DecodeBytes(stored.Y) },
            D = stored.D is null ? null : Base64UrlEncoder.DecodeBytes(stored.D),
        };
        return new ECDsaSecurityKey(ECDsa.Create(parameters)) { KeyId = stored.Kid };
    }

    private string PrivatePath(string owner) => Path.Combine(_private, owner + ".private.json");
}
