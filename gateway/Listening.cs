using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EenPlan.Gateway;

/// <summary>Where the gateway listens: on this machine only, at PORT, unless an address is given.</summary>
internal static class Listening
{
    private const int DefaultPort = 8080;

    public static void Choose(KestrelServerOptions kestrel, IConfiguration configuration)
    {
        if (GivenAddresses(configuration).Count > 0)
        {
            return;
        }

        switch (configuration.GetValue("PORT", DefaultPort))
        {
            // Any free port: there is no such thing for both families at once.
            case 0:
                kestrel.Listen(IPAddress.Loopback, 0);
                break;
            case var port:
                kestrel.ListenLocalhost(port);
                break;
        }
    }

    /// <summary>Demo sign-in lets anybody in, so nobody but this machine may reach it.</summary>
    public static IEnumerable<string> Complaints(IConfiguration configuration) =>
        !configuration.GetValue("Demo:Enabled", false) ? [] : GivenAddresses(configuration).Where(address => !IsLoopback(address))
            .Select(address => $"Demo:Enabled is true and the gateway would listen on {address}. With demo sign-in it may listen on 127.0.0.1 and [::1] only.");

    public static bool IsLoopback(string address)
    {
        try
        {
            var host = BindingAddress.Parse(address).Host;
            return string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static List<string> GivenAddresses(IConfiguration configuration) =>
    [
        .. Split(configuration["urls"]),
        .. Split(configuration["http_ports"]).Select(port => $"http://*:{port}"),
        .. Split(configuration["https_ports"]).Select(port => $"https://*:{port}"),
        .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "an address that is not given"),
    ];

    private static string[] Split(string? text) => (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
