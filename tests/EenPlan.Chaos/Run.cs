using System.Globalization;
using EenPlan.Chaos.Parts;

namespace EenPlan.Chaos;

/// <summary>Does the parts that were asked for, one after the other, each with a product of its own, and keeps the report.</summary>
internal static class Run
{
    private const int NotUnderstood = 2;

    private static readonly Dictionary<string, Func<Orders, Report, Task>> Known = new()
    {
        ["kills"] = Kills.RunAsync,
        ["broker"] = Broker.RunAsync,
        ["network"] = BadNetwork.RunAsync,
        ["nodes"] = BetweenNodes.RunAsync,
        ["herd"] = TestClasses.RunAsync("herd"),
        ["disk"] = FullDisk.RunAsync,
        ["crash-points"] = TestClasses.RunAsync("crash-points"),
        ["poison"] = TestClasses.RunAsync("poison"),
        ["duplicates"] = TestClasses.RunAsync("duplicates"),
        ["clock"] = TestClasses.RunAsync("clock"),
        ["mutants"] = TestClasses.RunAsync("mutants"),
    };

    public static async Task<int> RunAsync(string[] arguments)
    {
        Orders orders;
        try
        {
            orders = Orders.Read(arguments, Known.Keys);
            FullDisk.Refuse(orders);
        }
        catch (ArgumentException unclear)
        {
            await Console.Error.WriteLineAsync(unclear.Message);
            return NotUnderstood;
        }

        var folder = Environment.GetEnvironmentVariable("EENPLAN_RESULTS") ?? ".";
        var report = new Report(Path.Combine(folder, $"chaos-{DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.md"), orders);
        Console.WriteLine($"Seed {orders.Seed}: {string.Join(", ", orders.Parts)}");
        foreach (var part in orders.Parts)
        {
            try
            {
                await Known[part](orders, report);
            }
            catch (Exception failure)
            {
                Console.WriteLine(failure);
                report.Add(new Line(part, "broke off", 1, null, failure.Message, IsGood: false));
            }
        }

        Console.WriteLine($"\n{report}\nWritten to {report.File}");
        return report.IsGood ? 0 : 1;
    }
}
