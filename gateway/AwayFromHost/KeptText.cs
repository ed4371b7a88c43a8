using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>What people typed, as it lies on disk: unreadable without the keys of this node.</summary>
internal sealed class KeptText(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("outbox");

    public byte[] Close(string text) => _protector.Protect(Encoding.UTF8.GetBytes(text));

    public string Open(byte[] closed) => Encoding.UTF8.GetString(_protector.Unprotect(closed));
}
