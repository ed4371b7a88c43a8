using System.Globalization;
using EenPlan.Story.Work;

namespace EenPlan.Chaos;

/// <summary>One line of the report: what was done to the product, how often, and what became of what it had accepted.</summary>
internal sealed record Line(string Part, string What, int Times, Findings? Found, string Remarks, bool IsGood)
{
    public override string ToString() => $"| {string.Join(" | ", Cells)} |";

    private string[] Cells =>
    [
        Part, What, Text(Times), Text(Found?.Accepted), Text(Found?.Told), Text(Found?.Lost.Count), Text(Found?.Stuck.Count), Text(Found?.Second.Count), Text(Found?.Disorder.Count),
        IsGood ? "good" : "**WRONG**", Remarks.ReplaceLineEndings(" ").Replace('|', '/'),
    ];

    private static string Text(int? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "-";
}

/// <summary>All lines of a run, kept in a file from the first line on: what is broken off tells what it saw.</summary>
internal sealed class Report(string file, Orders orders)
{
    private const int Shown = 20;
    private readonly List<Line> _lines = [];
    private readonly DateTime _began = DateTime.UtcNow;

    public string File => file;

    public bool IsGood => _lines.Count > 0 && _lines.TrueForAll(line => line.IsGood);

    public void Add(Line line)
    {
        _lines.Add(line);
        System.IO.File.WriteAllText(file, ToString());
        Console.WriteLine(line);
        foreach (var wrong in line.Found?.Wrong.Take(Shown) ?? [])
        {
            Console.WriteLine($"    {wrong}");
        }
    }

    public override string ToString() => string.Join('\n',
    [
        $"Seed {orders.Seed}, begun {_began:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores: `./eenplan chaos --seed {orders.Seed} --kills {orders.Kills} {string.Join(' ', orders.Parts)}`", "",
        "| Part | What | Times | Accepted | To be told | Lost | Stuck | Second effects | Out of order | Result | Remarks |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
        .. _lines.Select(line => line.ToString()), "",
    ]);
}
