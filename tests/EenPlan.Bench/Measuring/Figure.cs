using System.Globalization;
using System.Text.Json.Serialization;

namespace EenPlan.Bench.Measuring;

/// <summary>A bar of the goal table: at least, or at most, so much.</summary>
internal sealed record Bar(double Limit, bool AtLeast)
{
    public static Bar NotUnder(double limit) => new(limit, true);

    public static Bar NotOver(double limit) => new(limit, false);

    public bool IsMetBy(double value) => AtLeast ? value >= Limit : value <= Limit;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(AtLeast ? ">=" : "<=")} {Limit}");
}

/// <summary>One line of the table: what was measured, against which bar, over the rounds that count.</summary>
internal sealed record Figure(string Row, string What, string Unit, IReadOnlyList<double> PerRound)
{
    public Bar? Bar { get; init; }

    /// <summary>Processor microseconds per request or event: of the product and of the reference.</summary>
    public double? CpuProduct { get; init; }

    public double? CpuReference { get; init; }

    public int ThrownAway { get; init; }

    /// <summary>Most that others used in a round that counts, in cores.</summary>
    public double Noise { get; init; }

    /// <summary>Medians that explain the figure, by name.</summary>
    public IReadOnlyDictionary<string, double> Beside { get; init; } = new Dictionary<string, double>();

    public Spread Spread => Spread.Of(PerRound);

    public bool? IsMet => Bar?.IsMetBy(Spread.Median);

    /// <summary>True when others used so much of the machine that the figure says little.</summary>
    [JsonIgnore]
    public bool IsNoisy => Noise > Rounds.MayBeForeign;

    /// <summary>A ratio of two sides of a row.</summary>
    public static Figure Ratio(string row, string what, RoundLog log, string product, string reference, Bar? bar = null) => new Figure(row, what, "ratio", log.Ratios(product, reference))
    {
        Bar = bar,
        CpuProduct = Known(log.MedianCpu(product)),
        CpuReference = Known(log.MedianCpu(reference)),
        Beside = new Dictionary<string, double>
        {
            [product + "/s"] = Series.Median(log.Of(round => round.Samples[product].Value)),
            [reference + "/s"] = Series.Median(log.Of(round => round.Samples[reference].Value)),
        },
    }.With(log);

    /// <summary>A value of one side, as it is.</summary>
    public static Figure Value(string row, string what, string unit, RoundLog log, Func<Round, double> value, Bar? bar = null) =>
        new Figure(row, what, unit, log.Of(value)) { Bar = bar }.With(log);

    /// <summary>For everything that both sides told beside their figure under one name, the ratio within each round; then that of the figures themselves.</summary>
    public static IReadOnlyList<Figure> PerKind(string row, RoundLog log, string side, string reference, string unit, Bar bar)
    {
        var kinds = log.Kept[0].Samples[side].Beside.Keys;
        return [.. kinds.Select(OfKind), Ratio(row, $"all kinds together: {side} / {reference}", log, side, reference) with
        {
            Beside = new Dictionary<string, double>
            {
                [$"{unit}, {side}"] = Series.Median(log.Of(round => round.Samples[side].Value)), [$"{unit}, {reference}"] = Series.Median(log.Of(round => round.Samples[reference].Value)),
            },
        }];

        Figure OfKind(string kind) => new Figure(row, kind, "ratio", log.Of(round => round.Samples[side].Beside[kind] / round.Samples[reference].Beside[kind]))
        {
            Bar = bar,
            Beside = new Dictionary<string, double>
            {
                [$"{unit}, {side}"] = Series.Median(log.Of(round => round.Samples[side].Beside[kind])), [$"{unit}, {reference}"] = Series.Median(log.Of(round => round.Samples[reference].Beside[kind])),
            },
        }.With(log);
    }

    private Figure With(RoundLog log) => this with { ThrownAway = log.ThrownAway, Noise = log.Noise };

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
