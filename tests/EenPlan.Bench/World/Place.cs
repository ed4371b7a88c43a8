using System.Net;
using System.Net.Sockets;

namespace EenPlan.Bench.World;

/// <summary>Where we are: the clone that is measured, and free places on this machine.</summary>
internal static class Place
{
    /// <summary>The clone.</summary>
    public static string Root { get; } = Environment.GetEnvironmentVariable("EENPLAN_REPO") ?? throw new InvalidOperationException("Start this with ./eenplan bench.");

    /// <summary>The mark in the environment of every process of this run.</summary>
    public static string Mark { get; } = Environment.GetEnvironmentVariable("EENPLAN_BENCH") ?? throw new InvalidOperationException("Start this with ./eenplan bench.");

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A folder of our own, on the disk that the product's data is on too.</summary>
    public static string NewFolder() => Directory.CreateTempSubdirectory("ep-bench-").FullName;
}
