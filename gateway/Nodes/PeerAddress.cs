using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace EenPlan.Gateway.Nodes;

/// <summary>Addresses of other nodes' gateways: scheme, host and port, with TLS unless they are on this machine.</summary>
internal static class PeerAddress
{
    /// <summary>True when a node that joins may give this as its address: one on this machine only when it is on this machine itself, or it could make us call our own services.</summary>
    public static bool MayCall(string? text, HttpContext http, GatewaySettings settings) =>
        TryRead(text, out var address, out _) && (!address.IsLoopback || (settings.PublicUrl is null or { IsLoopback: true } && (http.Connection.RemoteIpAddress is not { } from || IPAddress.IsLoopback(from))));

    /// <summary>The address; otherwise what is wrong: <c>tls-needed</c> or <c>not-a-node</c>.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out Uri? address, out string problem)
    {
        problem = "not-a-node";
        if (text is not { Length: <= 300 } || !Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out address) || address.AbsolutePath != "/" || address.Query.Length > 0
            || address.UserInfo.Length > 0 || address.Fragment.Length > 0 || address.Scheme is not ("http" or "https"))
        {
            address = null;
            return false;
        }

        problem = "tls-needed";
        return address.Scheme == Uri.UriSchemeHttps || address.IsLoopback;
    }

    /// <summary>As it is kept: without a slash at the end.</summary>
    public static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
