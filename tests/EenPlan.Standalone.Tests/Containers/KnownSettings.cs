using System.Text.RegularExpressions;

namespace EenPlan.Standalone.Tests.Containers;

/// <summary>The settings that the product reads, found in its sources: a name that nobody reads would look as if it did something.</summary>
internal static partial class KnownSettings
{
    private static readonly string[] Prefixes = ["cases", "directory", "network", "reporting", "subscriptions"];

    /// <summary>What the framework and the telemetry library read.</summary>
    private static readonly Regex[] OfOthers =
    [
        new("^ASPNETCORE_(ENVIRONMENT|HTTP_PORTS)$"), new("^DOTNET_EnableDiagnostics$"), new("^OTEL_(EXPORTER_OTLP_ENDPOINT|METRIC_EXPORT_INTERVAL)$"),
        new("^Kestrel:Endpoints:[A-Za-z]+:(Url|Certificate:(Path|KeyPath))$"),
    ];

    private static readonly Lazy<HashSet<string>> OfOurs = new(() => [.. Read(), .. Prefixes.Select(prefix => "Services:" + prefix)]);

    public static bool Include(string variable)
    {
        var key = variable.Replace("__", ":", StringComparison.Ordinal);
        return OfOurs.Value.Contains(key) || Array.Exists(OfOthers, known => known.IsMatch(key));
    }

    private static IEnumerable<string> Read()
    {
        var sources = new[] { "gateway", "services" }.SelectMany(folder => System.IO.Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        foreach (var text in sources)
        {
            foreach (Match key in Key().Matches(text))
            {
                yield return key.Groups[1].Value;
            }

            foreach (Match constant in Constant().Matches(text))
            {
                yield return constant.Groups[1].Value;
            }

            foreach (Match section in Section().Matches(text))
            {
                if (section.Groups[3].Success)
                {
                    yield return section.Groups[1].Value;
                    continue;
                }

                // A record of settings names its fields; a section that is handed on is read by key in the same file.
                var read = section.Groups[2].Value is { Length: > 0 } record ? FieldsOf(record, sources) : [.. Child().Matches(text).Select(match => match.Groups[1].Value)];
                foreach (var child in read)
                {
                    yield return $"{section.Groups[1].Value}:{child}";
                }
            }
        }
    }

    private static List<string> FieldsOf(string record, List<string> sources)
    {
        var start = $"record {record}\n{{";
        var text = sources.Find(source => source.Contains(start, StringComparison.Ordinal)) ?? throw new InvalidOperationException($"No source has {record}.");
        var begin = text.IndexOf(start, StringComparison.Ordinal);
        return [.. Field().Matches(text[begin..text.IndexOf("\n}", begin, StringComparison.Ordinal)]).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex("""(?:[cC]onfiguration|settings)(?:\[|\.GetValue(?:<\w+>)?\()"([A-Z]\w*(?::\w+)*)"[,\])]""")]
    private static partial Regex Key();

    [GeneratedRegex("""const string \w+ = "([A-Z]\w+:\w+)";""")]
    private static partial Regex Constant();

    [GeneratedRegex("""GetSection\("([\w:]+)"\)(?:\.Get<(\w+)(\[\])?>)?""")]
    private static partial Regex Section();

    [GeneratedRegex("""settings(?:\[|\.GetValue\()"([A-Z]\w+)"[,\])]""")]
    private static partial Regex Child();

    [GeneratedRegex("""public \w+\?? (\w+) \{ get; init; \}""")]
    private static partial Regex Field();
}
