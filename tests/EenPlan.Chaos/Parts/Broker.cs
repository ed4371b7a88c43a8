using System.Diagnostics;
using EenPlan.Story;
using EenPlan.Story.Work;

namespace EenPlan.Chaos.Parts;

/// <summary>The broker is away, dies or forgets everything: people notice nothing, and what waited is told.</summary>
internal static class Broker
{
    private const string Name = "rabbitmq";

    public static async Task RunAsync(Orders orders, Report report)
    {
        await using var product = await Product.StartDistributedAsync();
        await HurtAsync(report, product, "stopped for 5 s", () => AwayAsync(product, TimeSpan.FromSeconds(5)));
        await HurtAsync(report, product, "stopped for 60 s", () => AwayAsync(product, TimeSpan.FromSeconds(60)));
        await HurtAsync(report, product, "SIGKILL", async () => await product.IsUpAgainAsync(Name, await product.KillAsync(Name)));
        await HurtAsync(report, product, "its disk wiped", () => AwayAsync(product, TimeSpan.FromSeconds(5), () => Directory.Delete(Path.Combine(product.DataFolder, "distributed", Name, "mnesia"), recursive: true)));
    }

    private static async Task AwayAsync(Product product, TimeSpan time, Action? meanwhile = null)
    {
        var id = await product.RunningAsync(Name);
        await product.ServiceAsync(Name, "stop");
        meanwhile?.Invoke();
        await Task.Delay(time);
        await product.ServiceAsync(Name, "up");
        await product.IsUpAgainAsync(Name, id);
    }

    private static async Task HurtAsync(Report report, Product product, string what, Func<Task> hurt)
    {
        using var crew = await Crew.GatherAsync(product);
        await crew.BeginAsync();
        await crew.GetsOnAsync();
        var (before, watch) = (crew.Ledger.Count, Stopwatch.StartNew());
        await hurt();
        var (meanwhile, away, waiting) = (crew.Ledger.Count - before, watch.Elapsed, Databases.NotOnTheBus(product.DataFolder));
        var backlog = Stopwatch.StartNew();
        await Eventually.SeesAsync("the broker has everything", () => Task.FromResult(Databases.NotOnTheBus(product.DataFolder) == 0 ? what : null));
        var drained = backlog.Elapsed;
        await crew.GetsOnAsync();
        await crew.EndAsync();
        var found = await Reckoning.FindAsync(crew);
        report.Add(new Line("broker", what, 1, found, $"{meanwhile} changes accepted in the {away.TotalSeconds:0} s until it ran again, {crew.Ledger.Lost} answers lost; {waiting} events waited, gone after {drained.TotalSeconds:0.0} s",
            found.IsClean && meanwhile > 0 && crew.Ledger.Lost == 0));
    }
}
