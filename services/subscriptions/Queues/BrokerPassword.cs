using System.Security.Cryptography;
using System.Text;

namespace EenPlan.Subscriptions.Queues;

/// <summary>Passwords as RabbitMQ keeps them: a salt of four bytes and SHA-256 over salt and password. They are 256 random bits, so no guessing is slowed down by more.</summary>
internal static class BrokerPassword
{
    public const string Algorithm = "rabbit_password_hashing_sha256";
    private const int SaltBytes = 4;

    public static string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return Convert.ToBase64String([.. salt, .. SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(password)])]);
    }
}
