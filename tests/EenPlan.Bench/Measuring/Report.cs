using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EenPlan.Bench.Measuring;

/// <summary>The table on the screen and the file that docs/performance.md is written from.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new ThreeDigits() },
    };

    public static void Print(IReadOnlyList<Figure> figures, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("row    what                                                          bar       min      median   max      CPU us (product | reference)  rounds");
        foreach (var figure in figures)
        {
            var (min, median, max) = figure.Spread;
            var cpu = figure.CpuProduct is { } product ? $"{Numbers.Short(product)} | {Numbers.Short(figure.CpuReference ?? double.NaN)}" : "";
            var verdict = figure.IsMet switch { true => "met", false => "missed", null => "" };
            output.WriteLine($"{figure.Row,-6} {figure.What,-60}  {figure.Bar,-8}  {Numbers.Short(min),-8} {Numbers.Short(median),-8} {Numbers.Short(max),-8} {cpu,-29} "
                + $"{figure.PerRound.Count} kept, {figure.ThrownAway} thrown away  {verdict}{(figure.IsNoisy ? $"  NOISY: others used up to {figure.Noise:0.0} core" : "")}");
            foreach (var (name, value) in figure.Beside)
            {
                output.WriteLine($"         {name}: {Numbers.Short(value)}");
            }
        }
    }

    /// <summary>Adds the figures to the file of the day: rows that are measured again replace what stood there.</summary>
    public static string Write(string folder, string command, IReadOnlyList<Figure> figures)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".json");
        var before = File.Exists(file) ? JsonSerializer.Deserialize<Day>(File.ReadAllText(file), Json)!.Figures : [];
        var measured = figures.Select(figure => figure.Row).ToHashSet();
        var all = before.Where(known => !measured.Contains(known.Figure.Row)).Concat(figures.Select(figure => new Recorded(command, figure)))
            .OrderBy(known => known.Figure.Row.PadLeft(4, '0'), StringComparer.Ordinal).ToList();
        File.WriteAllText(file, JsonSerializer.Serialize(new Day(Machine(), all), Json) + "\n");
        return file;
    }

    private static string Machine() => string.Create(CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1073741824.0:0} GiB, .NET {Environment.Version}");

    private sealed record Day(string Machine, IReadOnlyList<Recorded> Figures);

    private sealed record Recorded(string Command, Figure Figure);

    /// <summary>More digits than that were not measured.</summary>
    private sealed class ThreeDigits : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            var digits = value == 0 ? 3 : Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 6);
            writer.WriteNumberValue(Math.Round((decimal)value, digits));
        }
    }
}
