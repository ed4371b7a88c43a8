using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>What somebody typed.</summary>
/// <param name="Body">The body of the request.</param>
/// <param name="Was">For a change: what these fields were when it was typed, so that a change of somebody else in other fields is no conflict.</param>
internal sealed record Typed(JsonObject Body, JsonObject? Was);

/// <summary>What people typed, as it lies on disk: unreadable without the keys of this node.</summary>
internal sealed class KeptText(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("outbox");

    public byte[] Close(Typed typed) => Close(JsonSerializer.Serialize(typed, Kit.Json.Options));

    public byte[] Close(string text) => _protector.Protect(Encoding.UTF8.GetBytes(text));

    public Typed OpenTyped(byte[] closed) => JsonSerializer.Deserialize<Typed>(Open(closed), Kit.Json.Options)!;

    public string Open(byte[] closed) => Encoding.UTF8.GetString(_protector.Unprotect(closed));
}
