using EenPlan.Bench.Measuring;
using EenPlan.Bench.Rows;
using EenPlan.Bench.World;

namespace EenPlan.Bench;

/// <summary>One run: the rows that were asked for, one after the other, then the table.</summary>
internal static class Run
{
    public static async Task<int> RunAsync(string[] args)
    {
        var rows = Choose(args.Where(word => !word.StartsWith("--", StringComparison.Ordinal)).ToList(), out var unknown);
        if (unknown.Count > 0)
        {
            await Console.Error.WriteLineAsync($"There is no row {string.Join(", ", unknown)}. There are: {string.Join(", ", AllRows.All.SelectMany(row => row.Numbers))}.");
            return 2;
        }

        return await MeasureAsync(rows, args.Contains("--quick"), $"./eenplan bench {string.Join(' ', args)}".TrimEnd());
    }

    /// <summary>Measures rows, prints the table, and keeps it unless it was a quick look.</summary>
    public static async Task<int> MeasureAsync(IReadOnlyList<IRow> rows, bool quick, string command)
    {
        var settings = quick ? Settings.Quick : Settings.Whole;
        await using var bench = new Stage(settings);
        var figures = new List<Figure>();
        var failed = false;
        foreach (var row in rows)
        {
            bench.Tell($"{string.Join(", ", row.Numbers)}: {row.Title}");
            try
            {
                figures.AddRange(await row.MeasureAsync(bench));
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                failed = true;
                await Console.Error.WriteLineAsync($"Row {string.Join(", ", row.Numbers)} could not be measured: {failure}");
            }
        }

        if (figures.Count == 0)
        {
            return 1;
        }

        Report.Print(figures, Console.Out);
        if (!quick)
        {
            Console.WriteLine($"\nWritten to {Report.Write(Path.Combine(Place.Root, "docs", "bench"), command, figures)}");
        }

        return failed ? 1 : 0;
    }

    private static List<IRow> Choose(List<string> numbers, out List<string> unknown)
    {
        unknown = [.. numbers.Where(number => !AllRows.All.Any(row => row.Numbers.Contains(number)))];
        return [.. AllRows.All.Where(row => numbers.Count == 0 || row.Numbers.Intersect(numbers).Any())];
    }
}

/// <summary>How long and how often is measured.</summary>
internal sealed record Settings(TimeSpan Turn, int Rounds, TimeSpan LongestRow)
{
    public static readonly Settings Whole = new(TimeSpan.FromSeconds(5), 5, TimeSpan.FromMinutes(2.5));

    /// <summary>For whoever works on the product or on this program: figures to look at, not to keep.</summary>
    public static readonly Settings Quick = new(TimeSpan.FromSeconds(1.5), 2, TimeSpan.FromMinutes(1));
}
