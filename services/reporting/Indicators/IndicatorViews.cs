using System.Text.Json.Serialization;

namespace EenPlan.Reporting.Indicators;

/// <summary>A number, or the fact that it is not told.</summary>
/// <param name="Value">The number.</param>
/// <param name="Suppressed">True when the number is under ten, or would give one away that is.</param>
internal sealed record Cell(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Value,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Suppressed)
{
    public static readonly Cell Hidden = new(null, true);

    public static Cell Of(decimal value) => new(value, null);
}

/// <summary>The numbers of one municipality.</summary>
/// <param name="Code">Code of the municipality.</param>
/// <param name="OpenCases">Open cases.</param>
/// <param name="PartiesPerCase">Professionals who take part, per case on average.</param>
internal sealed record MunicipalityView(string Code, Cell OpenCases, Cell PartiesPerCase);

/// <summary>The numbers of the whole region.</summary>
/// <inheritdoc cref="MunicipalityView"/>
internal sealed record TotalView(Cell OpenCases, Cell PartiesPerCase);

/// <summary>The region's numbers.</summary>
/// <param name="AsOf">Everything that happened before this instant is counted.</param>
/// <param name="Municipalities">Per municipality, by code; all of them, so that absence tells nothing.</param>
/// <param name="Total">The whole region, also when one municipality was asked for.</param>
internal sealed record IndicatorsView(DateTimeOffset AsOf, IReadOnlyList<MunicipalityView> Municipalities, TotalView Total)
{
    public static IndicatorsView Of(DateTimeOffset asOf, IReadOnlyList<Count> counts)
    {
        var publication = Suppression.Decide(counts);
        var whole = new Count("", counts.Sum(count => count.Cases), counts.Sum(count => count.Parties));
        var (totalCases, totalMean) = Cells(whole, publication.TotalShown);
        return new IndicatorsView(asOf, [.. counts.Select(count => View(count, publication.Shown.Contains(count.Municipality)))], new TotalView(totalCases, totalMean));
    }

    private static MunicipalityView View(Count count, bool shown)
    {
        var (cases, mean) = Cells(count, shown);
        return new MunicipalityView(count.Municipality, cases, mean);
    }

    private static (Cell Cases, Cell Mean) Cells(Count count, bool shown) =>
        shown ? (Cell.Of(count.Cases), Cell.Of(Math.Round((decimal)count.Parties / count.Cases, 1, MidpointRounding.AwayFromZero))) : (Cell.Hidden, Cell.Hidden);
}
