using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EenPlan.Nodes.Tests.Malice;

/// <summary>Keys and tokens between nodes in code of our own, made from docs/nodes.md alone: an attacker does not use the product's.</summary>
internal sealed class OwnKey
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string X => Text(_key.ExportParameters(false).Q.X!);

    public string Y => Text(_key.ExportParameters(false).Q.Y!);

    public string PublicHalf => $"{X}.{Y}";

    public string Kid => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}""")))[..32];

    /// <summary>Claims signed as a token of this key, with whatever header one likes.</summary>
    public string Sign(Dictionary<string, object> claims, string? kid = null, string algorithm = "ES256")
    {
        var signed = Text(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = kid ?? Kid })) + "." + Text(JsonSerializer.SerializeToUtf8Bytes(claims));
        return algorithm == "none" ? signed + "." : signed + "." + Text(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256));
    }

    public static string Digest(byte[] body) => Convert.ToBase64String(SHA256.HashData(body));

    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
