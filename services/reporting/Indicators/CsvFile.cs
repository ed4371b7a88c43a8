using System.Globalization;
using System.Text;
using EenPlan.Reporting.Counting;

namespace EenPlan.Reporting.Indicators;

/// <summary>The numbers as a file for a spreadsheet (RFC 4180): one line per number, and words where a number is not told.</summary>
internal static class CsvFile
{
    public const string MediaType = "text/csv";
    public const string NotShown = "not shown";

    public static string Write(IndicatorsQuery query, Publication publication)
    {
        var file = new StringBuilder();
        Line(file, "municipality", "from", "until", "indicator", "domain", "status", "value", "unit");
        foreach (var period in query.Periods)
        {
            foreach (var area in query.Areas(publication.Municipalities))
            {
                foreach (var figure in Figures.Of(publication, area, period))
                {
                    Line(file, area ?? IndicatorsQuery.OnlyRegion, Month.Text(period.From), Month.Text(period.Until), figure.Indicator, figure.Domain ?? "", figure.Status ?? "",
                        figure.Value?.ToString(CultureInfo.InvariantCulture) ?? NotShown, Definitions.Of(figure.Indicator).Unit);
                }
            }
        }

        return file.ToString();
    }

    private static void Line(StringBuilder file, params string[] fields) => file.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    /// <summary>A field; quoted where it must be, and never a formula to the spreadsheet that opens it.</summary>
    internal static string Field(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
