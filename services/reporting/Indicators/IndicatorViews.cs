using System.Text.Json.Serialization;
using EenPlan.Reporting.Counting;

namespace EenPlan.Reporting.Indicators;

/// <summary>A number, or the fact that it is not told.</summary>
/// <param name="Indicator">Code of the indicator; see definitions.</param>
/// <param name="Domain">Life domain, with goals.</param>
/// <param name="Status">Status of the goals, or answer about the agreements.</param>
/// <param name="Value">The number.</param>
/// <param name="Suppressed">True when the number is under ten, or would give one away that is.</param>
internal sealed record FigureView(
    string Indicator,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Domain,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Value,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Suppressed)
{
    public static FigureView Of(Figure figure) => new(figure.Indicator, figure.Domain, figure.Status, figure.Value, figure.Value is null ? true : null);
}

/// <summary>The numbers of one municipality, or of the whole region, in one period.</summary>
/// <param name="Municipality">Code of the municipality; absent for the whole region.</param>
/// <param name="From">First month of the period.</param>
/// <param name="Until">Last month of the period.</param>
/// <param name="Figures">All indicators, always all of them and in the same order, so that absence tells nothing.</param>
internal sealed record RowView([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Municipality, string From, string Until, IReadOnlyList<FigureView> Figures);

/// <summary>The region's numbers.</summary>
/// <param name="AsOf">Everything that happened before this instant has been read; numbers are told of quarters that were over then.</param>
/// <param name="ClosedUntil">Last month of the last quarter that is over.</param>
/// <param name="Period">"month", "quarter" or "year".</param>
/// <param name="Municipalities">Codes of all municipalities of the region.</param>
/// <param name="Definitions">What every indicator means.</param>
/// <param name="Rows">By period, and in each the whole region first, then the municipalities by code.</param>
internal sealed record IndicatorsView(DateTimeOffset AsOf, string ClosedUntil, string Period, IReadOnlyList<string> Municipalities, IReadOnlyList<Definition> Definitions, IReadOnlyList<RowView> Rows)
{
    public static IndicatorsView Of(DateTimeOffset asOf, IndicatorsQuery query, Publication publication) =>
        new(asOf, Month.Text(Indicators.Period.LastClosed(asOf)), query.Kind.ToString().ToLowerInvariant(), publication.Municipalities, Indicators.Definitions.All,
        [
            .. query.Periods.SelectMany(period => query.Areas(publication.Municipalities).Select(area => new RowView(area, Month.Text(period.From), Month.Text(period.Until),
                [.. Indicators.Figures.Of(publication, area, period).Select(FigureView.Of)]))),
        ]);
}
