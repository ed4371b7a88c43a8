using System.Text.Json;

namespace EenPlan.Reporting.Indicators;

/// <summary>The municipalities of the region, from the product's code lists.</summary>
internal static class Municipalities
{
    public static readonly IReadOnlyList<string> All = Read();

    private static List<string> Read()
    {
        using var file = typeof(Municipalities).Assembly.GetManifestResourceStream("reference.json")!;
        using var lists = JsonDocument.Parse(file);
        return [.. lists.RootElement.GetProperty("municipalities").EnumerateArray().Select(code => code.GetString()!).Order(StringComparer.Ordinal)];
    }
}
