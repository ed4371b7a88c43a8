using System.Diagnostics;
using EenPlan.Story;
using EenPlan.Story.Work;

namespace EenPlan.Chaos.Parts;

/// <summary>
/// The disk of the databases is full for a while. Who changes something is told to come back; with room again everybody gets on, by the same processes.
/// Broker, logs and notes of the start lie on another disk: it is about the databases.
/// </summary>
internal static class FullDisk
{
    private const string Part = "disk";
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(20);
    private static readonly string[] Elsewhere = ["distributed", "logs", "run"];

    /// <summary>Before anything is started.</summary>
    public static void Refuse(Orders orders)
    {
        if (orders.Parts.Contains(Part) && !Environment.IsPrivilegedProcess)
        {
            throw new ArgumentException("The part 'disk' mounts a small disk in memory, and only root may. Run it as root, or name the other parts.");
        }
    }

    public static async Task RunAsync(Orders orders, Report report)
    {
        var around = Directory.CreateTempSubdirectory("ep-disk-").FullName;
        var disk = Directory.CreateDirectory(Path.Combine(around, "small")).FullName;
        await CommandAsync("mount", "-t", "tmpfs", "-o", "size=64m", "eenplan-chaos", disk);
        try
        {
            var data = Directory.CreateDirectory(Path.Combine(disk, "data")).FullName;
            foreach (var name in Elsewhere)
            {
                Directory.CreateSymbolicLink(Path.Combine(data, name), Directory.CreateDirectory(Path.Combine(around, name)).FullName);
            }

            await using var product = Product.NewDistributedOn(data);
            await product.StartScriptAsync();
            report.Add(await FillAsync(product, Path.Combine(disk, "filling")));
        }
        finally
        {
            await CommandAsync("umount", disk);
            Directory.Delete(around, recursive: true);
        }
    }

    private static async Task<Line> FillAsync(Product product, string file)
    {
        using var crew = await Crew.GatherAsync(product);
        await crew.BeginAsync();
        await crew.GetsOnAsync();
        var processes = await ProcessesAsync(product);
        var count = crew.Ledger.Count;
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Lasts; await Task.Delay(200))
        {
            // Again and again: what a database gives back is filled too.
            Fill(file);
        }

        var (meanwhile, refused) = (crew.Ledger.Count - count, crew.Ledger.Lost);
        File.Delete(file);
        var room = Stopwatch.StartNew();
        await crew.EverybodyGetsOnAsync();
        var again = room.Elapsed;
        var after = crew.Ledger.Lost;
        await crew.GetsOnAsync(60);
        var late = crew.Ledger.Lost - after;
        await crew.EndAsync();
        var found = await Reckoning.FindAsync(crew);
        var refusals = crew.Ledger.Refusals;
        var same = processes.SequenceEqual(await ProcessesAsync(product));
        return new Line(Part, $"databases on a full disk for {Lasts.TotalSeconds:0} s", 1, found,
            $"{meanwhile} changes accepted meanwhile, {refused} refused ({string.Join(", ", refusals.Select(refusal => $"{refusal.Value} x {refusal.Key}"))}); " +
            $"everybody worked again {again.TotalSeconds:0.0} s after there was room, {late} answers lost after that; {(same ? "the same processes" : "PROCESSES FELL")}",
            found.IsClean && same && late == 0 && refusals.Count > 0 && refusals.Keys.All(answer => answer == "503 with Retry-After"));
    }

    private static void Fill(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
            for (var piece = new byte[4096]; ;)
            {
                stream.Write(piece);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task<IReadOnlyList<int>> ProcessesAsync(Product product)
    {
        var ids = new List<int>();
        foreach (var name in (string[])[.. Databases.Services, "gateway", "rabbitmq"])
        {
            ids.Add(await product.RunningAsync(name));
        }

        return ids;
    }

    private static async Task CommandAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} failed.");
        }
    }
}
