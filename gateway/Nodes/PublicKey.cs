using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace EenPlan.Gateway.Nodes;

/// <summary>The public half of a node's key: a point of P-256. Written as <c>x.y</c>, both base64url.</summary>
internal sealed record PublicKey(string X, string Y)
{
    public const int Longest = 100;
    public const int KidLength = 32;
    private const int CoordinateBytes = 32;

    /// <summary>
    /// The first half of the key's thumbprint (RFC 7638), in hexadecimal, so that two people can compare it by phone. Nobody can choose it: who signs with another key has another.
    /// </summary>
    public string Kid => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}""")))[..KidLength];

    public override string ToString() => $"{X}.{Y}";

    /// <summary>The key in a text; null when it is none: not two coordinates, or no point of the curve.</summary>
    public static PublicKey? Read(string? text)
    {
        if (text is not { Length: <= Longest } || text.Split('.') is not [var x, var y])
        {
            return null;
        }

        try
        {
            var key = new PublicKey(x, y);
            using var checks = key.Import();
            return key;
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    public static PublicKey Of(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new PublicKey(Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y));
    }

    public ECDsaSecurityKey ToSecurityKey() => new(Import()) { KeyId = Kid };

    private ECDsa Import()
    {
        var (x, y) = (Base64UrlEncoder.DecodeBytes(X), Base64UrlEncoder.DecodeBytes(Y));
        // One way to write a key, or one key would have several thumbprints.
        if (x.Length != CoordinateBytes || y.Length != CoordinateBytes || Base64UrlEncoder.Encode(x) != X || Base64UrlEncoder.Encode(y) != Y)
        {
            throw new FormatException("Not a point of P-256.");
        }

        return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } });
    }
}
