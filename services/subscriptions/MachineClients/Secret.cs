using System.Globalization;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace EenPlan.Subscriptions.MachineClients;

/// <summary>Secrets of machine clients: 256 random bits, stored as PBKDF2-HMAC-SHA-256 with a salt.</summary>
internal static class Secret
{
    private const int Rounds = 100_000;
    private const int Size = 32;

    public static string New() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(Size));

    public static string Hash(string secret)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return string.Create(CultureInfo.InvariantCulture, $"pbkdf2-sha256:{Rounds}:{Base64UrlEncoder.Encode(salt)}:{Base64UrlEncoder.Encode(Derive(secret, salt, Rounds))}");
    }

    public static bool Matches(string secret, string hash)
    {
        var parts = hash.Split(':');
        var expected = Base64UrlEncoder.DecodeBytes(parts[3]);
        var derived = Derive(secret, Base64UrlEncoder.DecodeBytes(parts[2]), int.Parse(parts[1], CultureInfo.InvariantCulture));
        return CryptographicOperations.FixedTimeEquals(derived, expected);
    }

    private static byte[] Derive(string secret, byte[] salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(secret, salt, rounds, HashAlgorithmName.SHA256, Size);
}
