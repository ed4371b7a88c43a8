using System.Globalization;

namespace EenPlan.Bench.Measuring;

/// <summary>What others on the machine use while we measure.</summary>
internal interface IForeignCpu
{
    CpuLook Look();

    /// <summary>Cores that others used on average since then.</summary>
    double CoresSince(CpuLook before);
}

/// <summary>Processor seconds of the machine and of ours up to an instant.</summary>
internal sealed record CpuLook(double All, double Ours, long At);

/// <summary>
/// Reads processor time from /proc. Ours are the processes that carry the mark of this run in their environment; the kernel's own threads serve us
/// as much as others and count for nobody.
/// </summary>
internal sealed class Cpu(string mark) : IForeignCpu
{
    // What /proc counts in, on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;
    private const string KernelThreadsParent = "2";
    private readonly Dictionary<(int Id, string Started), bool> _counts = [];

    public CpuLook Look() => new(All(), Ours(), TimeProvider.System.GetTimestamp());

    public double CoresSince(CpuLook before)
    {
        var now = Look();
        return Math.Max(0, (now.All - before.All - (now.Ours - before.Ours)) / TimeProvider.System.GetElapsedTime(before.At, now.At).TotalSeconds);
    }

    /// <summary>Processor seconds of these processes, with those of their children that ended.</summary>
    public static double SecondsOf(IEnumerable<int> ids) => ids.Sum(id => Fields(id) is { } fields ? Seconds(fields) : 0);

    /// <summary>Memory of a process that is really in use, in KiB.</summary>
    public static double ResidentKibOf(int id) => File.ReadLines($"/proc/{id}/status").Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => double.Parse(line["VmRSS:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)).Single();

    private static double All()
    {
        // user nice system idle iowait irq softirq steal: everything but idle, waiting for a disk, and interrupts, which nobody owns.
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return ((int[])[1, 2, 3, 8]).Sum(place => double.Parse(fields[place], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    private double Ours()
    {
        var sum = 0d;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            // One that ended stays listed with its time until its parent asks for it, and is gone at some moment after.
            if (int.TryParse(Path.GetFileName(folder), out var id) && Fields(id) is { } fields && fields[0] != "Z" && Counts(id, fields))
            {
                sum += Seconds(fields);
            }
        }

        return sum;
    }

    private bool Counts(int id, string[] fields)
    {
        var key = (id, fields[19]);
        if (!_counts.TryGetValue(key, out var counts))
        {
            _counts[key] = counts = fields[1] == KernelThreadsParent || Environment(id).Contains(mark, StringComparison.Ordinal);
        }

        return counts;
    }

    private static string Environment(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/environ");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>The fields of /proc/ID/stat from the state on; null when the process is gone.</summary>
    private static string[]? Fields(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static double Seconds(string[] fields) => ((int[])[11, 12, 13, 14]).Sum(place => double.Parse(fields[place], CultureInfo.InvariantCulture)) / TicksPerSecond;
}
