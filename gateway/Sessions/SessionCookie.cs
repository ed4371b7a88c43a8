using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace EenPlan.Gateway.Sessions;

/// <summary>The browser's proof of its session: an encrypted session id that scripts cannot read and other sites cannot send.</summary>
internal sealed class SessionCookie(IDataProtectionProvider protection, GatewaySettings settings)
{
    private const string Plain = "eenplan-session";
    private const string Secure = "__Host-eenplan-session";
    private static readonly object Read_ = new();
    private const int KnownAtMost = 20_000;
    // What a cookie means never changes, only whether its session lives: that is read every time.
    private readonly ConcurrentDictionary<string, Guid> _known = new(StringComparer.Ordinal);
    private readonly IDataProtector _protector = protection.CreateProtector("session");

    /// <summary>The session id in the cookie; null when there is none or it was not made here.</summary>
    public Guid? Read(HttpContext http)
    {
        if (http.Items.TryGetValue(Read_, out var known))
        {
            return (Guid?)known;
        }

        var id = Unprotect(http.Request.Cookies[Name(http)]);
        http.Items[Read_] = id;
        return id;
    }

    public void Write(HttpContext http, Guid sessionId)
    {
        http.Items[Read_] = sessionId;
        http.Response.Cookies.Append(Name(http), Convert.ToBase64String(_protector.Protect(sessionId.ToByteArray())), Options(http));
    }

    public void Remove(HttpContext http)
    {
        http.Items[Read_] = null;
        http.Response.Cookies.Delete(Name(http), Options(http));
    }

    /// <summary>People reach us by https, directly or through what ends TLS in front of us.</summary>
    public static bool IsSecure(HttpContext http, GatewaySettings settings) => http.Request.IsHttps || settings.PublicUrl?.Scheme == Uri.UriSchemeHttps || settings.Production;

    // Cookies know no ports: two nodes on one machine would sign each other's people out.
    private string Name(HttpContext http) => (IsSecure(http, settings) ? Secure : Plain) + (settings.Runs.Plans ? "" : "-" + settings.Node);

    private CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = IsSecure(http, settings), Path = "/", IsEssential = true };

    private Guid? Unprotect(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 1000)
        {
            return null;
        }

        if (_known.TryGetValue(text, out var known))
        {
            return known;
        }

        try
        {
            var id = new Guid(_protector.Unprotect(Convert.FromBase64String(text)));
            if (_known.Count >= KnownAtMost)
            {
                _known.Clear();
            }

            _known[text] = id;
            return id;
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
