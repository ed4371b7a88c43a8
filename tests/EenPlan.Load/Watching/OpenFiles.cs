using System.Globalization;

namespace EenPlan.Load.Watching;

/// <summary>How many files a process may have open here. The gateway holds two for every live stream: the browser's and its own to the service.</summary>
internal static class OpenFiles
{
    /// <summary>What the gateway needs beside streams, generously: requests on their way, their connections to services, libraries.</summary>
    private const int BesideStreams = 3000;
    private const string Line = "Max open files";

    /// <summary>Live streams that the gateway can hold.</summary>
    public static int Streams(IEnumerable<string> limits) => Of(limits) is { } most ? Math.Max(0, (most - BesideStreams) / 2) : int.MaxValue;

    /// <summary>The limits of this process, which the product was started with too.</summary>
    public static IEnumerable<string> Limits() => File.ReadLines("/proc/self/limits");

    private static int? Of(IEnumerable<string> limits) =>
        limits.FirstOrDefault(line => line.StartsWith(Line, StringComparison.Ordinal))?[Line.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var soft, ..]
        && int.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : null;
}
