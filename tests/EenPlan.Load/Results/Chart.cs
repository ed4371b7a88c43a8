using System.Globalization;
using System.Net;
using System.Text;

namespace EenPlan.Load.Results;

/// <summary>One line of a chart; null leaves a gap.</summary>
internal sealed record Curve(string Name, string Colour, IReadOnlyList<(double X, double? Y)> Points);

/// <summary>A chart as SVG: title, axes with round numbers, a few lines with a legend. Logarithmic upwards when asked for.</summary>
internal sealed record Chart(string Title, string XName, string YName, IReadOnlyList<Curve> Curves, bool IsLogarithmic = false)
{
    private const double Width = 900;
    private const double Height = 340;
    private const double Left = 70;
    private const double Right = 20;
    private const double Top = 60;
    private const double Bottom = 45;

    public string ToSvg()
    {
        var points = Curves.SelectMany(curve => curve.Points).ToList();
        var x = new Axis(0, points.Count == 0 ? 1 : points.Max(point => point.X) is > 0 and var last ? last : 1, Left, Width - Right, false);
        var most = points.Max(point => point.Y) ?? 1;
        var least = points.Where(point => point.Y > 0).Min(point => point.Y) ?? 0.1;
        var y = IsLogarithmic ? new Axis(Math.Pow(10, Math.Floor(Math.Log10(least))), Math.Pow(10, Math.Ceiling(Math.Log10(Math.Max(most, least * 10)))), Height - Bottom, Top, true)
            : new Axis(0, most > 0 ? most * 1.05 : 1, Height - Bottom, Top, false);
        var svg = new StringBuilder();
        Add(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="12" role="img" aria-label="{Plain(Title)}">""");
        Add(svg, $"""<rect width="{Width}" height="{Height}" fill="#fff"/><text x="{Left}" y="20" font-size="15" font-weight="bold">{Plain(Title)}</text>""");
        foreach (var tick in x.Ticks(8))
        {
            Add(svg, $"""<text x="{x.At(tick):0.#}" y="{Height - Bottom + 16}" text-anchor="middle">{tick:0.###}</text>""");
        }

        foreach (var tick in y.Ticks(6))
        {
            Add(svg, $"""<line x1="{Left}" x2="{Width - Right}" y1="{y.At(tick):0.#}" y2="{y.At(tick):0.#}" stroke="#ddd"/><text x="{Left - 6}" y="{y.At(tick) + 4:0.#}" text-anchor="end">{tick:#,0.###}</text>""");
        }

        Add(svg, $"""<text x="{Width - Right}" y="{Height - 8}" text-anchor="end">{Plain(XName)}</text><text x="{Left}" y="{Top - 6}" text-anchor="end">{Plain(YName)}</text>""");
        for (var place = 0; place < Curves.Count; place++)
        {
            Legend(svg, Curves[place], place);
            Draw(svg, Curves[place], x, y);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Legend(StringBuilder svg, Curve curve, int place)
    {
        var at = Left + 20 + (place * 160);
        Add(svg, $"""<rect x="{at}" y="34" width="14" height="4" fill="{curve.Colour}"/><text x="{at + 20}" y="40">{Plain(curve.Name)}</text>""");
    }

    private static void Draw(StringBuilder svg, Curve curve, Axis x, Axis y)
    {
        var path = new StringBuilder();
        var pen = 'M';
        foreach (var (across, up) in curve.Points)
        {
            if (up is { } value && !(y.IsLogarithmic && value <= 0))
            {
                // A point between two gaps is a dot: a line of no length with a round end.
                path.Append(string.Create(CultureInfo.InvariantCulture, $"{pen}{x.At(across):0.#} {y.At(value):0.#}{(pen == 'M' ? "h0" : "")}"));
                pen = 'L';
            }
            else
            {
                pen = 'M';
            }
        }

        Add(svg, $"""<path d="{path}" fill="none" stroke="{curve.Colour}" stroke-width="1.5" stroke-linecap="round"/>""");
    }

    private static void Add(StringBuilder svg, FormattableString part) => svg.Append(part.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Plain(string text) => WebUtility.HtmlEncode(text);
}

/// <summary>Puts values on a line.</summary>
internal sealed record Axis(double Least, double Most, double From, double To, bool IsLogarithmic)
{
    public double At(double value) => IsLogarithmic
        ? From + ((To - From) * (Math.Log10(Math.Max(value, Least)) - Math.Log10(Least)) / (Math.Log10(Most) - Math.Log10(Least)))
        : From + ((To - From) * (value - Least) / (Most - Least));

    /// <summary>Round numbers along it, about so many: steps of 1, 2 or 5; powers of ten when logarithmic.</summary>
    public IEnumerable<double> Ticks(int about)
    {
        if (IsLogarithmic)
        {
            for (var value = Least; value <= Most * 1.0001; value *= 10)
            {
                yield return value;
            }

            yield break;
        }

        var rough = (Most - Least) / about;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 5, 10 }.Select(times => times * power).First(candidate => candidate >= rough);
        for (var count = 0; Least + (count * step) <= Most * 1.0001; count++)
        {
            yield return Least + (count * step);
        }
    }
}
