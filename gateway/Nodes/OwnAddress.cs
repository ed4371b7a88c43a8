using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EenPlan.Gateway.Nodes;

/// <summary>The address at which other nodes reach this one: the public one, or where it listens when that is on this machine.</summary>
internal sealed class OwnAddress(GatewaySettings settings, IServer server)
{
    public string Url => settings.PublicUrl is { } url ? PeerAddress.Text(url) : Listening() ?? "";

    private string? Listening() => server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(address => address.Replace("localhost", "127.0.0.1", StringComparison.OrdinalIgnoreCase).TrimEnd('/'))
        .Where(address => !address.Contains("[::", StringComparison.Ordinal)).OrderBy(address => address.Length).FirstOrDefault();
}
