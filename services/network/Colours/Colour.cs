using System.Globalization;

namespace EenPlan.Network.Colours;

/// <summary>A colour as #rrggbb, and how it looks: how light, and how far from another one for eyes of four kinds and on grey paper.</summary>
internal sealed record Colour
{
    /// <summary>Simulations by Machado, Oliveira and Fernandes (2009), severity 1, on linear light: ordinary eyes, then no long, no middle, no short wavelength cones.</summary>
    private static readonly double[][] Eyes =
    [
        [1, 0, 0, 0, 1, 0, 0, 0, 1],
        [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    ];

    /// <summary>Half a step of a screen: rounding, not a colour out of reach.</summary>
    private const double Edge = 0.002;

    private readonly (double L, double A, double B)[] _seen;

    private Colour(string hex, double red, double green, double blue)
    {
        Hex = hex;
        Luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        _seen = [.. Eyes.Select(eye => Lab(
            Math.Clamp(eye[0] * red + eye[1] * green + eye[2] * blue, 0, 1),
            Math.Clamp(eye[3] * red + eye[4] * green + eye[5] * blue, 0, 1),
            Math.Clamp(eye[6] * red + eye[7] * green + eye[8] * blue, 0, 1)))];
    }

    public string Hex { get; }

    private double Luminance { get; }

    /// <summary>Reads #rrggbb; null when it is not.</summary>
    public static Colour? Read(string? hex)
    {
        if (hex is not { Length: 7 } || hex[0] != '#' || !int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return new Colour(hex.ToLowerInvariant(), Linear(value >> 16), Linear((value >> 8) & 255), Linear(value & 255));
    }

    /// <summary>The colour with this place in CIE Lab, in cylinder coordinates; null when no screen can show it.</summary>
    public static Colour? At(double lightness, double chroma, double degrees)
    {
        var (a, b) = (chroma * Math.Cos(degrees * Math.PI / 180), chroma * Math.Sin(degrees * Math.PI / 180));
        var y = (lightness + 16) / 116;
        var (X, Y, Z) = (0.95047 * Back(y + a / 500), Back(y), 1.08883 * Back(y - b / 200));
        double[] light =
        [
            3.2404542 * X - 1.5371385 * Y - 0.4985314 * Z,
            -0.9692660 * X + 1.8760108 * Y + 0.0415560 * Z,
            0.0556434 * X - 0.2040259 * Y + 1.0572252 * Z,
        ];
        return light.Any(part => part is < -Edge or > 1 + Edge) ? null
            : Read(string.Concat("#", string.Concat(light.Select(part => ((int)Math.Round(255 * Gamma(Math.Clamp(part, 0, 1)))).ToString("x2", CultureInfo.InvariantCulture)))));

        static double Back(double t) => t > 6.0 / 29 ? t * t * t : 3 * 36.0 / 841 * (t - 4.0 / 29);
        static double Gamma(double part) => part <= 0.0031308 ? 12.92 * part : 1.055 * Math.Pow(part, 1 / 2.4) - 0.055;
    }

    /// <summary>Contrast ratio of WCAG 2.</summary>
    public double Contrast(Colour other) => (Math.Max(Luminance, other.Luminance) + 0.05) / (Math.Min(Luminance, other.Luminance) + 0.05);

    /// <summary>CIE76 distance for the eyes that see the least of it.</summary>
    public double Distance(Colour other) => _seen.Zip(other._seen).Min(pair =>
        Math.Sqrt(Square(pair.First.L - pair.Second.L) + Square(pair.First.A - pair.Second.A) + Square(pair.First.B - pair.Second.B)));

    /// <summary>Difference in lightness: all that is left on a grey print.</summary>
    public double GreyDistance(Colour other) => Math.Abs(_seen[0].L - other._seen[0].L);

    private static double Square(double value) => value * value;

    private static double Linear(int part) => part / 255.0 is var value && value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    private static (double L, double A, double B) Lab(double red, double green, double blue)
    {
        var x = Root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
        var y = Root(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
        var z = Root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883);
        return (116 * y - 16, 500 * (x - y), 200 * (y - z));

        static double Root(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
}
